// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The lines of a file of keys that say something: no comments, no empty ones.
struct KeyFileLines {
    /// Of a line, in bytes: the largest RSA key needs about a fifth.
    private static let lineLimit = 16 << 10

    private let bytes: [UInt8]
    private let file: String

    /// `limit`: in bytes.
    init(_ bytes: [UInt8], file: String, limit: Int) throws(ConfigErrors) {
        guard bytes.count <= limit else {
            throw ConfigErrors(
                ConfigError(
                    file: file, line: nil, reason: "it has \(bytes.count) bytes, more than \(limit): name fewer keys"))
        }
        self.bytes = bytes
        self.file = file
    }

    /// What the body makes of each line; throws its mistakes, all with their lines.
    func read<Value>(
        _ body: (KeyFileLine) throws(SignatureError) -> Value
    ) throws(ConfigErrors) -> [Value] {
        var errors = ConfigErrors.Collection()
        var values: [Value] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            do throws(SignatureError) {
                guard let text = try KeyFileLines.text(line) else { continue }
                values.append(try body(KeyFileLine(number: index + 1, text: Substring(text).unicodeScalars)))
            } catch {
                errors.add(ConfigError(file: file, line: index + 1, reason: error.reason))
            }
        }
        try errors.check()
        return values
    }

    /// Nil for a line that says nothing.
    private static func text(_ line: ArraySlice<UInt8>) throws(SignatureError) -> String? {
        guard line.count <= lineLimit else { throw SignatureError("the line has more than \(lineLimit) bytes") }
        let ended = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        let trimmed = ended.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let first = trimmed.first, first != UInt8(ascii: "#") else { return nil }
        guard trimmed.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw SignatureError("the line holds control characters")
        }
        guard let text = String(validating: trimmed, as: UTF8.self) else {
            throw SignatureError("the line is not UTF-8")
        }
        return text
    }
}

/// A line, or the end of one, by Unicode scalars: OpenSSH sees bytes, and a blank with an accent on it is a blank
/// there.
struct KeyFileLine {
    typealias Text = Substring.UnicodeScalarView

    /// From 1.
    let number: Int
    let text: Text

    /// Of `ssh-ed25519 AAAA... comment`, as in a `.pub` file.
    var signer: SSHSignature.Signer {
        get throws(SignatureError) {
            let words = text.split(maxSplits: 2) { $0.isBlank }
            guard words.count >= 2, let blob = Base64.decoded(Array(String(words[1]).utf8)) else {
                throw SignatureError("there is no public key where one should be: its type, a blank, base 64")
            }
            var reader = SSHReader(blob)
            guard try reader.text().unicodeScalars.elementsEqual(words[0]) else {
                throw SignatureError("the key is of another type than the word before it says")
            }
            return try SSHSignature.Signer(blob: blob)
        }
    }
}

extension Unicode.Scalar {
    /// What separates words in OpenSSH's files.
    var isBlank: Bool { self == " " || self == "\t" }
}
