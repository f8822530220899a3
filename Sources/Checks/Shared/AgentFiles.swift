// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CCatalogue
package import Gate

extension Checks {
    /// Whether a commit that changes these files needs a human review, without regard to who made it.
    package static func askForReview(_ files: [ChangedFile]) -> Bool {
        files.contains { file in
            [file.path, file.oldPath].compactMap(\.self).contains { path in
                let kind = AgentFiles.embedded.kind(of: path)
                return kind == .executable || kind == .instructions
            }
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
    }

    /// By the first component of their path, which holds no wildcard: most paths have none of these components.
    private let entries: [ArraySlice<UInt8>: [Entry]]

    static let embedded = AgentFiles()

    /// Reads what CCatalogue's generate.py wrote: a part of the program, so what is wrong with it is a defect of the
    /// build and traps.
    private init() {
        let text = UnsafeBufferPointer(start: aigate_agent_files(), count: aigate_agent_files_size)
        var entries: [ArraySlice<UInt8>: [Entry]] = [:]
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            do {
                guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else { throw SettingError("not two columns") }
                let first = Array(parts[1].utf8).prefix { $0 != UInt8(ascii: "/") }
                entries[first, default: []].append(Entry(pattern: try PathPattern("**/" + parts[1]), kind: kind))
            } catch {
                preconditionFailure("agent-files.txt: \(error)")
            }
        }
        self.entries = entries
    }

    /// What a path is, at any depth; of several the one that says most: residue, else executable. Nil for other files.
    func kind(of path: Path) -> Kind? {
        var kinds: Set<Kind> = []
        for component in path.bytes.split(separator: UInt8(ascii: "/")) {
            for entry in entries[component] ?? [] where entry.pattern.matches(path) { kinds.insert(entry.kind) }
        }
        return [.residue, .executable, .instructions].first { kinds.contains($0) }
    }
}
