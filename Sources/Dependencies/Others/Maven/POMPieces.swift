// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension POM {
    /// An entry spans lines, and shares some with others: so the whole text is read, and not what was added alone.
    package func dependencies(inLinesOf bytes: [UInt8], besides base: [UInt8]) -> [Dependency] {
        var pieces = POMPieces(bytes)
        return pieces.read()
    }
}

/// Reads the groupId, artifactId and version of a POM that is no XML, or has a document type, entry by entry.
///
/// It knows comments and the tags in which the three names mean something, and asks for no end of any of them. Nothing
/// is expanded: a name with `&` or `${` in it is none, and such a version is settled elsewhere.
struct POMPieces {
    /// What the three names speak of.
    private enum Kind: String {
        case dependency, plugin, parent, `extension`, path
        /// These name packages that nobody fetches for it.
        case exclusion, configuration, relocation, artifactItem

        var isAsked: Bool {
            switch self {
            case .dependency, .plugin, .parent, .extension, .path: true
            case .exclusion, .configuration, .relocation, .artifactItem: false
            }
        }

        /// Where it begins, what stands open and cannot hold it has lost its end.
        func fits(into outer: Kind) -> Bool {
            switch self {
            case .dependency: outer == .plugin
            case .plugin, .parent, .extension: false
            case .path, .exclusion, .configuration, .relocation, .artifactItem: outer != self
            }
        }
    }

    private struct Entry {
        let kind: Kind
        var group: String?
        var artifact: String?
        var version: String?
        /// Of the artifactId.
        var line: Int?
    }

    /// So many tags are kept open; a file that opens more loses them all.
    private static let deepest = 16

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var open: [Entry] = []
    /// Within `<dependencies>`, where an entry counts even if its own tag is broken.
    private var isList = false
    /// No comment ends behind here.
    private var hasNoCommentEnd = false
    private var found: [Dependency] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read() -> [Dependency] {
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            advance(to: start)
            if stands("<!--"), !hasNoCommentEnd { comment() } else { tag() }
        }
        end(to: 0)
        return found
    }

    private func stands(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func advance(to end: Int) {
        line += bytes[index..<end].count { $0 == UInt8(ascii: "\n") }
        index = end
    }

    /// What is never closed comments nothing out.
    private mutating func comment() {
        guard let end = place(of: "-->") else {
            hasNoCommentEnd = true
            return tag()
        }
        advance(to: end)
    }

    private func place(of text: String) -> Int? {
        let mark = Array(text.utf8)
        var rest = bytes[index...]
        while let start = rest.firstIndex(of: mark[0]) {
            if bytes[start...].starts(with: mark) { return start }
            rest = bytes[(start + 1)...]
        }
        return nil
    }
}

// MARK: - Tags

extension POMPieces {
    private static let brackets: Set<UInt8> = [UInt8(ascii: "<"), UInt8(ascii: ">")]

    /// From `<` to `>`, or to the next `<` where that is missing.
    private mutating func tag() {
        advance(to: index + 1)
        let end = bytes[index...].firstIndex { POMPieces.brackets.contains($0) } ?? bytes.endIndex
        var text = bytes[index..<end]
        advance(to: end < bytes.endIndex && bytes[end] == UInt8(ascii: ">") ? end + 1 : end)
        let closes = text.first == UInt8(ascii: "/")
        if closes { text.removeFirst() }
        let name = text.prefix { $0.isWord || $0 == UInt8(ascii: ":") }.split(separator: UInt8(ascii: ":")).last ?? []
        if closes { close(name.decoded) } else if text.last != UInt8(ascii: "/") { begin(name.decoded) }
    }

    private mutating func begin(_ name: String) {
        switch name {
        case "groupId", "artifactId", "version": take(name)
        case "dependencies": isList = true
        default:
            guard let kind = Kind(rawValue: name) else { return }
            end(to: open.lastIndex { kind.fits(into: $0.kind) }.map { $0 + 1 } ?? 0)
            if open.count >= POMPieces.deepest { end(to: 0) }
            open.append(Entry(kind: kind))
        }
    }

    private mutating func close(_ name: String) {
        if name == "dependencies" {
            isList = false
            end(to: open.lastIndex { $0.kind == .plugin }.map { $0 + 1 } ?? 0)
        } else if let kind = Kind(rawValue: name), let place = open.lastIndex(where: { $0.kind == kind }) {
            end(to: place)
        }
    }

    /// The text behind the tag goes to the innermost entry, where the first counts.
    private mutating func take(_ name: String) {
        let line = line
        let text = value()
        if open.isEmpty, isList { open.append(Entry(kind: .dependency)) }
        guard var entry = open.popLast() else { return }
        // A dependency that names a second group is another one.
        if entry.kind == .dependency, name == "groupId", entry.group != nil {
            add(entry)
            entry = Entry(kind: .dependency)
        }
        switch name {
        case "groupId": entry.group = entry.group ?? text
        case "version": entry.version = entry.version ?? text
        default:
            entry.line = entry.line ?? line
            entry.artifact = entry.artifact ?? text
        }
        open.append(entry)
    }

    /// Nil for one that is too long for a name or a version.
    private mutating func value() -> String? {
        let isQuoted = stands("<![CDATA[")
        if isQuoted { advance(to: index + 9) }
        let end = bytes[index...].firstIndex(of: UInt8(ascii: isQuoted ? "]" : "<")) ?? bytes.endIndex
        let text = bytes[index..<end].unpadded
        advance(to: end)
        return text.count <= Placeholders.longestValue ? text.decoded : nil
    }

    private mutating func end(to depth: Int) {
        while open.count > depth, let entry = open.popLast() { add(entry) }
    }

    private mutating func add(_ entry: Entry) {
        let group = entry.group ?? (entry.kind == .plugin ? "org.apache.maven.plugins" : nil)
        guard entry.kind.isAsked, let group, let artifact = entry.artifact, !group.isEmpty, !artifact.isEmpty else {
            return
        }
        let module = Array("\(group):\(artifact)".utf8)
        guard PackageWord.isName(module[...], extra: ":") else { return }
        let version = entry.version ?? ""
        found.append(
            Dependency(
                .maven, module.decoded, requirement: version,
                bound: version.contains("&") ? .elsewhere : .maven(version), scope: entry.kind.rawValue,
                isLocked: false, line: entry.line))
    }
}
