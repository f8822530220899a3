// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The git commands that add a trailer to a commit, for a POSIX shell.
package enum AmendCommand {
    /// For the commit that HEAD names (`--trailer`: since git 2.32).
    package static func head(_ trailer: String) -> String {
        "git commit --amend --no-edit --trailer \(quoted(trailer))"
    }

    /// For a commit before HEAD that is no merge: stops there, amends, goes on. Every commit since gets a new id.
    package static func older(_ commit: ObjectID, isRoot: Bool, _ trailer: String) -> String {
        let id = commit.hex
        // Whole ids and whole words in git's list, whatever the user's configuration: else nothing would stop there.
        let git = "git -c core.abbrev=40 -c rebase.abbreviateCommands=false"
        return "GIT_SEQUENCE_EDITOR=\"sed -i.bak -e 's/^pick \(id)/edit \(id)/'\" \(git) rebase --interactive "
            + "--rebase-merges \(isRoot ? "--root" : "\(id)^") && \(head(trailer)) && git rebase --continue"
    }

    /// One word of a command line, whatever it holds.
    package static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
