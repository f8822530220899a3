// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// A changed file with words of residue in it, and what is asked about it: each made when somebody first asks.
struct ResidueFile {
    let file: ChangedFile
    let change: TextChange
    let language: Language?
    /// Tests, samples and prompts hold such text on purpose.
    let isSample: Bool
    private let texts: ChangeTexts
    private var madeLines: LineIndex?
    private var madeSource: SourceLines?

    /// Throws for a file that cannot be read.
    init(_ hits: WordHits, _ texts: ChangeTexts) throws {
        file = hits.file
        change = hits.change
        // A script without an ending says in its first line what it is.
        language = try Language(path: hits.file.path) ?? Language(path: hits.file.path, text: texts.new(hits.file))
        isSample = SamplePaths.contain(hits.file.path)
        self.texts = texts
    }

    /// Code; neither prose nor unknown.
    var isCode: Bool { language.map { !$0.isProse && $0 != .template } ?? false }

    mutating func lines() -> LineIndex {
        if let madeLines { return madeLines }
        let made = LineIndex(change)
        madeLines = made
        return made
    }

    /// The file after the change, told apart; nil for a language that is not known.
    mutating func source() throws -> SourceLines? {
        if let madeSource { return madeSource }
        guard let language else { return nil }
        madeSource = SourceLines(text: try texts.new(file), language: language)
        return madeSource
    }

    /// The lines of the file before the change that are among some, without blanks at both ends.
    func oldLines(among asked: Set<ArraySlice<UInt8>>) throws -> Set<ArraySlice<UInt8>> {
        guard file.status != .added, !asked.isEmpty else { return [] }
        let old = try texts.old(file)
        return Set(old.split(separator: UInt8(ascii: "\n")).map(ResidueFile.trimmed).filter { asked.contains($0) })
    }

    /// The line of the new file at an offset of what was added.
    mutating func sourceLine(at offset: Int) throws -> SourceLines.Line? {
        let number = lines().position(at: offset).line
        return try source()?.line(number)
    }

    /// The last hunk that begins at or before an offset.
    func hunk(at offset: Int) -> TextChange.Hunk {
        var low = 0
        var high = change.hunks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if change.hunks[middle].offset <= offset { low = middle } else { high = middle }
        }
        return change.hunks[low]
    }

    /// True where an added line begins.
    func isLineStart(_ offset: Int) -> Bool {
        offset == 0 || change.addedText[offset - 1] == UInt8(ascii: "\n")
    }

    /// The line around an offset, when it is no longer than `limit` bytes to either side.
    func shortLine(around offset: Int, limit: Int) -> ArraySlice<UInt8>? {
        let text = change.addedText
        var start = offset
        while start > 0, text[start - 1] != UInt8(ascii: "\n") {
            start -= 1
            guard offset - start <= limit else { return nil }
        }
        guard
            let end = text[offset...].prefix(limit).firstIndex(of: UInt8(ascii: "\n"))
                ?? (text.count - offset <= limit ? text.count : nil)
        else { return nil }
        return text[start..<end]
    }

    /// Of a line, at most: what is longer is no line that anybody wrote.
    static let shownBytes = 65_536

    static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line.drop(while: isBlank)
        while let last = line.last, isBlank(last) { line.removeLast() }
        return line
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// One finding, at an offset of what was added.
    mutating func finding(_ rule: String, at offset: Int, _ message: Message, fix: Message, level: Level) -> Finding {
        let lines = lines()
        let position = lines.position(at: offset)
        return Finding(
            rule: rule, at: Finding.Place(path: file.path, line: position.line, column: position.column), message,
            excerpt: Excerpt(line: lines.text(at: offset).prefix(ResidueFile.shownBytes)), fix: fix, defaultLevel: level
        )
    }

    /// The offsets of which each is the first on its line: at most one more than a judge keeps.
    mutating func firstOnLines(_ offsets: [Int]) -> [Int] {
        guard !offsets.isEmpty else { return [] }
        let lines = lines()
        var kept: [Int] = []
        var last = 0
        for offset in offsets where kept.count <= Judge.findingLimit {
            let line = lines.position(at: offset).line
            if line != last { kept.append(offset) }
            last = line
        }
        return kept
    }
}
