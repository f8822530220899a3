// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Checksums that providers put at the end of their tokens.
package enum TokenChecksum {
    private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let hexDigits = Array("0123456789abcdef".utf8)

    /// GitHub's and npm's: the last six characters are the CRC32, in base 62, of those between the prefix and them.
    /// Source: "Behind GitHub's new authentication token formats", github.blog, 5 April 2021.
    static func base62Holds(for value: [UInt8]) -> Bool {
        let body = value.lastIndex(of: UInt8(ascii: "_")).map { value[($0 + 1)...] } ?? value[...]
        guard body.count > 6 else { return false }
        return base62(of: body.dropLast(6)).elementsEqual(body.suffix(6))
    }

    /// Grafana's: after the last underscore stands the CRC32 of all before it, in hex, its lowest byte first.
    /// Source: grafana/grafana, pkg/components/satokengen.
    static func hexHolds(for value: [UInt8]) -> Bool {
        guard let underscore = value.lastIndex(of: UInt8(ascii: "_")) else { return false }
        return hex(of: value[..<underscore]).elementsEqual(value[(underscore + 1)...].map { $0 | 0x20 })
    }

    /// Six characters.
    package static func base62(of bytes: some Collection<UInt8>) -> [UInt8] {
        var rest = Int(CRC32.checksum(bytes))
        var text = [UInt8](repeating: digits[0], count: 6)
        for place in text.indices.reversed() {
            text[place] = digits[rest % 62]
            rest /= 62
        }
        return text
    }

    /// Eight characters.
    package static func hex(of bytes: some Collection<UInt8>) -> [UInt8] {
        let checksum = CRC32.checksum(bytes)
        return [0, 8, 16, 24].flatMap { shift in
            let byte = Int(checksum >> shift & 0xFF)
            return [hexDigits[byte >> 4], hexDigits[byte & 15]]
        }
    }
}
