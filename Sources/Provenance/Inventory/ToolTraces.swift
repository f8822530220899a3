// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CCatalogue
package import Gate

/// What shows in a repository's files and references that a tool is used: the catalogue's files, packages, modules and
/// names of environment variables. Read once, shared by all threads.
package final class ToolTraces: Sendable {
    /// What a tool is called.
    package struct Tool: Sendable {
        package let id: String
        package let name: String
        /// Nil for what has none.
        package let vendor: String?
        package let kind: SeenTool.Kind
    }

    /// A trace, and whose it is.
    package struct Found: Hashable, Sendable {
        package let tool: String
        package let kind: ToolTrace.Kind
        /// In the catalogue's words.
        package let name: String

        package init(tool: String, kind: ToolTrace.Kind, name: String) {
            self.tool = tool
            self.kind = kind
            self.name = name
        }
    }

    private struct FilePattern: Sendable {
        let pattern: PathPattern
        let found: Found
    }

    /// A module or variable that a text is searched for.
    struct Word: Sendable {
        let found: Found
        /// Nil for a variable.
        let family: SourceFamily?
        let bytes: [UInt8]
    }

    package static let embedded = ToolTraces(ToolCatalogue.embedded)

    private let tools: [String: Tool]
    /// By the first component of the pattern, which holds no wildcard: most paths have none of these components.
    private let files: [ArraySlice<UInt8>: [FilePattern]]
    /// By ecosystem and name, as `ecosystem name`.
    private let packages: [String: Found]
    let words: [Word]
    let index: LiteralIndex

    /// Reads what CCatalogue's generate.py wrote: a part of the program, so what is wrong with it is a defect of the
    /// build and traps.
    private init(_ catalogue: ToolCatalogue) {
        let text = UnsafeBufferPointer(start: aigate_tool_traces(), count: aigate_tool_traces_size)
        var tools: [String: Tool] = [:]
        var files: [ArraySlice<UInt8>: [FilePattern]] = [:]
        var packages: [String: Found] = [:]
        var words: [Word] = []
        for tool in catalogue.tools { tools[tool.id] = Tool(tool) }
        tools[AITool.unknown] = Tool(id: AITool.unknown, name: "unknown AI tool", vendor: nil, kind: .generic)
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            switch (parts.first, parts.count) {
            case ("tool", 5): tools[parts[1]] = Tool(parts)
            case ("file", 3):
                let found = Found(tool: parts[1], kind: .file, name: parts[2])
                let first = Array(parts[2].utf8).prefix { $0 != UInt8(ascii: "/") }
                files[first, default: []].append(FilePattern(pattern: ToolTraces.pattern(parts[2]), found: found))
            case ("package", 4):
                packages["\(parts[2]) \(parts[3])"] = Found(
                    tool: parts[1], kind: .package, name: "\(parts[3]) (\(parts[2]))")
            case ("import", 4):
                guard let family = SourceFamily(rawValue: parts[2]) else { preconditionFailure("family \(parts[2])") }
                let found = Found(tool: parts[1], kind: .import, name: "\(parts[3]) (\(parts[2]))")
                words.append(Word(found: found, family: family, bytes: Array(parts[3].utf8)))
            case ("key", 3):
                let found = Found(tool: parts[1], kind: .key, name: parts[2])
                words.append(Word(found: found, family: nil, bytes: Array(parts[2].utf8)))
            default: preconditionFailure("tool-traces.txt: \(parts)")
            }
        }
        self.tools = tools
        self.files = files
        self.packages = packages
        self.words = words
        index = LiteralIndex(words.map { $0.bytes.map(\.folded) })
    }

    private static func pattern(_ path: String) -> PathPattern {
        do { return try PathPattern("**/" + path) } catch { preconditionFailure("tool-traces.txt: \(error)") }
    }

    /// The tools of which a path speaks, each once.
    package func files(at path: Path) -> [Found] {
        var result: [Found] = []
        for component in path.bytes.split(separator: UInt8(ascii: "/")) {
            for entry in files[component] ?? [] where entry.pattern.matches(path) {
                // `.claude/` and `.claude/rules/` are one file.
                if !result.contains(where: { $0.tool == entry.found.tool }) { result.append(entry.found) }
            }
        }
        return result
    }

    /// The tool of a package. `ecosystem`: a type of a package URL; a module below one of Go's counts as that one.
    package func package(_ name: String, ecosystem: String) -> Found? {
        let name = ecosystem == "npm" || ecosystem == "maven" ? name : name.lowercased()
        if let found = packages["\(ecosystem) \(name)"] { return found }
        guard ecosystem == "golang" || ecosystem == "github" else { return nil }
        var parent = name[...]
        while let slash = parent.lastIndex(of: "/") {
            parent = parent[..<slash]
            if let found = packages["\(ecosystem) \(parent)"] { return found }
        }
        return nil
    }

    /// A tool that nobody knows keeps its id for a name.
    package func tool(_ id: String) -> Tool { tools[id] ?? Tool(id: id, name: id, vendor: nil, kind: .generic) }
}

extension ToolTraces.Tool {
    /// Of the line `tool`, id, kind, name, vendor.
    fileprivate init(_ parts: [String]) {
        guard let kind = SeenTool.Kind(rawValue: parts[2]) else { preconditionFailure("kind \(parts[2])") }
        self.init(id: parts[1], name: parts[3], vendor: parts[4], kind: kind)
    }

    fileprivate init(_ tool: ToolCatalogue.Tool) {
        let kind: SeenTool.Kind =
            switch tool.kind {
            case .codingAgent: .codingAgent
            case .assistant: .assistant
            case .aiReview: .aiReview
            case .model: .model
            case .sessionRecorder: .sessionRecorder
            case .generic: .generic
            }
        let name = kind == .generic ? "unnamed AI tool" : tool.shortName
        let vendor = kind == .generic || tool.vendor.isEmpty ? nil : tool.vendor
        self.init(id: tool.id, name: name, vendor: vendor, kind: kind)
    }
}
