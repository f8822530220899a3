// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// Makes text with values of a format from a template, so that no value that looks real stands in a file.
///
/// `{alnum:36}` and its like are random characters; `{iban}` and the like a valid number made up; `{crc32-base62}` the
/// checksum of the word before it; `{n}` a line end; `{b64(...)}` base64 of the inner text; `{{` a brace, as is
/// one that no letter follows.
package struct ExampleText {
    private var generator: SplitMix64

    package init(seed: String) {
        generator = SplitMix64(state: seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    /// Throws `ExampleError` for a template that is wrong.
    package mutating func expand(_ template: String) throws(ExampleError) -> [UInt8] {
        try expand(Array(template.utf8)[...])
    }

    private mutating func expand(_ template: ArraySlice<UInt8>) throws(ExampleError) -> [UInt8] {
        var result: [UInt8] = []
        var index = template.startIndex
        while index < template.endIndex {
            let byte = template[index]
            let next = index + 1 < template.endIndex ? template[index + 1] : 0
            if byte == next, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
                result.append(byte)
                index += 2
            } else if byte == UInt8(ascii: "{"), next.isLetter {
                let end = try close(of: template, from: index)
                let word = template[(index + 1)..<end]
                switch word.string {
                case "crc32-base62":
                    result += TokenChecksum.base62(of: result.suffix(while: \.isAlphanumeric))
                case "crc32-hex":
                    result += TokenChecksum.hex(
                        of: result.suffix(while: { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }).dropLast())
                default: result += try value(word)
                }
                index = end + 1
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    private func close(of template: ArraySlice<UInt8>, from start: Int) throws(ExampleError) -> Int {
        var depth = 0
        for index in start..<template.endIndex {
            if template[index] == UInt8(ascii: "{") { depth += 1 }
            if template[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        throw ExampleError(reason: "a brace is open; write {{ for one that stands for itself")
    }

    private mutating func value(_ word: ArraySlice<UInt8>) throws(ExampleError) -> [UInt8] {
        for (name, isURL) in [("b64(", false), ("b64url(", true)]
        where word.starts(with: name.utf8) && word.last == UInt8(ascii: ")") {
            let text = Data(try expand(word.dropFirst(name.utf8.count).dropLast())).base64EncodedString()
            guard isURL else { return Array(text.utf8) }
            return text.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case UInt8(ascii: "+"): UInt8(ascii: "-")
                case UInt8(ascii: "/"): UInt8(ascii: "_")
                case UInt8(ascii: "="): nil
                default: byte
                }
            }
        }
        let parts = word.string.split(separator: ":", maxSplits: 1)
        guard let name = parts.first.map(String.init) else { throw ExampleError(reason: "{} names nothing") }
        if name == "n" { return [0x0A] }
        if name == "uuid" { return uuid() }
        if let check = ValueCheck(rawValue: name) { return SyntheticNumbers.value(for: check, using: &generator) }
        guard parts.count == 2, let count = Int(parts[1]), (1...4096).contains(count) else {
            throw ExampleError(reason: "{\(word.string)} is no template; write {alnum:36}")
        }
        if name == "word" { return words(count) }
        guard let alphabet = ExampleText.alphabets[name] else {
            throw ExampleError(
                reason:
                    "{\(word.string)}: known are \(ExampleText.alphabets.keys.sorted().joined(separator: ", ")), word, uuid, n"
            )
        }
        return characters(count, of: Array(alphabet.utf8))
    }

    private mutating func characters(_ count: Int, of alphabet: [UInt8]) -> [UInt8] {
        (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
    }

    private mutating func uuid() -> [UInt8] {
        var bytes = characters(36, of: Array("0123456789abcdef".utf8))
        for index in [8, 13, 18, 23] { bytes[index] = UInt8(ascii: "-") }
        bytes[14] = UInt8(ascii: "4")
        return bytes
    }

    private mutating func words(_ count: Int) -> [UInt8] {
        let words = (0..<count).map { _ in
            (0..<3).flatMap { _ in
                characters(1, of: Array("bdfgklmnprst".utf8)) + characters(1, of: Array("aeiou".utf8))
            }
        }
        return Array(words.joined(separator: [UInt8(ascii: "-")]))
    }

    private static let digits = "0123456789"
    private static let lower = "abcdefghijklmnopqrstuvwxyz"
    private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let alphabets = [
        "alnum": upper + lower + digits, "lower": lower, "upper": upper, "lowernum": lower + digits,
        "uppernum": upper + digits,
        "digit": digits, "hex": digits + "abcdef", "HEX": digits + "ABCDEF", "base32": upper + "234567",
        "base64": upper + lower + digits + "+/", "base64url": upper + lower + digits + "_-",
    ]
}

extension [UInt8] {
    /// The bytes at the end that are of a kind.
    fileprivate func suffix(while isOfKind: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !isOfKind($0) }.map { $0 + 1 } ?? 0)...]
    }
}

/// What is wrong with a template.
package struct ExampleError: Error, CustomStringConvertible {
    package let reason: String

    package var description: String { reason }
}

/// Sebastiano Vigna's SplitMix64: the same numbers from the same seed, on every machine.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
