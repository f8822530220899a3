// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Masks e-mail addresses and the user information of URLs, and leaves the form of the text as it is.
struct OutsideMask {
    private(set) var bytes: [UInt8] = []
    /// Places that were masked.
    private(set) var count = 0

    /// One pass for each; linear in the input.
    init(_ original: [UInt8]) {
        let withoutUsers = maskingUserInformation(original)
        bytes = maskingAddresses(withoutUsers)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// `https://ann:word@host` becomes `https://***@host`.
    private mutating func maskingUserInformation(_ input: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        var index = 0
        while index < input.count {
            guard input[index] == UInt8(ascii: ":"), input[index...].starts(with: "://".utf8) else {
                output.append(input[index])
                index += 1
                continue
            }
            let start = index + 3
            let end = input[start...].firstIndex(where: OutsideMask.endsAuthority) ?? input.count
            output += "://".utf8
            if let at = input[start..<end].lastIndex(of: UInt8(ascii: "@")) {
                output += "***".utf8
                output += input[at..<end]
                count += 1
            } else {
                output += input[start..<end]
            }
            index = end
        }
        return output
    }

    /// `ann@example.org` becomes `a***@example.org`; `name@1.2.3` and `checkout@v4` stay.
    private mutating func maskingAddresses(_ input: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        var word = 0
        for (index, byte) in input.enumerated() {
            if byte == UInt8(ascii: "@"), word > 0, OutsideMask.isDomain(input[(index + 1)...]) {
                output.removeLast(word - 1)
                output += "***".utf8
                count += 1
                word = 0
            } else {
                word = OutsideMask.isLocalPart(byte) ? word + 1 : 0
            }
            output.append(byte)
        }
        return output
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "/?#\"'<>\\`".utf8.contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        default: false
        }
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "._%+-'".utf8.contains(byte)
    }

    /// At least two labels, the last of two letters or more (RFC 1035's limit of 255 bytes).
    private static func isDomain(_ rest: ArraySlice<UInt8>) -> Bool {
        let name = rest.prefix(255).prefix { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true)
        guard labels.count > 1, let last = labels.last, last.count > 1 else { return false }
        return last.allSatisfy { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
