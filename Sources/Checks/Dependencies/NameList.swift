// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Dependencies
package import Gate

/// Packages by name: of one ecosystem or of all, with `*` for the rest of a name.
package struct NameList: Sendable {
    private struct Prefix {
        let ecosystem: Ecosystem?
        let start: String
    }

    private var names: [Ecosystem?: Set<String>] = [:]
    private var prefixes: [Prefix] = []
    /// The ecosystems that an entry names.
    private(set) var ecosystems: Set<Ecosystem> = []

    package init() {}

    /// `npm left-pad`, `pkg:npm/%40acme/*`, `left-pad`: throws `SettingError` for an ecosystem that there is not.
    package mutating func add(_ entry: String) throws(SettingError) {
        let (ecosystem, name) = try NameList.parsed(entry)
        if let ecosystem { ecosystems.insert(ecosystem) }
        if name.hasSuffix("*") {
            prefixes.append(Prefix(ecosystem: ecosystem, start: String(name.dropLast())))
        } else {
            names[ecosystem, default: []].insert(name)
        }
    }

    /// The lines of a file; what stands behind a # is a comment.
    package mutating func add(lines text: String) throws(SettingError) {
        for line in text.split(separator: "\n") {
            // No name of a package has a blank before a #.
            let entry = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0].filter {
                $0 != "\r" && $0 != "\t"
            }
            let words = entry.split(separator: " ").joined(separator: " ")
            if !words.isEmpty { try add(words) }
        }
    }

    package var isEmpty: Bool { names.isEmpty && prefixes.isEmpty }

    package func contains(_ ecosystem: Ecosystem, _ name: String) -> Bool {
        let name = NameList.normalised(ecosystem, name)
        let isNamed = [ecosystem, nil].contains { names[$0]?.contains(name) == true }
        return isNamed
            || prefixes.contains { ($0.ecosystem == nil || $0.ecosystem == ecosystem) && name.hasPrefix($0.start) }
    }

    /// How a list lets through: entries of one ecosystem speak for it.
    static let passes = Tightening.Passes(
        covers: { list, entry in
            do {
                var names = NameList()
                for known in list { try names.add(known) }
                return try names.covers(entry)
            } catch {
                return false
            }
        },
        subject: { entry in
            do { return try parsed(entry).0?.rawValue } catch { return nil }
        })

    /// Whether the list has whatever an entry has.
    private func covers(_ entry: String) throws(SettingError) -> Bool {
        let (ecosystem, name) = try NameList.parsed(entry)
        let start = name.hasSuffix("*") ? String(name.dropLast()) : name
        let isNamed = start == name && [ecosystem, nil].contains { names[$0]?.contains(name) == true }
        return isNamed
            || prefixes.contains {
                ($0.ecosystem == nil || $0.ecosystem == ecosystem) && start.hasPrefix($0.start)
            }
    }

    private static func parsed(_ entry: String) throws(SettingError) -> (Ecosystem?, String) {
        if entry.hasPrefix("pkg:") { return try purl(entry) }
        let words = entry.split(separator: " ")
        guard words.count == 2 else {
            guard words.count == 1 else {
                throw SettingError("\(quoted(entry)) is no name: write ECOSYSTEM NAME, pkg:TYPE/NAME or NAME")
            }
            return (nil, String(words[0]))
        }
        let ecosystem = try ecosystem(String(words[0]))
        return (ecosystem, normalised(ecosystem, String(words[1])))
    }

    private static func ecosystem(_ word: String) throws(SettingError) -> Ecosystem {
        let known = Ecosystem.allCases.map(\.rawValue)
        guard let ecosystem = Ecosystem(rawValue: word.lowercased()) else {
            throw SettingError(unknownKey(word, known: known, what: "ecosystem"))
        }
        return ecosystem
    }

    /// `pkg:TYPE/NAMESPACE/NAME@VERSION?QUALIFIERS#SUBPATH` (github.com/package-url/purl-spec); versions are not told
    /// apart.
    private static func purl(_ text: String) throws(SettingError) -> (Ecosystem?, String) {
        let path = text.dropFirst(4).prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/")
        guard parts.count >= 2 else { throw SettingError("\(quoted(text)) is no package URL: write pkg:TYPE/NAME") }
        let ecosystem = try ecosystem(String(parts[0]))
        var names = parts.dropFirst().map(String.init)
        // The @ of a scope stands at the start of a part.
        if let at = names[names.count - 1].dropFirst().firstIndex(of: "@") {
            names[names.count - 1] = String(names[names.count - 1][..<at])
        }
        let name = names.joined(separator: ecosystem == .maven ? ":" : "/")
        return (ecosystem, normalised(ecosystem, unescaped(name)))
    }

    private static func unescaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = Hex.value(bytes[index + 1]),
                let low = Hex.value(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// As the ecosystem compares names.
    private static func normalised(_ ecosystem: Ecosystem, _ name: String) -> String {
        switch ecosystem {
        case .pypi: RequirementsFile.normalised(name)
        case .cargo: ecosystem.lockName(name)
        case .nuget, .composer, .github, .swift: name.lowercased()
        default: name
        }
    }
}
