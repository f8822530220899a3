// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate
import Policy

/// The repository's `tools.yml`, to which an entry is added.
struct ToolEntryFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Throws `Stop` and `ConfigError` where it cannot be done without touching what others wrote.
    func add(_ entry: ToolEntryText) throws {
        let old = exists(path) ? String(decoding: try read(path, limit: YAMLReader.sizeLimit), as: UTF8.self) : head
        let text = old + (old.isEmpty || old.hasSuffix("\n") ? "" : "\n") + entry.text
        let node = try YAMLReader.read(Array(old.utf8), file: path)
        guard case .map(let keys) = node.value, let last = keys.last, last.key == "tools" else {
            throw Stop(
                ExitCode.usage, "\(VisibleText.of(path)) does not end with 'tools:', so nothing was added",
                "move that key to the end, or put the entry there by hand: leave --write out")
        }
        if case .map(let tools) = last.value.value {
            if let known = tools.first(where: { $0.key == entry.id }) {
                throw Stop(
                    ExitCode.usage, "\(VisibleText.of(path)): line \(known.keyLine): \(entry.id) is there already",
                    "ask again by a further event: {date: ..., status: requested, by: ..., reference: ...}")
            }
        }
        // What the entry became part of must still be read.
        do { _ = try YAMLReader.read(Array(text.utf8), file: path) } catch {
            throw Stop(
                ExitCode.usage, "the entry does not fit to the end of \(VisibleText.of(path)) as that is indented",
                "put it there by hand: leave --write out")
        }
        do {
            let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw Stop(ExitCode.usage, "cannot write \(VisibleText.of(path))")
        }
    }

    private var head: String {
        """
        # The register of AI tools; its format: aigate policy schema tools
        version: 1
        # Whose approval counts: addresses of roles, for an address of a person in git cannot be erased.
        approvers: ["..."]
        tools:

        """
    }
}
