// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A list of patterns as OpenSSH has them (ssh_config(5), PATTERNS): `*`, `?`, and `!` before one that takes back.
struct PrincipalPatterns: Sendable {
    /// As written, each with its `!`.
    let patterns: [String]

    /// Parts of a list separated by commas. Throws for an empty part, which would match an empty name, and for one that
    /// OpenSSH finds too long.
    init(_ list: String) throws(SignatureError) {
        patterns = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard patterns.allSatisfy({ !$0.isEmpty && $0 != "!" }) else { throw SignatureError("a part of the list is empty") }
        guard patterns.allSatisfy({ $0.utf8.count < 1024 }) else { throw SignatureError("a part of the list is too long") }
    }

    /// Those that give, as written; each may be a pattern still.
    var granted: [String] { patterns.filter { !$0.hasPrefix("!") } }

    /// Some pattern matches and none takes it back.
    func match(_ name: String) -> Bool {
        var isGranted = false
        for pattern in patterns {
            if pattern.hasPrefix("!") {
                if PrincipalPatterns.match(name, pattern.dropFirst()) { return false }
            } else if PrincipalPatterns.match(name, pattern[...]) {
                isGranted = true
            }
        }
        return isGranted
    }

    /// Bytes, as OpenSSH compares: case counts.
    static func match(_ name: String, _ pattern: Substring) -> Bool {
        let name = Array(name.utf8)
        let pattern = Array(pattern.utf8)
        var (at, in_) = (0, 0)
        var retry: (name: Int, pattern: Int)?
        while at < name.count {
            if in_ < pattern.count, pattern[in_] == UInt8(ascii: "*") {
                retry = (at, in_ + 1)
                in_ += 1
            } else if in_ < pattern.count, pattern[in_] == UInt8(ascii: "?") || pattern[in_] == name[at] {
                (at, in_) = (at + 1, in_ + 1)
            } else if let last = retry {
                // The last star takes one byte more.
                retry = (last.name + 1, last.pattern)
                (at, in_) = (last.name + 1, last.pattern)
            } else {
                return false
            }
        }
        return pattern[in_...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
