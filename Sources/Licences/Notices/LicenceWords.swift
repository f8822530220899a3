// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Reads text as words: letters and digits in lower case, whatever stands between them.
///
/// Comment openers, quotes, blanks and line ends all separate, so that a notice reads the same in every language. A
/// plus sign belongs to the word before it (`GPLv2+`); an escape such as `\n` separates.
struct LicenceWords {
    struct Word {
        let hash: UInt64
        let start: Int
        let end: Int
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func next() -> Word? {
        while index < bytes.count, !LicenceWords.isLetterOrDigit(bytes[index]) {
            index += isEscape(at: index) ? 2 : 1
        }
        guard index < bytes.count else { return nil }
        let start = index
        var hash = LicenceWords.seed
        while index < bytes.count {
            let byte = bytes[index]
            guard LicenceWords.isLetterOrDigit(byte) || byte == UInt8(ascii: "+") else { break }
            hash = LicenceWords.mixed(hash, byte)
            index += 1
        }
        return Word(hash: hash, start: start, end: index)
    }

    private func isEscape(at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else { return false }
        let next = bytes[index + 1]
        return next == UInt8(ascii: "n") || next == UInt8(ascii: "r") || next == UInt8(ascii: "t")
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo), over the word in lower case.
    static func hash(_ word: String) -> UInt64 { word.utf8.reduce(seed, mixed) }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        // Letters become small ones; digits and the plus sign have the bit already.
        (hash ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01b3
    }

    @inline(__always)
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }
}
