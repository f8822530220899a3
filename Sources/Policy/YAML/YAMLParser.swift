// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CYAML
import Gate

/// One step of a YAML document.
struct YAMLEvent {
    enum Kind {
        case documentStart, documentEnd, listStart, listEnd, mapStart, mapEnd, alias, streamStart, streamEnd
        case scalar([UInt8], plain: Bool)
    }

    let kind: Kind
    /// From 1.
    let line: Int
    /// What the strict reader does not take: an anchor, a tag, a directive.
    let decoration: String?
}

/// Owns libyaml's parser and the bytes that it reads.
struct YAMLParser: ~Copyable {
    // libyaml keeps a pointer to its own parser, which must therefore not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let file: String

    init(_ bytes: [UInt8], file: String) throws(ConfigError) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        input = .allocate(capacity: bytes.count)
        _ = input.initialize(from: bytes)
        self.file = file
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            input.deallocate()
            throw ConfigError(file: file, line: nil, reason: "there is no memory left to read it")
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    func next() throws(ConfigError) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(event)
    }

    /// libyaml's own words.
    private func failure() -> ConfigError {
        let state = parser.pointee
        let words = [state.context, state.problem].compactMap { $0.map { String(cString: $0) } }
        let line =
            state.error == YAML_READER_ERROR
            ? 1 + input.prefix(Int(state.problem_offset)).count { $0 == UInt8(ascii: "\n") }
            : Int(state.problem_mark.line) + 1
        return ConfigError(file: file, line: line, reason: "not YAML: " + words.joined(separator: ", "))
    }
}

extension YAMLEvent {
    fileprivate init(_ event: yaml_event_t) {
        line = Int(event.start_mark.line) + 1
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            let start = event.data.document_start
            let hasDirectives = start.version_directive != nil || start.tag_directives.start != start.tag_directives.end
            kind = .documentStart
            decoration = hasDirectives ? "a directive" : nil
        case YAML_DOCUMENT_END_EVENT: (kind, decoration) = (.documentEnd, nil)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            (kind, decoration) = (.listStart, YAMLEvent.decoration(anchor: start.anchor, tag: start.tag))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            (kind, decoration) = (.mapStart, YAMLEvent.decoration(anchor: start.anchor, tag: start.tag))
        case YAML_SEQUENCE_END_EVENT: (kind, decoration) = (.listEnd, nil)
        case YAML_MAPPING_END_EVENT: (kind, decoration) = (.mapEnd, nil)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
            kind = .scalar(bytes, plain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
            decoration = YAMLEvent.decoration(anchor: scalar.anchor, tag: scalar.tag)
        case YAML_ALIAS_EVENT: (kind, decoration) = (.alias, nil)
        case YAML_STREAM_START_EVENT: (kind, decoration) = (.streamStart, nil)
        default: (kind, decoration) = (.streamEnd, nil)
        }
    }

    private static func decoration(anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?) -> String? {
        if anchor != nil { return "an anchor" }
        return tag == nil ? nil : "a tag"
    }
}
