// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Which hunks of a file bring tests that did not stand there before.
struct NewTests {
    struct Hunk {
        let hunk: TextChange.Hunk
        /// It declares tests, and takes no declaration out.
        let bringsTests: Bool
    }

    /// Those that add lines, in order.
    let hunks: [Hunk]

    init(_ file: ChangedFile, _ text: TextChange, _ words: TestWords, _ change: CommitChange) throws {
        let removes = text.hunks.contains { $0.oldCount > 0 }
        let removed = removes && !change.commit.isMerge ? RemovedLines.of(text, in: try change.texts.old(file)) : []
        var rest = TextLines(removed)
        var ends = text.hunks.filter { $0.newCount > 0 }.dropFirst().map(\.offset)[...]
        hunks = text.hunks.compactMap { hunk in
            var isReplaced = false
            for _ in 0..<hunk.oldCount {
                if let line = rest.next(), words.tests.isIn(line) { isReplaced = true }
            }
            guard hunk.newCount > 0 else { return nil }
            let added = text.addedText[hunk.offset..<(ends.popFirst() ?? text.addedText.count)]
            let declares = TextLines(added).contains { !words.comments.isIn($0) && words.tests.isIn($0) }
            return Hunk(hunk: hunk, bringsTests: declares && !isReplaced)
        }
    }
}
