// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// Reads the strict part of YAML that policies are written in: one document of maps, lists and scalars. Anchors,
/// aliases, tags, directives, merge keys and duplicate keys are mistakes, each with its line.
package enum YAMLReader {
    /// In bytes.
    package static let sizeLimit = 1 << 20
    /// Maps and lists within one another.
    package static let depthLimit = 32
    /// Scalars, maps and lists, keys included.
    package static let nodeLimit = 100_000

    package static func read(_ bytes: [UInt8], file: String) throws(ConfigError) -> ConfigNode {
        try YAMLSource.check(bytes, file: file)
        var reader = try YAMLTree(bytes, file: file)
        return try reader.document()
    }
}

/// Builds the tree of one document.
private struct YAMLTree: ~Copyable {
    private let parser: YAMLParser
    private let file: String
    private var nodes = 0

    init(_ bytes: [UInt8], file: String) throws(ConfigError) {
        do { parser = try YAMLParser(bytes) } catch {
            throw ConfigError(file: file, line: error.line, reason: error.reason)
        }
        self.file = file
    }

    mutating func document() throws(ConfigError) -> ConfigNode {
        _ = try next()
        guard case .documentStart = try next().kind else {
            throw ConfigError(file: file, line: nil, reason: "holds nothing; the least it can say is 'version: 1'")
        }
        let root = try node(try next(), depth: 0)
        _ = try next()
        let end = try next()
        guard case .streamEnd = end.kind else { throw error(end.line, "a second document; write one") }
        return root
    }

    private mutating func next() throws(ConfigError) -> YAMLEvent {
        let event: YAMLEvent
        do { event = try parser.next() } catch { throw ConfigError(file: file, line: error.line, reason: error.reason) }
        if let decoration = event.decoration { throw error(event.line, "\(decoration) is not read here; leave it out") }
        if case .alias = event.kind { throw error(event.line, "an alias is not read here; write the value out") }
        return event
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws(ConfigError) -> ConfigNode {
        nodes += 1
        guard nodes <= YAMLReader.nodeLimit else {
            throw error(event.line, "more than \(YAMLReader.nodeLimit) values; split the file or shorten it")
        }
        guard depth <= YAMLReader.depthLimit else {
            throw error(event.line, "more than \(YAMLReader.depthLimit) levels deep; nothing here needs that")
        }
        let value: ConfigNode.Value =
            switch event.kind {
            case .scalar(let bytes, let plain): .scalar(try text(bytes, line: event.line), plain: plain)
            case .listStart: .list(try items(depth: depth))
            default: .map(try entries(depth: depth))
            }
        return ConfigNode(value, file: file, line: event.line)
    }

    private mutating func items(depth: Int) throws(ConfigError) -> [ConfigNode] {
        var items: [ConfigNode] = []
        while true {
            let event = try next()
            if case .listEnd = event.kind { return items }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func entries(depth: Int) throws(ConfigError) -> [(key: String, keyLine: Int, value: ConfigNode)] {
        var entries: [(key: String, keyLine: Int, value: ConfigNode)] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try next()
            if case .mapEnd = event.kind { return entries }
            guard case .scalar(let bytes, let plain) = event.kind else {
                throw error(event.line, "a key must be a word, not a list or keys with values")
            }
            let key = try text(bytes, line: event.line)
            if plain, key == "<<" { throw error(event.line, "a merge key is not read here; write the values out") }
            if let first = lines.updateValue(event.line, forKey: key) {
                throw error(event.line, "key \(quoted(key)) stands in line \(first) already; keep one")
            }
            nodes += 1
            entries.append((key, event.line, try node(try next(), depth: depth + 1)))
        }
    }

    private func text(_ bytes: [UInt8], line: Int) throws(ConfigError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw error(line, "a value with a NUL character; leave it out")
        }
        return text
    }

    private func error(_ line: Int, _ reason: String) -> ConfigError {
        ConfigError(file: file, line: line, reason: reason)
    }
}

extension YAMLEvent {
    /// What the strict reader does not take.
    fileprivate var decoration: String? {
        if anchor != nil { return "an anchor" }
        if hasTag { return "a tag" }
        return hasDirectives ? "a directive" : nil
    }
}
