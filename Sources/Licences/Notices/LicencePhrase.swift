// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Words that say something of a licence when they stand side by side.
struct LicencePhrase: Sendable {
    enum Meaning: String, Sendable {
        /// Begins the licence itself.
        case text
        /// Puts what it stands in under a licence, whatever stands around it.
        case notice
        /// A licence's name, which is enough unless it is denied.
        case name
        /// An abbreviation or an everyday name, which needs a context.
        case short
        /// Tells variants of a family apart, after its notice.
        case variant
        /// `or any later version`, and that no later one counts.
        case later, only
        /// What makes an abbreviation a licence's name, before it or after it.
        case before, after
        /// Another licence may be chosen.
        case choice
        /// A permission beside the licence, after its name.
        case exception
        /// The name that follows, or that precedes, puts nothing under the licence.
        case denied, deniedAfter
        /// What follows the title of a licence's text, and what ends it.
        case body, end
        /// `SPDX-License-Identifier`.
        case tag
        /// The address of a list of licences, before an id.
        case link
    }

    let meaning: Meaning
    /// SPDX id or family; empty where the meaning needs none.
    let id: String
    let words: [String]
    /// The version that is part of the words.
    var version: String?
    /// Later versions count too, by the words.
    var isOpen = false

    /// One phrase a line: the meaning, an id where it needs one, a colon, the words. `(a|b)` stands for either word,
    /// `[a]` for it or nothing.
    static func read(_ table: String) -> [LicencePhrase] {
        // Bytes are split much faster than characters.
        table.utf8.split(separator: UInt8(ascii: "\n")).flatMap { line -> [LicencePhrase] in
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            let head = parts[0].split(separator: blank).map { String(Substring($0)) }
            guard parts.count == 2, let word = head.first, let meaning = Meaning(rawValue: word) else {
                preconditionFailure("licence phrase: \(Substring(line))")
            }
            let words = parts[1].split(separator: blank)
            return expanded(words).map { LicencePhrase(meaning: meaning, id: head.count > 1 ? head[1] : "", words: $0) }
        }
    }

    private static let blank = UInt8(ascii: " ")

    private static func expanded(_ words: [Substring.UTF8View]) -> [[String]] {
        var phrases: [[String]] = [[]]
        for word in words {
            let inner = word.dropFirst().dropLast()
            switch word.first {
            case UInt8(ascii: "("):
                let options = inner.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
                phrases = phrases.flatMap { phrase in options.map { phrase + [$0] } }
            case UInt8(ascii: "["):
                phrases = phrases.flatMap { [$0, $0 + [String(Substring(inner))]] }
            default:
                let word = String(Substring(word))
                for index in phrases.indices { phrases[index].append(word) }
            }
        }
        return phrases
    }
}
