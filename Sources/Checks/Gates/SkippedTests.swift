// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The lines by which a commit leaves tests out that ran before.
struct SkippedTests {
    enum Kind: String {
        case skipped, focused
    }

    struct Line {
        let file: ChangedFile
        /// In the file after the change, from 1.
        let number: Int
        let bytes: ArraySlice<UInt8>
        let kind: Kind
        /// Left out only where something holds: a platform, a tool that is missing.
        let isConditional: Bool
        /// The test that it leaves out came with it.
        let isNew: Bool
    }

    private(set) var lines: [Line] = []

    /// `occurrences`: where the words of the check stand in added text.
    init(_ occurrences: [WordHits], in change: CommitChange) throws {
        for found in occurrences {
            let (file, text) = (found.file, found.change)
            guard let words = SkippedTests.words(of: file.path) else { continue }
            let marked = AddedLine.holding(found.hits.lazy.map(\.offset), in: text.addedText).compactMap { line in
                SkippedTests.kind(of: line.bytes, words).map { (line, $0) }
            }
            guard !marked.isEmpty else { continue }
            let index = LineIndex(text)
            let hunks = try NewTests(file, text, words, change).hunks
            for (line, kind) in marked {
                guard let hunk = SkippedTests.hunk(at: line.offset, in: hunks) else { continue }
                let isConditional =
                    words.conditions.isIn(line.bytes.withoutTexts)
                    || SkippedTests.followsCondition(line, text.addedText, hunk.hunk, words)
                lines.append(
                    Line(
                        file: file, number: index.position(at: line.offset).line, bytes: line.bytes, kind: kind,
                        isConditional: isConditional, isNew: hunk.bringsTests))
            }
        }
        guard !lines.isEmpty else { return }
        try dropMoved(in: change)
    }

    /// Nil for a file in which no test is looked for.
    static func words(of path: Path) -> TestWords? {
        TestWords.of(path).flatMap { $0.standAnywhere || TestFiles.isTest(path) ? $0 : nil }
    }

    private static func kind(of line: ArraySlice<UInt8>, _ words: TestWords) -> Kind? {
        guard !words.comments.isIn(line) else { return nil }
        return words.focus.isIn(line) ? .focused : words.skips.isIn(line) ? .skipped : nil
    }

    /// The last that begins at or before an offset of the added text.
    private static func hunk(at offset: Int, in hunks: [NewTests.Hunk]) -> NewTests.Hunk? {
        var low = 0
        var high = hunks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if hunks[middle].hunk.offset <= offset { low = middle } else { high = middle }
        }
        return low < high ? hunks[low] : nil
    }

    /// Whether the line of code before the added one, in the file as it is now, opens a condition.
    private static func followsCondition(
        _ line: AddedLine, _ text: [UInt8], _ hunk: TextChange.Hunk, _ words: TestWords
    ) -> Bool {
        let before = text[max(hunk.offset, line.offset - commentBytes)..<line.offset]
        let lines = [hunk.lead[...], before].flatMap { $0.split(separator: UInt8(ascii: "\n")) }
        let previous = lines.last { !words.comments.isIn($0) && !$0.allSatisfy(\.isBlank) }
        return previous.map { words.conditions.isIn($0.withoutTexts) } ?? false
    }

    /// A comment on why may stand between; in bytes.
    private static let commentBytes = 2048

    /// A line that stood in the commit's tests before was moved or edited.
    private mutating func dropMoved(in change: CommitChange) throws {
        var before: [Kind: Int] = [:]
        for file in change.files where file.removedLines > 0 && !change.commit.isMerge {
            guard case .text(let text) = file.content, let words = TestWords.of(file.oldPath ?? file.path) else {
                continue
            }
            for line in TextLines(RemovedLines.of(text, in: try change.texts.old(file))) {
                if let kind = SkippedTests.kind(of: line, words) { before[kind, default: 0] += 1 }
            }
        }
        lines = lines.filter { line in
            guard let left = before[line.kind], left > 0 else { return true }
            before[line.kind] = left - 1
            return false
        }
    }
}

extension ArraySlice<UInt8> {
    /// With blanks in place of what stands in quotes: a reason may hold any word.
    fileprivate var withoutTexts: ArraySlice<UInt8> {
        var quote: UInt8?
        let bytes = map { byte -> UInt8 in
            if let open = quote {
                if byte == open { quote = nil }
                return UInt8(ascii: " ")
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { quote = byte }
            return byte
        }
        return bytes[...]
    }
}
