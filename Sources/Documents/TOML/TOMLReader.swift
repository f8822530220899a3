// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CTOML

/// Reads TOML 1.0 (https://toml.io/en/v1.0.0) with toml++.
package enum TOMLReader {
    /// Throws for what is no TOML, too large or too deep.
    package static func read(_ bytes: [UInt8]) throws(DocumentError) -> Document {
        try DocumentLimit.check(bytes)
        try TOMLDepth.check(bytes)
        return try FlatTOML(bytes).document()
    }
}

/// Owns what toml++ made of a text.
private struct FlatTOML: ~Copyable {
    private var result: aigate_toml_result

    init(_ bytes: [UInt8]) throws(DocumentError) {
        result = bytes.withUnsafeBytes { text in
            aigate_toml_parse(
                text.bindMemory(to: CChar.self).baseAddress, text.count, DocumentLimit.depth, DocumentLimit.nodes)
        }
        if let problem = result.problem {
            let line = result.problem_line > 0 ? Int(result.problem_line) : nil
            throw DocumentError(line: line, "not TOML: " + String(cString: problem))
        }
        guard result.nodes != nil else { throw DocumentError("there is no memory left to read it") }
    }

    deinit {
        var result = result
        aigate_toml_free(&result)
    }

    func document() -> Document {
        var next = 0
        return value(&next)
    }

    private func value(_ next: inout Int) -> Document {
        let node = result.nodes[next]
        next += 1
        let value: Document.Value
        switch Int(node.kind) {
        case AIGATE_TOML_TABLE: value = .map(entries(node.members, &next))
        case AIGATE_TOML_ARRAY: value = .list((0..<node.members).map { _ in self.value(&next) })
        case AIGATE_TOML_TRUE: value = .bool(true)
        case AIGATE_TOML_FALSE: value = .bool(false)
        default: value = .text(text(node.text, node.text_length))
        }
        return Document(value, line: Int(node.line))
    }

    private func entries(_ count: Int, _ next: inout Int) -> [(key: String, value: Document)] {
        var entries: [(key: String, value: Document)] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
            let node = result.nodes[next]
            entries.append((text(node.key, node.key_length), value(&next)))
        }
        return entries
    }

    private func text(_ offset: Int, _ length: Int) -> String {
        let bytes = UnsafeRawBufferPointer(start: result.bytes, count: result.length)
        return String(decoding: bytes[offset..<(offset + length)], as: UTF8.self)
    }
}
