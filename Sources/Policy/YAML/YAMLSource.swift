// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What is asked of a file's bytes before any YAML is looked for.
enum YAMLSource {
    /// Throws for a file that is too large, is not UTF-8, or holds characters that a person who reviews it cannot see.
    static func check(_ bytes: [UInt8], file: String) throws(ConfigError) {
        guard bytes.count <= YAMLReader.sizeLimit else {
            throw ConfigError(
                file: file, line: nil,
                reason: "\(bytes.count) bytes; at most \(YAMLReader.sizeLimit) are read, so split or shorten it")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigError(file: file, line: firstInvalidLine(bytes), reason: "not UTF-8; save the file as UTF-8")
        }
        try checkCharacters(text, file: file)
    }

    /// libyaml ends lines, and so comments, at U+0085, U+2028 and a lone carriage return too, where no editor shows a
    /// new line: a key could hide in what looks like a comment.
    private static func checkCharacters(_ text: String, file: String) throws(ConfigError) {
        var line = 1
        var previous: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            if previous == "\r", scalar != "\n" { throw hidden("\r", line, file) }
            if scalar == "\n" { line += 1 }
            if scalar != "\n", scalar != "\t", scalar != "\r", VisibleText.isHidden(scalar) {
                throw hidden(scalar, line, file)
            }
            previous = scalar
        }
        if previous == "\r" { throw hidden("\r", line, file) }
    }

    private static func hidden(_ scalar: Unicode.Scalar, _ line: Int, _ file: String) -> ConfigError {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return ConfigError(file: file, line: line, reason: "a character that cannot be seen, \(code); leave it out")
    }

    private static func firstInvalidLine(_ bytes: [UInt8]) -> Int? {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }
}
