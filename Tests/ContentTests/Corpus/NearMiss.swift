// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Ways to turn a value of a format into one that is none; each makes a template, or nil where it does not apply.
enum NearMiss: String, CaseIterable {
    case placeholder
    case zeros
    case variable
    case cutOff = "cut-off"
    case otherLetters = "other-letters"
    case brokenUp = "broken-up"
    case gluedBefore = "glued-before"
    case oneShort = "one-short"
    case oneLong = "one-long"
    case bareRest = "bare-rest"

    func template(of value: ValueTemplate, isExact: Bool) -> String? {
        let made = value.parts.contains { if case .made = $0 { true } else { false } }
        guard made || !value.runs.isEmpty else { return nil }
        switch self {
        case .placeholder: return filled(value, with: "x")
        case .zeros: return filled(value, with: "0")
        case .variable:
            return value.replacing { if case .literal(let text) = $0 { text } else { "${{SECRET_VALUE}}" } }
        case .cutOff:
            return value.replacing { part in
                switch part {
                case .literal(let text): text
                case .run(let alphabet, let count): "{\(alphabet):\(max(1, min(8, count / 8)))}"
                case .made: "{hex:4}"
                }
            }
        case .otherLetters:
            guard value.literalLetters >= 3 else { return nil }
            return value.replacing {
                if case .literal(let text) = $0 { NearMiss.rotated(text) } else { value.standing($0) }
            }
        case .brokenUp:
            return value.replacing { part in
                switch part {
                case .literal(let text): text
                case .run(let alphabet, let count): NearMiss.broken(alphabet, count)
                case .made: NearMiss.broken("hex", 32)
                }
            }
        case .gluedBefore:
            // Behind the first part of an address, the secret is as good.
            guard startsWithLetter(value), !value.text.contains("/"), !value.text.contains("=") else { return nil }
            return "{upper:1}{lower:1}7" + value.text
        case .oneShort: return isExact ? lengthened(value, by: -1) : nil
        case .oneLong: return isExact ? lengthened(value, by: 1) : nil
        case .bareRest:
            guard value.literalLetters >= 3 else { return nil }
            return value.replacing { if case .literal = $0 { "" } else { value.standing($0) } }
        }
    }

    private func filled(_ value: ValueTemplate, with letter: String) -> String {
        value.replacing { part in
            switch part {
            case .literal(let text): text
            case .run(_, let count): String(repeating: letter, count: count)
            case .made("uuid"): [8, 4, 4, 4, 12].map { String(repeating: letter, count: $0) }.joined(separator: "-")
            case .made(let word):
                String(repeating: letter, count: word == "crc32-base62" ? 6 : word == "crc32-hex" ? 8 : 24)
            }
        }
    }

    /// Every letter the next one of the alphabet.
    private static func rotated(_ text: String) -> String {
        String(
            decoding: text.utf8.map { byte -> UInt8 in
                guard (byte | 0x20) &- 0x61 < 26 else { return byte }
                return (byte | 0x20) == 0x7A ? byte - 25 : byte + 1
            }, as: UTF8.self)
    }

    /// A sign that no token has behind every fourth character.
    private static func broken(_ alphabet: String, _ count: Int) -> String {
        stride(from: 0, to: count, by: 4).map { "{\(alphabet):\(min(4, count - $0))}" }.joined(separator: "!")
    }

    private func startsWithLetter(_ value: ValueTemplate) -> Bool {
        switch value.parts.first {
        case .literal(let text): text.first.map { $0.isLetter || $0.isNumber } ?? false
        case .run(let alphabet, _): !alphabet.hasPrefix("base64")
        case .made, nil: true
        }
    }

    /// With the last run of random characters longer or shorter.
    private func lengthened(_ value: ValueTemplate, by step: Int) -> String? {
        guard let last = value.parts.lastIndex(where: { if case .run = $0 { true } else { false } }) else { return nil }
        return value.parts.enumerated().map { index, part in
            guard index == last, case .run(let alphabet, let count) = part else { return value.standing(part) }
            return count + step > 0 ? "{\(alphabet):\(count + step)}" : ""
        }.joined()
    }
}

/// The same for values with check digits, on their bytes.
enum NumberNearMiss: String, CaseIterable {
    case otherCheckDigit = "other-check-digit"
    case letterBefore = "letter-before"
    case letterBehind = "letter-behind"
    case digitBehind = "digit-behind"
    case placeholder
    case fraction

    func text(of value: String) -> String? {
        switch self {
        case .otherCheckDigit:
            guard let last = value.utf8.last, last != UInt8(ascii: "m") else { return nil }
            let next = last == 0x39 ? 0x30 : last == 0x5A ? 0x41 : last + 1
            return value.dropLast() + String(UnicodeScalar(next))
        case .letterBefore: return "k" + value
        case .letterBehind: return value + "k"
        case .digitBehind: return value + "7"
        case .placeholder: return String(value.map { $0.isNumber ? "x" : $0 })
        case .fraction: return "0." + value
        }
    }
}
