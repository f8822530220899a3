// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The only form in which text of a change may leave the program: masked, visible, cut to a length.
package struct Excerpt: Hashable, Sendable {
    /// The most characters an excerpt shows.
    package static let limit = 160

    package let text: String
    /// It shows a value's public prefix and length, and nothing else.
    package let isMask: Bool
    /// What fingerprints are made of: the text, or where it was cut the digest of the whole masked line.
    package let key: String

    /// A line in which nothing is known to be secret. E-mail addresses are masked all the same.
    package init(line: some Sequence<UInt8>) {
        let whole = Excerpt.maskingEmails(VisibleText.of(line))
        isMask = false
        text = VisibleText.of(whole, limit: Excerpt.limit)
        key = text == whole ? text : Fingerprint.sha256(Array(whole.utf8))
    }

    package init(line: String) {
        self.init(line: Array(line.utf8))
    }

    /// Another excerpt without the values of a mask; the same for fingerprints.
    package init(_ excerpt: Excerpt, by mask: ValueMask) {
        isMask = excerpt.isMask
        // The public prefix is as long as what a mask takes for too much.
        text = excerpt.isMask ? excerpt.text : mask.masked(excerpt.text)
        key = excerpt.key
    }

    /// A value that must not be shown: its public prefix and its length in bytes. `line`: the line with every value
    /// masked; `code`: what tells the value from others under the organisation's key, where there is one.
    package init(secret: some Collection<UInt8>, publicPrefix: Int, line: [UInt8] = [], code: String? = nil) {
        isMask = true
        text = VisibleText.of(secret.prefix(min(publicPrefix, secret.count / 2))) + "... (\(secret.count))"
        key = Fingerprint.sha256(Array(text.utf8) + [0] + line + [0] + Array((code ?? "").utf8))
    }

    /// `ann.lee@example.org` becomes `a***@example.org`: what stands before the @ names a person. A version or a ref
    /// after
    /// the @ (`checkout@v4`, `left-pad@1.3.0`) names none.
    static func maskingEmails(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var start = 0
        while let at = bytes[start...].firstIndex(of: UInt8(ascii: "@")) {
            let local = bytes[(bytes[start..<at].lastIndex { !isWord($0) }.map { $0 + 1 } ?? start)..<at]
            let rest = bytes[(at + 1)...]
            let isRange = rest.first.map("^~<>=*".utf8.contains) ?? false
            if !local.isEmpty, !isRange, !isVersion(rest.prefix(while: isWord)), !rest.starts(with: Array("refs/".utf8))
            {
                let first = String(decoding: local, as: UTF8.self).first.map { Array(String($0).utf8) } ?? []
                result += bytes[start..<local.startIndex] + first + Array("***@".utf8)
            } else {
                result += bytes[start...at]
            }
            start = at + 1
        }
        return String(decoding: result + bytes[start...], as: UTF8.self)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...0xFF:
            true
        default: false
        }
    }

    /// Begins like a number, and its last part is one too; four numbers are the address of a host.
    private static func isVersion(_ bytes: some Collection<UInt8>) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let labels = bytes.split(separator: UInt8(ascii: "."))
        guard let first = labels.first, let last = labels.last else { return false }
        let number = first.first == UInt8(ascii: "v") ? first.dropFirst() : first
        let isHost = labels.count == 4 && labels.allSatisfy { $0.allSatisfy(isDigit) }
        return number.first.map(isDigit) == true && last.contains(where: isDigit) && !isHost
    }
}
