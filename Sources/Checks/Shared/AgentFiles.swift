// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CCatalogue
package import Gate

extension Checks {
    /// Whether a commit that changes these files needs a human review, without regard to who made it.
    package static func askForReview(_ files: [ChangedFile]) -> Bool {
        files.contains { file in
            let kinds = AgentFiles.embedded.kinds(of: file)
            return kinds.contains(.executable) || kinds.contains(.instructions)
        }
    }
}

/// The files by which AI tools are steered in a repository, and those that they leave behind there.
struct AgentFiles: Sendable {
    enum Kind: String {
        /// Tells tools what to do.
        case instructions
        /// Names commands that tools run by themselves: hooks, MCP servers, set-up scripts.
        case executable
        /// Transcripts, caches, personal settings: nobody else's business.
        case residue
    }

    private struct Entry {
        let pattern: PathPattern
        let kind: Kind
        /// The folders that it stands in, each as a pattern: a link or a submodule there holds whatever it likes.
        let folders: [PathPattern]
    }

    /// By the first component of their path, which holds no wildcard: most paths have none of these components.
    private let entries: [ArraySlice<UInt8>: [Entry]]
    /// The same in lower case, for file systems that tell no cases apart.
    private let folded: [ArraySlice<UInt8>: [Entry]]

    static let embedded = AgentFiles()

    /// Reads what CCatalogue's generate.py wrote: a part of the program, so what is wrong with it is a defect of the
    /// build and traps.
    private init() {
        let text = UnsafeBufferPointer(start: aigate_agent_files(), count: aigate_agent_files_size)
        var entries: [ArraySlice<UInt8>: [Entry]] = [:]
        var folded = entries
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            do {
                guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else {
                    throw SettingError("not two columns")
                }
                let path = parts[1]
                entries[AgentFiles.first(path), default: []].append(try AgentFiles.entry(kind, "**/", path))
                // In other cases a plain name is a word (docs/agents.md): there only the root's counts.
                let depth = path.hasPrefix(".") || path.contains("/") ? "**/" : "/"
                let lower = path.lowercased()
                folded[AgentFiles.first(lower), default: []].append(try AgentFiles.entry(kind, depth, lower))
            } catch {
                preconditionFailure("agent-files.txt: \(error)")
            }
        }
        self.entries = entries
        self.folded = folded
    }

    private static func first(_ path: String) -> ArraySlice<UInt8> {
        Array(path.utf8).prefix { $0 != UInt8(ascii: "/") }
    }

    /// `depth`: `**/` at any, `/` at the root.
    private static func entry(_ kind: Kind, _ depth: String, _ path: String) throws -> Entry {
        let slashes = path.indices.filter { path[$0] == "/" }
        return Entry(
            pattern: try PathPattern(depth + path), kind: kind,
            folders: try slashes.map { try PathPattern(attribute: depth + path[..<$0]) })
    }

    /// What a path is, at any depth; of several the one that says most: residue, else executable. Nil for other files.
    /// `isLink`: something that stands for a folder of another place.
    func kind(of path: Path, isLink: Bool = false) -> Kind? {
        let lower = Path(path.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        let kinds = kinds(of: path, isLink, in: entries).union(kinds(of: lower, isLink, in: folded))
        return [.residue, .executable, .instructions].first { kinds.contains($0) }
    }

    /// What the file is, and what it was before a rename.
    func kinds(of file: ChangedFile) -> Set<Kind> {
        let isLink = [file.oldMode, file.newMode].contains { [0o120000, 0o160000].contains($0 & 0o170000) }
        return Set([file.path, file.oldPath].compactMap(\.self).compactMap { kind(of: $0, isLink: isLink) })
    }

    private func kinds(of path: Path, _ isLink: Bool, in entries: [ArraySlice<UInt8>: [Entry]]) -> Set<Kind> {
        var kinds: Set<Kind> = []
        for component in path.bytes.split(separator: UInt8(ascii: "/")) {
            for entry in entries[component] ?? [] {
                if entry.pattern.matches(path) { kinds.insert(entry.kind) }
                // What a link leads to is not in the commit: no residue, but it may steer.
                if isLink, entry.kind != .residue, entry.folders.contains(where: { $0.matches(path) }) {
                    kinds.insert(entry.kind)
                }
            }
        }
        return kinds
    }
}
