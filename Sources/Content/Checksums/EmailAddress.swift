// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The address of a mailbox: a local part and a domain of two labels or more (RFC 5321), whose last could be a
/// top-level domain.
package enum EmailAddress {
    /// Names of files and of private networks, no top-level domains: `logo@2x.png`, `root@host.local`.
    private static let otherEndings: [String] = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "js", "jsx", "tsx", "css", "scss", "html", "json", "yaml",
        "yml", "xml", "txt", "pdf", "lock", "log", "local", "internal", "lan", "corp", "home",
    ]

    package static func isValid(_ bytes: [UInt8]) -> Bool {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), 1...64 ~= at, bytes.count <= 254 else { return false }
        let local = String(decoding: bytes[..<at], as: UTF8.self)
        // The account that repositories are fetched as, no mailbox.
        guard local != "git" else { return false }
        let labels = bytes[(at + 1)...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy(isLetter) else { return false }
        let ending = String(decoding: last, as: UTF8.self).lowercased()
        return labels.allSatisfy(isLabel) && !otherEndings.contains(ending)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return 1...63 ~= label.count && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 || $0 == hyphen }
    }
}
