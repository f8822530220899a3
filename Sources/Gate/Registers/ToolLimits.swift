// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a tool is allowed for; nil: no limit.
package struct ToolLimits: Sendable {
    /// Ids of data classes.
    package var dataClasses: [String]?
    /// Models, or versions where those are what evidence names.
    package var models: [NamePattern]?
    package var accounts: AccountRule?
    package let place: RegisterPlace

    package init(place: RegisterPlace) {
        self.place = place
    }

    /// Limits nothing.
    package var isEmpty: Bool { dataClasses == nil && models == nil && accounts == nil }
}

/// A pattern for names of models and versions: `*` stands for any text, case and punctuation do not count, so that
/// `claude-sonnet-4-*` matches `Claude Sonnet 4.5`.
package struct NamePattern: Hashable, Sendable {
    /// As written.
    package let text: String
    private let parts: [[UInt8]]

    package init(_ text: String) {
        self.text = text
        let pieces = NamePattern.folded(text, keeping: UInt8(ascii: "*"))
        parts = pieces.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    package func matches(_ name: String) -> Bool {
        matchesParts(parts, NamePattern.folded(name, keeping: nil))
    }

    /// Whether a text holds a name as whole words, whatever its case and punctuation.
    package static func isNamed(_ name: String, in text: String) -> Bool {
        let (words, name) = (folded(text, keeping: nil), folded(name, keeping: nil))
        let hyphen = [UInt8(ascii: "-")]
        return !name.isEmpty && (hyphen + words + hyphen).firstRange(of: hyphen + name + hyphen) != nil
    }

    /// Whether it matches whatever the other one matches.
    package func covers(_ other: NamePattern) -> Bool {
        matchesParts(parts, NamePattern.folded(other.text, keeping: UInt8(ascii: "*")))
    }

    /// Lower case, every run of other bytes than letters and digits one hyphen, none at the ends.
    private static func folded(_ text: String, keeping star: UInt8?) -> [UInt8] {
        var result: [UInt8] = []
        var isGap = false
        for byte in text.lowercased().utf8 {
            if byte == star {
                if isGap, !result.isEmpty, result.last != star { result.append(UInt8(ascii: "-")) }
                isGap = false
                result.append(byte)
            } else if (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80 {
                if isGap, !result.isEmpty { result.append(UInt8(ascii: "-")) }
                isGap = false
                result.append(byte)
            } else {
                isGap = true
            }
        }
        return result
    }
}

/// Which accounts count as managed by the organisation. E-mail addresses of commits are claims.
package struct AccountRule: Sendable {
    /// Domains of e-mail addresses, without their subdomains.
    package var domains: [String]
    /// Patterns for whole addresses, in which `*` stands for any text.
    package var addresses: [String]

    package init(domains: [String] = [], addresses: [String] = []) {
        self.domains = domains
        self.addresses = addresses
    }

    package func allows(_ identity: Identity) -> Bool {
        let address = identity.email.lowercased()
        if let at = address.lastIndex(of: "@") {
            let domain = address[address.index(after: at)...]
            if domains.contains(where: { $0.lowercased() == domain }) { return true }
        }
        return addresses.contains { pattern in
            let parts = pattern.lowercased().utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            return matchesParts(parts.map(Array.init), Array(address.utf8))
                || matchesParts(parts.map(Array.init), Array(identity.key.utf8))
        }
    }
}

/// Whether a text is made of the parts in their order, with anything between them: greedy from the left, in time that
/// the text's length bounds.
private func matchesParts(_ parts: [[UInt8]], _ text: [UInt8]) -> Bool {
    guard let first = parts.first, let last = parts.last else { return text.isEmpty }
    if parts.count == 1 { return first == text }
    guard text.starts(with: first), text.count >= first.count + last.count, text.suffix(last.count) == last[...] else {
        return false
    }
    var rest = text[first.count..<(text.count - last.count)]
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
        guard let found = rest.firstRange(of: part) else { return false }
        rest = rest[found.upperBound...]
    }
    return true
}
