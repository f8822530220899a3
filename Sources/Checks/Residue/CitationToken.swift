// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Marks by which chats cite what they read; outside of the chat they lead nowhere.
///
/// Sources: what ChatGPT's answers hold when they are copied as they are stored, and the parameter that it adds to
/// links.
enum CitationToken {
    static let words: [String] =
        [
            "oaicite:", "\u{2020}source\u{3011}", "\u{E200}cite", "\u{E200}filecite", "\u{E202}turn",
            "sandbox:/mnt/data/",
        ]
        + ["utm_source=chatgpt.com", "utm_source=openai"] + (0...9).map { "turn\($0)" }

    /// True when what begins at an offset is a token, not only like one.
    static func stands(at offset: Int, in text: [UInt8]) -> Bool {
        let rest = text[offset...]
        switch rest.first?.folded {
        case UInt8(ascii: "t"): return isTurn(rest)
        case UInt8(ascii: "o"): return rest.dropFirst("oaicite:".utf8.count).first.map(isDigit) ?? false
        case UInt8(ascii: "u"):
            let after = rest.dropFirst(rest.starts(with: "utm_source=chatgpt.com".utf8) ? 22 : 17).first
            return !(after.map { isDigit($0) || (0x61...0x7A).contains($0.folded) || $0 == UInt8(ascii: "-") } ?? false)
        case 0xE2:
            // The number of the source stands before the dagger, in a lenticular bracket.
            let number = text[..<offset].suffix(12).reversed().prefix { isDigit($0) || $0 == UInt8(ascii: ":") }
            return !number.isEmpty && text[..<(offset - number.count)].suffix(3).elementsEqual([0xE3, 0x80, 0x90])
        default: return true
        }
    }

    /// `turn0search12`, as a word.
    private static func isTurn(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.dropFirst(4).prefix(3).prefix(while: isDigit)
        let rest = text[digits.endIndex...]
        guard let kind = kinds.first(where: { rest.starts(with: $0) }) else { return false }
        return rest.dropFirst(kind.count).first.map(isDigit) ?? false
    }

    private static let kinds = ["search", "view", "news", "file", "image"].map { Array($0.utf8) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension ResidueFile {
    /// Citations in what was added; where a test shows some, they are only recorded.
    mutating func citations(at offsets: [Int]) -> [Finding] {
        let tokens = offsets.filter { CitationToken.stands(at: $0, in: change.addedText) }
        // A prompt that was written by a chat holds them by mistake like any text.
        let isShown = SamplePaths.contain(file.path, prompts: false)
        return firstOnLines(tokens).map { offset in
            finding("citation", at: offset, .citation, fix: .cite, level: isShown ? .monitor : .warn)
        }
    }
}

extension Message {
    fileprivate static let citation: Message = "a chat's mark of a source, which leads nowhere outside of the chat"
    fileprivate static let cite: Message = "take the mark out, or name the source itself"
}
