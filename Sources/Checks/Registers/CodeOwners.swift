// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Who owns which paths, as the forges' CODEOWNERS says.
///
/// Source: docs.github.com "About code owners" (places, order, the last match counts) and docs.gitlab.com "Code Owners"
/// (places, sections with default owners; of each section the last match counts). An invalid line is skipped, as both
/// do.
struct CodeOwners {
    /// GitHub's places, then the one that GitLab has besides; the first file that stands there counts.
    static let places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"]
    /// GitHub reads no larger file; in bytes.
    static let sizeLimit = 3 << 20

    private struct Line {
        let pattern: PathPattern
        let owners: [String]
    }

    /// One without a head for what stands before the first head.
    private var sections: [[Line]] = []

    init(_ tree: any FileTree) throws {
        for place in CodeOwners.places {
            if let bytes = try tree.bytes(of: Path(place), limit: CodeOwners.sizeLimit) {
                self.init(bytes)
                return
            }
        }
        self.init([])
    }

    init(_ bytes: [UInt8]) {
        var lines: [Line] = []
        var defaults: [String] = []
        for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            let text = String(decoding: line.prefix(4096), as: UTF8.self)
            guard let first = text.first(where: { !$0.isWhitespace }), first != "#" else { continue }
            if let head = CodeOwners.head(text) {
                sections.append(lines)
                lines = []
                defaults = head
                continue
            }
            guard let (written, owners) = CodeOwners.entry(text) else { continue }
            do {
                lines.append(Line(pattern: try PathPattern(written), owners: owners.isEmpty ? defaults : owners))
            } catch {
                // A pattern that the forge would not read either.
                continue
            }
        }
        sections.append(lines)
    }

    /// E-mail addresses and `@login` or `@org/team` in lower case, sorted; empty where nobody is named.
    func of(_ path: Path) -> [String] {
        let owners = sections.flatMap { lines in lines.last { $0.pattern.matches(path) }?.owners ?? [] }
        return Set(owners).sorted()
    }

    /// The default owners of a section's head: `[Name]`, `^[Name][2] @owner`; nil for any other line.
    private static func head(_ text: String) -> [String]? {
        var rest = text.drop(while: \.isWhitespace)
        if rest.first == "^" { rest = rest.dropFirst() }
        guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return nil }
        rest = rest[rest.index(after: end)...]
        if rest.first == "[", let end = rest.firstIndex(of: "]") { rest = rest[rest.index(after: end)...] }
        // A pattern with a class, such as [ab].c.
        guard rest.first.map(\.isWhitespace) ?? true else { return nil }
        return owners(rest)
    }

    /// Pattern and owners; a blank in a pattern is written after a backslash.
    private static func entry(_ text: String) -> (pattern: String, owners: [String])? {
        var pattern = ""
        var rest = text.drop(while: \.isWhitespace)
        while let next = rest.first, !next.isWhitespace {
            rest = rest.dropFirst()
            if next == "\\", let escaped = rest.first {
                pattern.append(escaped)
                rest = rest.dropFirst()
            } else {
                pattern.append(next)
            }
        }
        return pattern.isEmpty ? nil : (pattern, owners(rest))
    }

    private static func owners(_ text: Substring) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") }
        return words.filter { $0.contains("@") }.map { word in
            word.hasPrefix("@") ? word.lowercased() : Identity(name: "", email: String(word)).key
        }
    }
}
