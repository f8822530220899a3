// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Git

/// The origin's address, as evidence names the repository; nil when it is a path on this machine.
func repositoryAddress(_ repository: Repository) throws -> String? {
    try repository.setting("remote.origin.url").flatMap(RepositoryAddress.shown)
}

/// Addresses of git remotes (git-fetch(1), "Git URLs").
enum RepositoryAddress {
    private static let schemes = ["https", "http", "ssh", "git"]

    /// Without user information, query and fragment: each may hold a token. Nil for what is on no other machine.
    static func shown(_ address: String) -> String? {
        let bytes = Array(address.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        guard bytes[colon...].starts(with: "://".utf8) else { return scp(bytes, colon) }
        guard schemes.contains(String(decoding: bytes[..<colon], as: UTF8.self).lowercased()) else { return nil }
        let rest = bytes[(colon + 3)...].prefix { !"?#".utf8.contains($0) }
        let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        let start = rest[..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? rest.startIndex
        guard start < end else { return nil }
        return String(decoding: bytes[..<(colon + 3)] + rest[start...], as: UTF8.self)
    }

    /// `git@host:path`. A slash before the colon makes it a path, a second colon a transport of somebody's own.
    private static func scp(_ bytes: [UInt8], _ colon: Int) -> String? {
        let start = bytes[..<colon].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? 0
        guard start < colon, !bytes[..<colon].contains(UInt8(ascii: "/")),
            bytes[(colon + 1)...].first != UInt8(ascii: ":")
        else {
            return nil
        }
        return String(decoding: bytes[start...], as: UTF8.self)
    }
}
