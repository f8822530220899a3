// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Domains of RFC 2606 and RFC 6761 that nobody can have.
enum ReservedDomains {
    private static let endings = [
        "example.com", "example.org", "example.net", "example", "test", "invalid", "localhost",
    ]

    /// Whether the domain of an address, or a domain by itself, is one of them or lies below one.
    static func holds(_ value: [UInt8]) -> Bool {
        let text = String(decoding: value, as: UTF8.self).lowercased()
        let domain = text.split(separator: "@").last ?? ""
        return endings.contains { domain == $0 || domain.hasSuffix("." + $0) }
    }
}
