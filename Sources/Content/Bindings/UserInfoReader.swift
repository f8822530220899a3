// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Reads the password of a URL (RFC 3986, section 3.2.1): `scheme://user:word@host`.
struct UserInfoReader {
    let text: UnsafeBufferPointer<UInt8>

    /// Longer ones are no passwords.
    private static let limit = 300

    /// `separator`: of the `://`. Nil: the URL has no password, or one that documentation or every installation has.
    func password(behind separator: Range<Int>) -> (binding: Binding, isLocal: Bool)? {
        let rest = text[separator.upperBound...].prefix(UserInfoReader.limit)
        let authority = rest.prefix { !$0.isBlank && !$0.isLineEnd && !$0.isQuote && !"/?#<>\\".utf8.contains($0) }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
            let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":")),
            colon + 1 < at
        else { return nil }
        let host = authority[(at + 1)...].lowered.string
        guard let first = host.utf8.first, first.isAlphanumeric || "[$%{".utf8.contains(first), !isSample(host) else {
            return nil
        }
        let range = (colon + 1)..<at
        let isLocal = host.hasPrefix("localhost") || host.hasPrefix("127.") || host.hasPrefix("[::1]")
        // What servers are installed with, and let in from the same machine alone: guest:guest, postgres:postgres.
        if isLocal, text[range].elementsEqual(authority[..<colon]) { return nil }
        let binding = Binding(
            name: separator, path: separator, range: range, value: decoded(text[range]), form: .pair)
        return (binding, isLocal)
    }

    /// RFC 2606's names.
    private func isSample(_ host: String) -> Bool {
        let name = host.prefix { $0 != ":" }
        return name == "host" || name == "hostname"
            || name.split(separator: ".").contains { ["example", "invalid", "test"].contains($0) }
    }

    /// `%40` resolved.
    private func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        var value: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let code = UInt8(bytes[(index + 1)...(index + 2)].string, radix: 16)
            {
                value.append(code)
                index += 3
            } else {
                value.append(bytes[index])
                index += 1
            }
        }
        return value
    }
}
