// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// Names a finding across rebases, squashes and machines: never made of a line number or a commit id.
package enum Fingerprint {
    /// Goes into every fingerprint; changes when what they are made of changes.
    private static let version = "aigate-fingerprint-1"

    /// SHA-256 over version, check, rule, path, the masked line with blanks folded, which of several equals it is, and
    /// for a finding about a commit itself that commit's patch id. 64 lower-case hexadecimal digits.
    package static func of(
        check: String, rule: String?, path: Path?, excerpt: Excerpt?, occurrence: Int, patchID: String?
    ) -> String {
        var hash = SHA256()
        func add(_ bytes: some Sequence<UInt8>) {
            // Length first, so that no two lists of parts hash alike.
            let part = Array(bytes)
            hash.update(data: Array("\(part.count):".utf8))
            hash.update(data: part)
        }
        add(version.utf8)
        add(check.utf8)
        add((rule ?? "").utf8)
        add(path?.bytes ?? [])
        add((excerpt?.key.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? "").utf8)
        add(String(occurrence).utf8)
        add((patchID ?? "").utf8)
        return Hex.string(hash.finalize())
    }

    /// HMAC-SHA-256 of a value under the organisation's key, 64 lower-case hexadecimal digits.
    package static func code(of value: some Collection<UInt8>, key: [UInt8]) -> String {
        Hex.string(HMAC<SHA256>.authenticationCode(for: Array(value), using: SymmetricKey(data: key)))
    }

    /// SHA-256 of bytes, 64 lower-case hexadecimal digits.
    package static func sha256(_ bytes: some Collection<UInt8>) -> String {
        Hex.string(SHA256.hash(data: Array(bytes)))
    }
}
