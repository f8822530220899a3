// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What became of one check on one commit, or on the range. That nothing was found is not recorded: it is what is left.
package struct Outcome: Sendable {
    package enum Result: Sendable {
        /// At least one; `more` that would warn or block were found beyond `Judge.findingLimit` and are only counted.
        case found([Finding], more: Int = 0)
        /// Saw a part of what its words stand in, in these files: what it found there counts, and the verdict is at
        /// best `incomplete`.
        case cutOff([Path], found: [Finding], more: Int = 0)
        /// Not applicable, and why.
        case skipped(String)
        /// Failed, and how: the verdict is at best `incomplete`.
        case broke(String)
    }

    package let check: String
    /// Nil for a range check.
    package let commit: ObjectID?
    package let result: Result

    package var findings: [Finding] {
        switch result {
        case .found(let findings, _), .cutOff(_, let findings, _): findings
        case .skipped, .broke: []
        }
    }

    /// Why the files were not looked at to their ends, and what to do.
    static func reason(of files: [Path]) -> String {
        let first = files.first.map(\.visible) ?? ""
        let more = files.count > 1 ? " and \(files.count - 1) more" : ""
        return
            "its words stand in more than \(WordIndex.hitLimit) places of \(first)\(more), and the rest was not looked "
            + "at: split the file, or keep it out of git"
    }

    package init(check: String, commit: ObjectID?, result: Result) {
        self.check = check
        self.commit = commit
        self.result = result
    }
}
