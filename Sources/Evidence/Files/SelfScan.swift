// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The last look at what is about to leave the program: values that must not are taken out. What they are is handed in,
/// for reports know no rules.
package struct SelfScan: Sendable {
    private let places: @Sendable ([UInt8]) throws -> [Range<Int>]

    /// `places`: where values are, in order; throws where it cannot be told.
    package init(_ places: @escaping @Sendable ([UInt8]) throws -> [Range<Int>]) {
        self.places = places
    }

    /// The text with `***` for what stood in its values, and the number of them. What belongs to the form of JSON, XML,
    /// HTML or Markdown stays, so that the form does.
    package func masked(_ bytes: [UInt8]) throws -> (bytes: [UInt8], count: Int) {
        let places = try places(bytes)
        guard !places.isEmpty else { return (bytes, 0) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        for place in places where place.lowerBound >= index {
            output += bytes[index..<place.lowerBound]
            SelfScan.mask(bytes, place, into: &output)
            index = place.upperBound
        }
        return (output + bytes[index...], places.count)
    }

    private static func mask(_ bytes: [UInt8], _ place: Range<Int>, into output: inout [UInt8]) {
        // An escape that the value seems to begin in stands before it.
        var index = place.lowerBound
        for start in max(0, index - longestEscape)..<index where !isEscaped(bytes, start) {
            index = max(index, min(start + escape(bytes, at: start), place.upperBound))
        }
        output += bytes[place.lowerBound..<index]
        var isMasking = false
        while index < place.upperBound {
            let length = escape(bytes, at: index)
            if length > 0 {
                output += bytes[index..<min(index + length, place.upperBound)]
            } else if !isMasking {
                output += "***".utf8
            }
            isMasking = length == 0
            index += max(1, length)
        }
    }

    private static let longestEscape = 8

    /// Bytes of what belongs to the form of a document; 0: a part of the text.
    private static func escape(_ bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "\\"):
            return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "u") ? 6 : 2
        case UInt8(ascii: "&"):
            let name = bytes[(index + 1)...].prefix(longestEscape - 1)
            return name.firstIndex(of: UInt8(ascii: ";")).map { $0 - index + 1 } ?? 1
        case 0..<0x20: return 1
        default: return "\"'<>`|,:[]{}".utf8.contains(bytes[index]) ? 1 : 0
        }
    }

    /// An odd number of backslashes stands before it.
    private static func isEscaped(_ bytes: [UInt8], _ index: Int) -> Bool {
        var start = index
        while start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
        return (index - start) % 2 == 1
    }
}
