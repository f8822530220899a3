// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A commit that does not exist yet: its id is all zeros.
enum PendingCommit {
    /// What is staged; its message is still to be written.
    static func staged(parent: ObjectID?) -> Commit { commit(CommitMessage(""), parent) }

    static func message(_ message: [UInt8], parent: ObjectID?) -> Commit {
        let text = String(decoding: message, as: UTF8.self)
        let isValid = String(validating: message, as: UTF8.self) != nil
        return commit(CommitMessage(bytes: message, text: text, warning: isValid ? nil : "is not valid UTF-8"), parent)
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

    private static func commit(_ message: CommitMessage, _ parent: ObjectID?) -> Commit {
        let nobody = Signature(identity: Identity(name: "", email: ""), seconds: 0, offsetMinutes: 0)
        return Commit(
            id: .zero, tree: .zero, parents: [parent].compactMap(\.self), author: nobody, committer: nobody, message: message)
    }
}
