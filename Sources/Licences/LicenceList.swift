// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CLicences

/// The SPDX licence list (spdx.org/licenses), as it is embedded; generate.py says in which form. It is searched where
/// it lies: nothing is read at start, and a look-up reads some ten lines.
package enum LicenceList {
    /// An id of the list.
    package struct Entry: Hashable, Sendable {
        /// In canonical case.
        package let id: String
        /// `unknown` for an exception: it says nothing without its licence.
        package let category: LicenceCategory
        package let isException: Bool
        package let isDeprecated: Bool
        /// Expressions to use instead of a deprecated id; empty where SPDX names none.
        package let replacements: [String]
    }

    /// Longest text that is looked for, in bytes: the longest id of the list has 47.
    private static let longest = 80

    /// The licence or exception of an id, whatever its case (SPDX 2.3, annex D.2); nil for one that is not on the list.
    package static func entry(_ id: some Collection<UInt8>) -> Entry? {
        guard !id.isEmpty, id.count <= longest else { return nil }
        let wanted = id.map(lowered)
        return text.withLines { lines in
            var low = 0
            var high = lines.count
            while low < high {
                let start = lines.lineStart(before: (low + high) / 2)
                let end = lines.lineEnd(from: start)
                let line = lines[start..<end]
                let order = compare(line, wanted)
                if order == 0 { return Entry(line) }
                if order < 0 { low = end + 1 } else { high = start }
            }
            return nil
        }
    }

    package static func entry(_ id: String) -> Entry? { entry(Array(id.utf8)) }

    /// What the list calls itself: `3.27.0`.
    package static let version: String = text.withHeader {
        String(decoding: $0.dropFirst("SPDX\t".utf8.count), as: UTF8.self)
    }

    /// All of it, by the id in lower case: for suggestions, and for tests.
    package static var entries: [Entry] {
        text.withLines { lines in lines.split(separator: newline).map(Entry.init) }
    }

    /// A line against an id in lower case, by its first field: below, at or above zero.
    private static func compare(_ line: Slice<UnsafeBufferPointer<UInt8>>, _ wanted: [UInt8]) -> Int {
        var index = line.startIndex
        for byte in wanted {
            guard index < line.endIndex, line[index] != tab else { return -1 }
            let own = lowered(line[index])
            if own != byte { return own < byte ? -1 : 1 }
            index += 1
        }
        return index < line.endIndex && line[index] == tab ? 0 : 1
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    fileprivate static let tab = UInt8(ascii: "\t")
    fileprivate static let newline = UInt8(ascii: "\n")
    private static let text = EmbeddedText()
}

extension LicenceList.Entry {
    /// From a line of the embedded text.
    fileprivate init(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        let fields = line.split(separator: LicenceList.tab, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        id = fields[0]
        isException = fields[1] == "exception"
        category = LicenceCategory(rawValue: fields[1]) ?? .unknown
        isDeprecated = fields.count > 2
        replacements = fields.count > 2 ? fields[2].split(separator: "|").map(String.init) : []
    }
}

/// The list's bytes, which stand in the binary for as long as the program runs.
private struct EmbeddedText: Sendable {
    func withHeader<Result>(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        let all = bytes
        return body(all[..<(all.firstIndex(of: LicenceList.newline) ?? all.endIndex)])
    }

    /// The lines behind the first.
    func withLines<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let all = bytes
        return body(
            UnsafeBufferPointer(rebasing: all[((all.firstIndex(of: LicenceList.newline) ?? all.endIndex - 1) + 1)...]))
    }

    private var bytes: UnsafeBufferPointer<UInt8> {
        var size = 0
        let start = aigate_licences(&size)
        return UnsafeBufferPointer(start: start, count: size)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the line that holds an index begins.
    fileprivate func lineStart(before index: Int) -> Int {
        (self[..<index].lastIndex(of: LicenceList.newline) ?? -1) + 1
    }

    fileprivate func lineEnd(from index: Int) -> Int {
        self[index...].firstIndex(of: LicenceList.newline) ?? count
    }
}
