// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate
package import Patterns

/// Looks for secrets and personal data in all that a commit brings: added lines, its message, names of files and
/// targets of links. For one thread.
package final class ContentScanner {
    private let scanner: TextScanner
    private let key: [UInt8]?

    package init(_ program: ContentProgram) throws(PatternError) {
        scanner = try TextScanner(program)
        key = program.key
    }

    /// `notes`: what hangs on the commit, by the ref that holds it.
    package func scan(
        _ commit: Commit, _ files: [ChangedFile], notes: [(ref: String, text: [UInt8])] = []
    ) throws(PatternError) -> ScannedContent {
        var content = ScannedContent()
        try scan(files, into: &content)
        try scan(message: commit.message.bytes, into: &content)
        for note in notes { try scan(note: note.text, of: Path(note.ref), into: &content) }
        return content
    }

    /// What is found in the changes of files.
    package func matches(in files: [ChangedFile]) throws(PatternError) -> [ContentMatch] {
        var content = ScannedContent()
        try scan(files, into: &content)
        return content.matches
    }

    /// What is found in a file that is all new.
    package func scan(_ text: [UInt8], path: Path) throws(PatternError) -> ScannedContent {
        var content = ScannedContent()
        var lines = LineCount(text)
        try scan(text, kind: FileKind(path), place: PlaceKind(path), generated: false, name: path, into: &content) {
            value in
            Finding.Place(path: path, line: lines.line(at: value.lowerBound))
        }
        return content
    }

    private func scan(_ files: [ChangedFile], into content: inout ScannedContent) throws(PatternError) {
        for file in files {
            if case .text(let change) = file.content { try scan(change, of: file, into: &content) }
            if case .symlink(let target) = file.content {
                try scan(name: target, at: Finding.Place(path: file.path, line: 1), into: &content)
            }
            // A path that was there before brings nothing.
            if file.status == .added || file.status == .renamed {
                try scan(name: file.path.bytes, at: Finding.Place(path: file.path), into: &content)
            }
        }
    }

    /// The values in a file, and whether all of it was looked at.
    package func values(in text: [UInt8], path: Path) throws(PatternError) -> (values: [[UInt8]], isComplete: Bool) {
        var content = ScannedContent()
        try scan(text, kind: FileKind(path), place: .ordinary, generated: false, name: path, into: &content) { _ in
            Finding.Place(path: path)
        }
        return (content.values, content.limits.isEmpty)
    }

    private func scan(_ change: TextChange, of file: ChangedFile, into content: inout ScannedContent)
        throws(PatternError)
    {
        guard !change.addedText.isEmpty else { return }
        let joined = JoinedHunks(change)
        var index: LineIndex?
        try scan(
            joined.text, kind: FileKind(file.path), place: PlaceKind(file.path), generated: file.mark != nil,
            name: file.path, into: &content
        ) { value in
            guard let offset = joined.added(of: value) else { return nil }
            let lines = index ?? LineIndex(change)
            index = lines
            let position = lines.position(at: offset)
            return Finding.Place(path: file.path, line: position.line, column: position.column)
        }
    }

    /// Machines write notes, so formats alone count. The ref stands where a file's path would.
    private func scan(note: [UInt8], of ref: Path, into content: inout ScannedContent) throws(PatternError) {
        var lines = LineCount(note)
        try scan(note, kind: .prose, place: .ordinary, generated: true, name: ref, into: &content) { value in
            Finding.Place(path: ref, line: lines.line(at: value.lowerBound))
        }
    }

    private func scan(message: [UInt8], into content: inout ScannedContent) throws(PatternError) {
        var lines = LineCount(message)
        try scan(message, kind: .prose, place: .ordinary, generated: false, name: nil, into: &content) { value in
            Finding.Place(line: lines.line(at: value.lowerBound))
        }
    }

    private func scan(name: [UInt8], at place: Finding.Place, into content: inout ScannedContent) throws(PatternError) {
        try scan(name, kind: .words, place: .ordinary, generated: true, name: place.path, into: &content) { _ in place }
    }

    /// `generated`: names say little in what machines write, so only formats count. `position`: where a value is; nil
    /// for one
    /// that the commit does not bring.
    private func scan(
        _ bytes: [UInt8], kind: FileKind, place: PlaceKind, generated: Bool, name: Path?,
        into content: inout ScannedContent,
        at position: (Range<Int>) -> Finding.Place?
    ) throws(PatternError) {
        // A typed error does not pass through a rethrowing closure of the standard library.
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(PatternError) in
                try scanner.scan(ScannedText(bytes: buffer, kind: kind, place: place, readsBindings: !generated))
            }
        }
        let found = try result.get()
        for limit in found.limits { content.limits.append((name, limit)) }
        guard !found.candidates.isEmpty else { return }
        let settled = Candidate.settled(found.candidates)
        for (index, candidate) in settled.enumerated() {
            guard let place = position(candidate.range) else { continue }
            let value = bytes[candidate.range]
            content.values.append(Array(value))
            content.matches.append(
                ContentMatch(
                    tier: candidate.tier, rule: candidate.rule, title: candidate.title, place: place,
                    excerpt: excerpt(index, of: settled, in: bytes), level: candidate.level, basis: candidate.basis,
                    fix: candidate.fix))
        }
    }

    /// The mask of the value; what tells it from others is the line with every value masked, and with a key the value's
    /// code.
    private func excerpt(_ number: Int, of all: [Candidate], in bytes: [UInt8]) -> Excerpt {
        let candidate = all[number]
        let value = bytes[candidate.range]
        let start =
            bytes[..<candidate.range.lowerBound].suffix(200).lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            ?? max(0, candidate.range.lowerBound - 200)
        let rest = bytes[candidate.range.upperBound...].prefix(200)
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        // They stand in the order of the text.
        var first = number
        while first > 0, all[first - 1].range.lowerBound >= start { first -= 1 }
        var line: [UInt8] = []
        var index = start
        for other in all[first...].prefix(while: { $0.range.lowerBound < end }) where other.range.upperBound <= end {
            guard other.range.lowerBound >= index else { continue }
            line += bytes[index..<other.range.lowerBound] + Array("*\(other.range.count)*".utf8)
            index = other.range.upperBound
        }
        if index < end { line += bytes[index..<end] }
        return Excerpt(
            secret: value, publicPrefix: candidate.prefix, line: line,
            code: key.map { Fingerprint.code(of: value, key: $0) })
    }
}

/// Numbers of lines, counted on from one offset to the next.
private struct LineCount {
    private let text: [UInt8]
    private var offset = 0
    private var number = 1

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// From 1; offsets come in the order of the text.
    mutating func line(at target: Int) -> Int {
        if target < offset { (offset, number) = (0, 1) }
        number += text[offset..<target].count { $0 == UInt8(ascii: "\n") }
        offset = target
        return number
    }
}

/// What the scan of a commit gave.
package struct ScannedContent {
    package var matches: [ContentMatch] = []
    /// The values themselves, so that no other sentence about the commit shows one. They leave the worker in no form.
    package var values: [[UInt8]] = []
    /// Where not all was looked at, and why; nil for the message.
    package var limits: [(path: Path?, reason: String)] = []

    package init() {}
}
