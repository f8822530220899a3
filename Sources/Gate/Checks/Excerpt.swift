// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The only form in which text of a change may leave the program: masked, visible, cut to a length.
package struct Excerpt: Hashable, Sendable {
    /// The most characters an excerpt shows.
    package static let limit = 160

    package let text: String
    /// What fingerprints are made of: the text, or where it was cut the digest of the whole masked line.
    package let key: String

    /// A line in which nothing is known to be secret. E-mail addresses are masked all the same.
    package init(line: some Sequence<UInt8>) {
        let whole = Excerpt.maskingEmails(VisibleText.of(line))
        text = VisibleText.of(whole, limit: Excerpt.limit)
        key = text == whole ? whole : Fingerprint.sha256(Array(whole.utf8))
    }

    package init(line: String) {
        self.init(line: Array(line.utf8))
    }

    /// A value that must not be shown: its public prefix and its length in bytes.
    package init(secret: some Collection<UInt8>, publicPrefix: Int) {
        text = VisibleText.of(secret.prefix(publicPrefix)) + "... (\(secret.count))"
        key = text
    }

    /// `ann.lee@example.org` becomes `a***@example.org`: what stands before the @ names a person.
    static func maskingEmails(_ text: String) -> String {
        var result: [UInt8] = []
        var word: [UInt8] = []
        func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"),
                UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...0xFF:
                true
            default: false
            }
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "@"), !word.isEmpty {
                let first = String(decoding: word, as: UTF8.self).first.map { Array(String($0).utf8) } ?? []
                result += first + Array("***@".utf8)
                word = []
            } else if isWord(byte) {
                word.append(byte)
            } else {
                result += word
                result.append(byte)
                word = []
            }
        }
        return String(decoding: result + word, as: UTF8.self)
    }
}
