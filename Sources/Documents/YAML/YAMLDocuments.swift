// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Reads YAML 1.1 with libyaml as other people's programs write it: several documents, anchors, aliases and merge keys
/// expanded, tags and directives ignored. What it may not say is the policy's own reader's to refuse.
package enum YAMLDocuments {
    /// The documents of a file, in its order. Throws for what is no YAML, too large, too deep, or grows too large by
    /// its aliases.
    package static func read(_ bytes: [UInt8]) throws(DocumentError) -> [Document] {
        try DocumentLimit.check(bytes)
        var reader = YAMLTrees(try YAMLParser(bytes))
        return try reader.documents()
    }
}

private struct YAMLTrees: ~Copyable {
    /// A value with the values that it holds, itself included.
    private struct Counted {
        let document: Document
        let nodes: Int
    }

    private let parser: YAMLParser
    private var anchors: [[UInt8]: Counted] = [:]
    private var nodes = 0

    init(_ parser: consuming YAMLParser) {
        self.parser = parser
    }

    mutating func documents() throws(DocumentError) -> [Document] {
        var documents: [Document] = []
        _ = try parser.next()
        while true {
            let start = try parser.next()
            guard case .documentStart = start.kind else { return documents }
            anchors = [:]
            documents.append(try node(try parser.next(), depth: 0))
            _ = try parser.next()
        }
    }

    private mutating func count(_ more: Int, _ line: Int) throws(DocumentError) {
        nodes += more
        guard nodes <= DocumentLimit.nodes else { throw DocumentError(line: line, DocumentLimit.tooMany) }
    }

    /// `line`: of its key.
    private mutating func node(_ event: YAMLEvent, depth: Int, line: Int? = nil) throws(DocumentError) -> Document {
        guard depth <= DocumentLimit.depth else { throw DocumentError(line: event.line, DocumentLimit.tooDeep) }
        let line = line ?? event.line
        if case .alias(let name) = event.kind {
            guard let target = anchors[name] else {
                throw DocumentError(line: event.line, "not YAML: an alias of nothing")
            }
            try count(target.nodes, event.line)
            return Document(target.document.value, line: line)
        }
        let before = nodes
        try count(1, event.line)
        let value: Document.Value =
            switch event.kind {
            case .scalar(let bytes, let plain): YAMLTrees.scalar(bytes, plain: plain)
            case .listStart: .list(try items(depth: depth))
            default: .map(try entries(depth: depth))
            }
        let document = Document(value, line: line)
        if let anchor = event.anchor { anchors[anchor] = Counted(document: document, nodes: nodes - before) }
        return document
    }

    /// YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), numbers left as written: `on` is a key of
    /// pipelines, not a truth value.
    private static func scalar(_ bytes: [UInt8], plain: Bool) -> Document.Value {
        let text = String(decoding: bytes, as: UTF8.self)
        guard plain else { return .text(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: return .text(text)
        }
    }

    private mutating func items(depth: Int) throws(DocumentError) -> [Document] {
        var items: [Document] = []
        while true {
            let event = try parser.next()
            if case .listEnd = event.kind { return items }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func entries(depth: Int) throws(DocumentError) -> [(key: String, value: Document)] {
        var entries: [(key: String, value: Document)] = []
        var merged: [(key: String, value: Document)] = []
        while true {
            let event = try parser.next()
            if case .mapEnd = event.kind {
                // Of equal keys the later one counts: what is merged in gives way to what stands there.
                return merged + entries
            }
            let isPlain = if case .scalar(_, plain: true) = event.kind { true } else { false }
            let key = try node(event, depth: depth + 1)
            let value = try node(try parser.next(), depth: depth + 1, line: event.line)
            if isPlain, key.text == "<<" {
                let sources = value.items.isEmpty ? [value] : value.items.reversed()
                for source in sources { merged += source.entries }
            } else {
                // A key that is a list or a map is nobody's in the files that are read here.
                entries.append((key.text ?? "", value))
            }
        }
    }
}
