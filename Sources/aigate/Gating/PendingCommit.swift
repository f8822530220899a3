// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

/// A commit that does not exist yet: its id is all zeros.
enum PendingCommit {
    /// What is staged; its message is still to be written, and its author still to be named.
    static func staged(parents: [ObjectID]) -> Commit {
        let nobody = Identity(name: "", email: "")
        return commit(CommitMessage(""), parents, author: nobody, committer: nobody)
    }

    static func message(_ message: [UInt8], parents: [ObjectID], author: Identity, committer: Identity) -> Commit {
        let text = String(decoding: message, as: UTF8.self)
        let isValid = String(validating: message, as: UTF8.self) != nil
        return commit(
            CommitMessage(bytes: message, text: text, warning: isValid ? nil : "is not valid UTF-8"), parents,
            author: author,
            committer: committer)
    }

    /// HEAD, and what is being merged into it: of an octopus merge the first.
    static func parents(in repository: Repository) throws(GitError) -> [ObjectID] {
        guard let head = try repository.headCommit() else { return [] }
        return [head] + [try repository.referencedCommit("MERGE_HEAD")].compactMap(\.self)
    }

    /// Who `git commit` will name: the environment, then the configuration (git-commit-tree(1)). `role`: author or
    /// committer. Empty where neither says it: git may still guess.
    static func identity(
        _ role: String, _ repository: Repository, _ variables: [String: String]
    ) throws -> Identity {
        func part(_ name: String) throws -> String {
            if let given = variables["GIT_\(role.uppercased())_\(name.uppercased())"], !given.isEmpty { return given }
            return try repository.setting("\(role).\(name)") ?? repository.setting("user.\(name)") ?? ""
        }
        let email = try part("email")
        return Identity(name: try part("name"), email: email.isEmpty ? variables["EMAIL"] ?? "" : email)
    }

    /// As `git commit` cleans a message up: nothing from the scissors line on, no comment lines. `comment`: the setting
    /// core.commentChar; where it is `auto`, what git chose cannot be known.
    static func cleaned(_ file: [UInt8], comment setting: String?) -> [UInt8] {
        let isKnown = setting.map { !$0.isEmpty && $0 != "auto" } ?? false
        let comment = Array((isKnown ? setting ?? "#" : "#").utf8)
        let scissors = comment + Array(" ------------------------ >8 ------------------------".utf8)
        var kept: [UInt8] = []
        for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.elementsEqual(scissors) { break }
            if line.starts(with: comment) { continue }
            kept += line + [UInt8(ascii: "\n")]
        }
        return kept
    }

    private static func commit(
        _ message: CommitMessage, _ parents: [ObjectID], author: Identity, committer: Identity
    ) -> Commit {
        func signature(_ identity: Identity) -> Signature {
            Signature(identity: identity, seconds: 0, offsetMinutes: 0)
        }
        return Commit(
            id: .zero, tree: .zero, parents: parents, author: signature(author), committer: signature(committer),
            message: message)
    }
}
