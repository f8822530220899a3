// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A list of patterns as OpenSSH has them (ssh_config(5), PATTERNS): `*`, `?`, and `!` before one that takes back.
struct PrincipalPatterns: Sendable {
    /// As written, each with its `!`.
    let patterns: [String]

    /// Parts of a list separated by commas. Throws for an empty part, which would match an empty name, and for one that
    /// OpenSSH finds too long.
    init(_ list: KeyFileLine.Text) throws(SignatureError) {
        patterns = list.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        guard patterns.allSatisfy({ !$0.isEmpty && $0 != "!" }) else {
            throw SignatureError("a part of the list is empty")
        }
        guard patterns.allSatisfy({ $0.utf8.count < 1024 }) else {
            throw SignatureError("a part of the list is too long")
        }
    }

    /// Those that give, as written; each may be a pattern still.
    var granted: [String] { patterns.filter { !PrincipalPatterns.takesBack($0) } }

    private static func takesBack(_ pattern: String) -> Bool { pattern.utf8.first == UInt8(ascii: "!") }

    /// Some pattern matches and none takes it back.
    func match(_ name: String) -> Bool {
        var isGranted = false
        for pattern in patterns {
            if PrincipalPatterns.takesBack(pattern) {
                if PrincipalPatterns.match(name, String(pattern.unicodeScalars.dropFirst())) { return false }
            } else if PrincipalPatterns.match(name, pattern) {
                isGranted = true
            }
        }
        return isGranted
    }

    /// Bytes, as OpenSSH compares: case counts.
    static func match(_ name: String, _ pattern: String) -> Bool {
        let name = Array(name.utf8)
        let pattern = Array(pattern.utf8)
        var (at, next) = (0, 0)
        var retry: (name: Int, pattern: Int)?
        while at < name.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                retry = (at, next + 1)
                next += 1
            } else if next < pattern.count, pattern[next] == UInt8(ascii: "?") || pattern[next] == name[at] {
                (at, next) = (at + 1, next + 1)
            } else if let last = retry {
                // The last star takes one byte more.
                retry = (last.name + 1, last.pattern)
                (at, next) = (last.name + 1, last.pattern)
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
