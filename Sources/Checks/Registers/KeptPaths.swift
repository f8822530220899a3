// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The patterns of the register by whether a tool is kept from them, in the order in which they count.
struct KeptPaths {
    /// Who reads the patterns.
    enum Dialect: Sendable {
        /// As gitignore(5): what is in a folder that is shut cannot be opened again.
        case git
        /// Python's pathspec: each path alone, by the last pattern that covers it.
        case pathspec
        /// Knows no patterns that begin with `!`.
        case withoutExceptions
    }

    private struct Entry {
        let pattern: PathPattern
        let isKept: Bool

        var text: String { pattern.text }
        var isFolder: Bool { text.hasSuffix("/") }
        /// Without a slash at either end.
        var name: String {
            String((isFolder ? text.dropLast() : text[...]).drop { $0 == "/" })
        }
        /// From the root, and not at any depth.
        var isAnchored: Bool { (isFolder ? text.dropLast() : text[...]).contains("/") }
        /// The same from the root: `/a/b`, `**/b`.
        var rooted: String { isAnchored ? "/\(name)" : "**/\(name)" }
        var coversContentAlone: Bool { name.hasSuffix("**") }
    }

    private let isDefaultKept: Bool
    private var layers: [[Entry]] = []

    init(of tool: String, _ registers: Registers, on days: JudgedDays) {
        guard let data = registers.data else {
            isDefaultKept = false
            return
        }
        func isKept(_ dataClass: DataClass) -> Bool {
            let classification = DataClassification(dataClass)
            return registers.access(of: tool, to: classification, on: days).map { !$0.answer.isPermitted } ?? false
        }
        isDefaultKept = isKept(data.defaultClass)
        layers = data.layers.map { rules in
            rules.flatMap { rule in
                let isKept = isKept(rule.dataClass)
                return rule.patterns.map { Entry(pattern: $0, isKept: isKept) }
            }
        }
    }

    /// Lines of an ignore file. What a repository says besides the organisation only keeps more.
    func patterns(_ dialect: Dialect) -> [String] {
        var lines: [String] = []
        if isDefaultKept { lines += dialect == .git ? ["*", "!*/"] : ["*"] }
        for (number, layer) in layers.enumerated() {
            for (index, entry) in layer.enumerated() {
                if entry.isKept {
                    let later = number == 0 ? layer[(index + 1)...].filter { !$0.isKept } : []
                    lines += KeptPaths.shutting(entry, exceptions: later, dialect)
                } else if number == 0, dialect != .withoutExceptions, !lines.isEmpty {
                    lines += KeptPaths.opening(entry, dialect)
                }
            }
        }
        return lines.contains { !$0.hasPrefix("!") } ? lines : []
    }

    private static func shutting(_ entry: Entry, exceptions: [Entry], _ dialect: Dialect) -> [String] {
        let plain = entry.text.hasPrefix("#") ? "\\\(entry.text)" : entry.text
        guard dialect == .git, !entry.coversContentAlone, exceptions.contains(where: { mayHold(entry, $0) }) else {
            return [plain]
        }
        // Folders stay open, and what is in them is shut one by one, so that the exception can be one.
        let content = ["\(entry.rooted)/**", "!\(entry.rooted)/**/"]
        return entry.isFolder ? content : [plain, "!\(entry.text)/"] + content
    }

    private static func opening(_ entry: Entry, _ dialect: Dialect) -> [String] {
        // A folder that is open again has nothing open in it.
        dialect == .git && !entry.coversContentAlone ? ["!\(entry.text)", "!\(entry.rooted)/**"] : ["!\(entry.text)"]
    }

    /// Whether an exception may lie in a folder that a pattern shuts.
    private static func mayHold(_ kept: Entry, _ exception: Entry) -> Bool {
        guard exception.isAnchored, !exception.name.contains(where: { "*?[".contains($0) }) else { return true }
        return kept.pattern.matches(Path(exception.name))
    }

    /// Globs from a root, where nothing can be opened again: what is kept stays kept, with all that is in it.
    func globs(root: String) -> [String] {
        if isDefaultKept { return ["\(root)**"] }
        var globs: [String] = []
        for entry in layers.joined() where entry.isKept {
            for glob in KeptPaths.globs(of: entry, root: root) where !globs.contains(glob) { globs.append(glob) }
        }
        return globs
    }

    /// A pattern covers a file of its name and all below a folder of its name; with a slash at its end the folder's
    /// content alone.
    private static func globs(of entry: Entry, root: String) -> [String] {
        let full = root + (entry.isAnchored ? entry.name : "**/\(entry.name)")
        if entry.coversContentAlone { return [full] }
        return entry.isFolder ? ["\(full)/**"] : [full, "\(full)/**"]
    }

    /// Paths and globs of OpenAI Codex below the root: a path without a wildcard covers what is in it.
    func codexPaths() -> [String] {
        if isDefaultKept { return ["."] }
        var paths: [String] = []
        for entry in layers.joined() where entry.isKept {
            let isPath = entry.isAnchored && !entry.name.contains { "*?[".contains($0) }
            for path in isPath ? [entry.name] : KeptPaths.globs(of: entry, root: "") where !paths.contains(path) {
                paths.append(path)
            }
        }
        return paths
    }
}
