// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What stands in `${…}` in a text of Groovy or Kotlin: code, with brackets, texts and line ends of its own.
struct TextTemplate {
    private let bytes: ArraySlice<UInt8>
    /// So many templates within texts within templates are followed.
    private static let deepest = 8
    /// Longer ones are none: a bracket that is misread must not swallow the file; in bytes.
    private static let longest = 1024

    /// Where the template ends that begins at `start`, past its bracket; nil where none begins or nothing near ends it.
    static func end(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start...].starts(with: "${".utf8) else { return nil }
        return TextTemplate(bytes: bytes[start..<min(bytes.count, start + longest)]).code(from: start + 2, depth: 0)
    }

    private func code(from start: Int, depth: Int) -> Int? {
        var index = start
        var open = 1
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "}"): open -= 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard depth < TextTemplate.deepest, let end = text(from: index, depth: depth + 1) else { return nil }
                index = end
            default: break
            }
            index += 1
            if open == 0 { return index }
        }
        return nil
    }

    /// The place of the quote that ends a text in the same line.
    private func text(from start: Int, depth: Int) -> Int? {
        let quote = bytes[start]
        var index = start + 1
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == quote { return index }
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if quote == UInt8(ascii: "\""), bytes[index...].starts(with: "${".utf8) {
                guard let end = code(from: index + 2, depth: depth) else { return nil }
                index = end
            } else {
                index += 1
            }
        }
        return nil
    }
}
