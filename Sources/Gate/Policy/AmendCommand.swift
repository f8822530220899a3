// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The git commands that add a trailer to a commit, for a POSIX shell.
package enum AmendCommand {
    /// Adds the trailer that follows to the commit that HEAD names, an empty one too, and leaves what is staged out
    /// (`--trailer`: since git 2.32).
    package static let adding: StaticString = "git commit --amend --only --allow-empty --no-edit --trailer"

    /// For the commit that HEAD names.
    package static func head(_ trailer: String) -> String { "\(adding) \(quoted(trailer))" }

    /// For a commit before HEAD that is no merge: stops there, amends, goes on. Every commit since gets a new id.
    package static func older(_ commit: ObjectID, isRoot: Bool, _ trailer: String) -> String {
        let id = commit.hex
        // Whole ids and whole words in git's list, whatever the user's configuration: else nothing would stop there.
        // And nothing but this commit is to change: fixups stay fixups, other branches stay where they are.
        let settings = [
            "core.abbrev=40", "rebase.abbreviateCommands=false", "rebase.autoSquash=false", "rebase.updateRefs=false",
        ]
        let git = "git" + settings.map { " -c \($0)" }.joined()
        let stopped = "test \"$(git rev-parse --verify --quiet REBASE_HEAD)\" = \(id)"
        return "GIT_SEQUENCE_EDITOR=\"sed -i.bak -e 's/^pick \(id)/edit \(id)/'\" \(git) rebase --interactive "
            + "--rebase-merges \(isRoot ? "--root" : "\(id)^") && \(stopped) && \(head(trailer)) && git rebase --continue"
    }

    /// One word of a command line, whatever it holds.
    package static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
