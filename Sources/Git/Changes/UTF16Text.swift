// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Tells text in UTF-16 from other bytes, and makes UTF-8 of it.
///
/// It has a byte order mark (Unicode 16.0, section 23.8), or among the first 8,000 bytes every second one is NUL and
/// the others are printable ASCII or white space.
enum UTF16Text {
    private static let window = 8000
    /// Shorter ones without a mark say nothing.
    private static let least = 8

    /// UTF-8 without the mark; nil for what is no UTF-16. What is no character becomes U+FFFD.
    static func decoded(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let (isBigEndian, start) = order(of: bytes) else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var pairs = 0
        for index in stride(from: start, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            let unit = isBigEndian ? first << 8 | second : second << 8 | first
            // UTF-32, or no text at all.
            if unit == 0 { return nil }
            if isText(bytes[index]), isText(bytes[index + 1]) { pairs += 1 }
            units.append(unit)
        }
        // Behind a mark that lies stands plain text, which would read as signs of no language.
        guard pairs * 2 <= units.count else { return nil }
        var text = Array(String(decoding: units, as: UTF16.self).utf8)
        if (bytes.count - start) % 2 == 1 { text += "\u{FFFD}".utf8 }
        return text
    }

    private static func order(of bytes: UnsafeRawBufferPointer) -> (isBigEndian: Bool, start: Int)? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): return (false, 2)
        case (0xFE, 0xFF): return (true, 2)
        default: break
        }
        guard bytes.count >= least, bytes[0] == 0 || bytes[1] == 0 else { return nil }
        let isBigEndian = bytes[0] == 0
        for index in stride(from: 0, to: min(bytes.count, window) - 1, by: 2) {
            let (high, low) = isBigEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            guard high == 0, isText(low) else { return nil }
        }
        return (isBigEndian, 0)
    }

    private static func isText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20...0x7E, 0x09, 0x0A, 0x0C, 0x0D: true
        default: false
        }
    }
}

/// A blob as text: UTF-16 as UTF-8, anything else as it is.
final class FileText {
    private let blob: ObjectBytes
    private let decoded: UnsafeMutableRawBufferPointer?
    /// Valid as long as this owner lives.
    let bytes: UnsafeRawBufferPointer

    init(_ blob: ObjectBytes) {
        self.blob = blob
        decoded = UTF16Text.decoded(blob.bytes).map { text in
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: text.count, alignment: 1)
            buffer.copyBytes(from: text)
            return buffer
        }
        bytes = decoded.map { UnsafeRawBufferPointer($0) } ?? blob.bytes
    }

    deinit { decoded?.deallocate() }
}
