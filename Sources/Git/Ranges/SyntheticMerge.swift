// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The merge that a forge makes of a pull request to test it: nobody wrote it, nobody will land it.
enum SyntheticMerge {
    /// Two parents, committed by the forge, `Merge ID into ID` for a message, and no content but its parents': anybody
    /// can write a commit of that form.
    static func isOne(_ commit: Commit, in repository: Repository) throws(GitError) -> Bool {
        guard commit.parents.count == 2, commit.committer.identity.email == "noreply@github.com" else { return false }
        let words = commit.message.text.split(whereSeparator: \.isWhitespace)
        guard words.count == 4, words[0] == "Merge", words[2] == "into", ObjectID(hex: words[1]) == commit.parents[1],
            ObjectID(hex: words[3]) == commit.parents[0]
        else { return false }
        return try ChangeReader(repository, fileLimit: Policy.Limits().fileBytes).files(of: commit).isEmpty
    }
}
