// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a commit did to one path, compared with its parent (a merge: with all of its parents).
package struct ChangedFile: Sendable {
    package enum Status: String, Sendable {
        case added, modified, deleted, renamed
    }

    /// What the entry holds after the change; before it, for a deletion.
    package enum Content: Sendable {
        /// Lines, compared; UTF-16 as UTF-8.
        case text(TextChange)
        /// A NUL among the first 8,000 bytes, as git decides it, and no UTF-16.
        case binary
        /// The target of a symbolic link, as bytes; empty when it was deleted.
        case symlink(target: [UInt8])
        /// Another repository's commit.
        case submodule
        /// Same bytes as before: a mode change or an exact rename.
        case unchanged
        /// Larger than the policy's limit, or too many changed lines to compare: nobody looked inside.
        case tooLarge(bytes: UInt64)
    }

    /// Why a file is judged for less than everything.
    package enum Mark: String, Sendable {
        case generated, vendored
    }

    package let path: Path
    /// Where it came from, when renamed.
    package let oldPath: Path?
    package let status: Status
    /// git's mode, octal (0o100644, 0o120000, ...); 0 on the side where it does not exist.
    package let oldMode: UInt32
    package let newMode: UInt32
    package let oldBlob: ObjectID?
    package let newBlob: ObjectID?
    package var content: Content
    package var mark: Mark?

    package init(
        path: Path, oldPath: Path? = nil, status: Status, oldMode: UInt32, newMode: UInt32, oldBlob: ObjectID?,
        newBlob: ObjectID?, content: Content, mark: Mark? = nil
    ) {
        self.path = path
        self.oldPath = oldPath
        self.status = status
        self.oldMode = oldMode
        self.newMode = newMode
        self.oldBlob = oldBlob
        self.newBlob = newBlob
        self.content = content
        self.mark = mark
    }

    package var addedLines: Int {
        if case .text(let change) = content { change.addedLines } else { 0 }
    }

    package var removedLines: Int {
        if case .text(let change) = content { change.removedLines } else { 0 }
    }
}

/// The lines that a change took out and put in.
package struct TextChange: Sendable {
    /// One run of changed lines. Lines count from 1; a side with no lines has the number of the line before it.
    package struct Hunk: Equatable, Sendable {
        package let oldStart: Int
        package let oldCount: Int
        package let newStart: Int
        package let newCount: Int
        /// Where the added lines begin in `addedText`.
        package let offset: Int
        /// The lines before the added ones in the new file, as many and as much of them as `leadLines` and `leadBytes`
        /// let in.
        package let lead: [UInt8]

        /// Lines of a lead, and bytes of each without its end.
        package static let leadLines = 2
        package static let leadBytes = 512

        package init(oldStart: Int, oldCount: Int, newStart: Int, newCount: Int, offset: Int, lead: [UInt8] = []) {
            self.oldStart = oldStart
            self.oldCount = oldCount
            self.newStart = newStart
            self.newCount = newCount
            self.offset = offset
            self.lead = lead
        }
    }

    package let hunks: [Hunk]
    /// The added lines of all hunks, one after the other, each with its line end where it has one.
    package let addedText: [UInt8]

    package init(hunks: [Hunk], addedText: [UInt8]) {
        self.hunks = hunks
        self.addedText = addedText
    }

    package var addedLines: Int { hunks.reduce(0) { $0 + $1.newCount } }
    package var removedLines: Int { hunks.reduce(0) { $0 + $1.oldCount } }
}
