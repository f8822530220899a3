// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Addresses of repositories and runs, as CI and git give them.
enum Address {
    /// `https://user:token@host/path` becomes `https://host/path`, `git@host:path` becomes `host:path`; anything else
    /// stays. What stands before the @ is a name or a token.
    static func withoutUserInformation(_ text: String) -> String {
        // Bytes: a combining character would hide an @ or a slash from a comparison of characters.
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return text }
        let isURL = bytes[colon...].starts(with: "://".utf8)
        let start = isURL ? colon + 3 : 0
        let end = isURL ? bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count : colon
        guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")),
            isURL || !bytes[..<at].contains(UInt8(ascii: "/"))
        else { return text }
        return String(decoding: bytes[..<start] + bytes[(at + 1)...], as: UTF8.self)
    }

    /// True for `http://` or `https://`, a host, and visible ASCII only.
    static func isWeb(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        return rest.first.map { !"/?#".utf8.contains($0) } == true && rest.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
