// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CYAML

/// One step of a YAML document.
package struct YAMLEvent {
    package enum Kind {
        case documentStart, documentEnd, listStart, listEnd, mapStart, mapEnd, streamStart, streamEnd
        /// Names an anchor.
        case alias([UInt8])
        case scalar([UInt8], plain: Bool)
    }

    package let kind: Kind
    /// From 1.
    package let line: Int
    package let anchor: [UInt8]?
    package let hasTag: Bool
    /// The document begins with `%YAML` or `%TAG`.
    package let hasDirectives: Bool
}

/// Owns libyaml's parser and the bytes that it reads.
package struct YAMLParser: ~Copyable {
    // libyaml keeps a pointer to its own parser, which must therefore not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    package init(_ bytes: [UInt8]) throws(DocumentError) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        input = .allocate(capacity: bytes.count)
        _ = input.initialize(from: bytes)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            input.deallocate()
            throw DocumentError("there is no memory left to read it")
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// Throws with libyaml's own words for what is no YAML.
    package func next() throws(DocumentError) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(event)
    }

    private func failure() -> DocumentError {
        let state = parser.pointee
        let words = [state.context, state.problem].compactMap { $0.map { String(cString: $0) } }
        let line =
            state.error == YAML_READER_ERROR
            ? 1 + input.prefix(Int(state.problem_offset)).count { $0 == UInt8(ascii: "\n") }
            : Int(state.problem_mark.line) + 1
        return DocumentError(line: line, "not YAML: " + words.joined(separator: ", "))
    }
}

extension YAMLEvent {
    fileprivate init(_ event: yaml_event_t) {
        line = Int(event.start_mark.line) + 1
        var anchor: UnsafeMutablePointer<UInt8>?
        var tag: UnsafeMutablePointer<UInt8>?
        var hasDirectives = false
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            let start = event.data.document_start
            hasDirectives = start.version_directive != nil || start.tag_directives.start != start.tag_directives.end
            kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
        case YAML_SEQUENCE_START_EVENT:
            (anchor, tag) = (event.data.sequence_start.anchor, event.data.sequence_start.tag)
            kind = .listStart
        case YAML_MAPPING_START_EVENT:
            (anchor, tag) = (event.data.mapping_start.anchor, event.data.mapping_start.tag)
            kind = .mapStart
        case YAML_SEQUENCE_END_EVENT: kind = .listEnd
        case YAML_MAPPING_END_EVENT: kind = .mapEnd
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            (anchor, tag) = (scalar.anchor, scalar.tag)
            let bytes = Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
            kind = .scalar(bytes, plain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
        case YAML_ALIAS_EVENT: kind = .alias(YAMLEvent.bytes(event.data.alias.anchor) ?? [])
        case YAML_STREAM_START_EVENT: kind = .streamStart
        default: kind = .streamEnd
        }
        self.anchor = YAMLEvent.bytes(anchor)
        hasTag = tag != nil
        self.hasDirectives = hasDirectives
    }

    private static func bytes(_ text: UnsafeMutablePointer<UInt8>?) -> [UInt8]? {
        text.map { start in Array(UnsafeBufferPointer(start: start, count: String(cString: start).utf8.count)) }
    }
}
