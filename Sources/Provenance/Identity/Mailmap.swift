// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Which names and addresses are the same person's, as `.mailmap` says it.
///
/// Source: gitmailmap(5) for the four forms; git's mailmap.c for what of a line it reads and what a later line
/// replaces. The bytes come from the base commit: a change must not make one person of two, or two of one.
package struct Mailmap: Sendable {
    /// The largest file that is read, in bytes.
    package static let byteLimit = 4 << 20

    /// What takes the place of a name or an address; nil keeps it.
    private struct Replacement {
        var name: String?
        var email: String?
    }

    /// All of one address: in general, and by the name beside it.
    private struct Entry {
        var simple = Replacement()
        var byName: [String: Replacement] = [:]
    }

    /// By address, letters of ASCII in lower case.
    private var entries: [String: Entry] = [:]

    package init() {}

    package init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            // git's lines end where a NUL stands.
            add(line.prefix { $0 != 0 })
        }
    }

    /// The name and address to use, as `git check-mailmap` prints them.
    package func identity(_ identity: Identity) -> Identity {
        guard let entry = entries[Mailmap.key(identity.email)] else { return identity }
        let replacement = entry.byName[Mailmap.key(identity.name)] ?? entry.simple
        return Identity(name: replacement.name ?? identity.name, email: replacement.email ?? identity.email)
    }

    /// The addresses that it has something to say of, sorted.
    package var addresses: [String] { entries.keys.sorted() }

    /// `Name <email>`, `<new> <old>`, `Name <new> <old>`, `Name <new> Old Name <old>`; anything else says nothing.
    private mutating func add(_ line: ArraySlice<UInt8>) {
        var rest = line
        guard let first = Mailmap.takeIdentity(&rest, allowsEmptyAddress: false) else { return }
        let second = Mailmap.takeIdentity(&rest, allowsEmptyAddress: true)
        let address = Mailmap.key(second?.email ?? first.email)
        let new = Replacement(name: first.name, email: second == nil ? nil : first.email)
        if let name = second?.name {
            entries[address, default: Entry()].byName[Mailmap.key(name)] = new
        } else {
            var entry = entries[address] ?? Entry()
            entry.simple.name = new.name ?? entry.simple.name
            entry.simple.email = new.email ?? entry.simple.email
            entries[address] = entry
        }
    }

    /// Takes what stands up to the next `<...>`; nil where there is none, and then nothing is taken.
    private static func takeIdentity(
        _ rest: inout ArraySlice<UInt8>, allowsEmptyAddress: Bool
    ) -> (name: String?, email: String)? {
        guard let open = rest.firstIndex(of: UInt8(ascii: "<")),
            let close = rest[(open + 1)...].firstIndex(of: UInt8(ascii: ">")), allowsEmptyAddress || close > open + 1
        else { return nil }
        let name = trimmed(rest[..<open])
        let email = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
        rest = rest[(close + 1)...]
        return (name.isEmpty ? nil : String(decoding: name, as: UTF8.self), email)
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var text = text
        while let first = text.first, isBlank(first) { text.removeFirst() }
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }

    private static func key(_ text: String) -> String { text.asciiLowercased }
}

extension String {
    /// Letters of ASCII alone in lower case, as git compares names and addresses.
    var asciiLowercased: String {
        guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
        return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
