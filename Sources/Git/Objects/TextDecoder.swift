// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Decodes names and messages by a commit's `encoding` header (i18n.commitEncoding), through the C library's iconv.
struct TextDecoder {
    /// Canonical name; nil for UTF-8.
    private let encoding: String?
    private let unknown: String?

    init(encoding: String?) {
        let name = encoding.map { String($0.prefix { !$0.isWhitespace }) } ?? ""
        let isUTF8 = ["", "utf-8", "utf8"].contains(name.lowercased())
        // A slash would be an instruction to iconv, not a name.
        let isName =
            name.utf8.count <= 40
            && name.utf8.allSatisfy { byte in
                (byte >= 0x30 && byte <= 0x3A) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x2D
                    || byte == 0x5F
                    || byte == 0x2E
            }
        self.encoding = isUTF8 || !isName ? nil : name
        unknown = isUTF8 || isName ? nil : "an encoding header that names no encoding"
    }

    /// The text, and why it may differ from what was meant.
    func decode(_ bytes: [UInt8]) -> (text: String, warning: String?) {
        if let encoding {
            if let converted = TextDecoder.convert(bytes, from: encoding) {
                return (String(decoding: converted, as: UTF8.self), nil)
            }
            return (String(decoding: bytes, as: UTF8.self), "does not decode as its encoding header says")
        }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, unknown) }
        return (String(decoding: bytes, as: UTF8.self), "is not valid UTF-8")
    }

    /// UTF-8 bytes; nil when the encoding is unknown or the bytes do not fit it.
    private static func convert(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        let converter = iconv_open("UTF-8", encoding)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        // No encoding that iconv knows needs more than four times the bytes in UTF-8.
        var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        var input = bytes
        let written: Int? = input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = source.count
                var toLeft = target.count
                guard iconv(converter, &from, &fromLeft, &to, &toLeft) != -1, fromLeft == 0 else { return nil }
                return target.count - toLeft
            }
        }
        return written.map { Array(output.prefix($0)) }
    }
}
