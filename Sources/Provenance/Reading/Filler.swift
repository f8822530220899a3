// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Values that say nothing: templates that nobody filled in, and words for "none".
enum Filler {
    private static let templateWords = [
        "agent_name", "model_version", "model-version", "model_name", "model-name", "tool_name", "tool-name",
        "toolname", "modelname", "agent-name", "<model", "<agent", "<tool", "<name", "<version", "<email", "[model]",
        "[agent]", "[tool]", "your name", "your-name", "your_name", "{{model", "{{agent", "{{tool", "${model",
        "${agent", "${tool",
    ]
    private static let templates = LiteralIndex(templateWords.map { Array($0.utf8) })
    private static let stubs: Set<String> = ["todo", "tbd", "fixme", "xxx", "...", "…", "agent:model", "name <email>"]
    private static let nobody: Set<String> = [
        "na", "n", "nil", "null", "humans", "0", "-",
    ]
    /// With one of these as its first word a value denies, whatever follows.
    private static let denials: Set<String> = [
        "none", "no", "not", "nothing", "never", "false", "without", "n/a", "nobody", "0%", "human", "manual",
        "manually", "handwritten", "hand-written", "human-written",
    ]
    private static let affirmations: Set<String> = [
        "yes", "y", "true", "1", "on", "ok", "partial", "partially", "partly", "some", "full", "fully", "mostly",
        "heavily", "lightly",
    ]
    private static let doubts: Set<String> = [
        "maybe", "perhaps", "possibly", "unknown", "unclear", "unsure", "tbd", "tba", "todo", "fixme", "xxx", "pending",
        "later",
    ]
    private static let exampleHosts: Set<String> = ["example.com", "example.org", "example.net", "email.com"]

    static func isTemplate(_ text: Value) -> Bool {
        let value = text.value
        if value.utf8.count < 16, stubs.contains(value.lowercased()) { return true }
        if hasBlank(value) { return true }
        var isTemplate = false
        templates.forEachOccurrence(in: value) { number, offset in
            // `<agent@...>` is an address.
            let isAddress =
                templateWords[number].hasPrefix("<")
                && value.utf8.dropFirst(offset).prefix { $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "@"))
            if !isAddress { isTemplate = true }
        }
        return isTemplate || text.reading.identities.contains { isTemplateAddress($0.email) }
    }

    /// A word in capitals that stands for a part of a declaration: `Claude-Code:MODEL`.
    private static func hasBlank(_ value: String) -> Bool {
        value.utf8.count < 400
            && value.split { " :()<>".contains($0) }.contains { DeclarationForm.placeholders.contains(String($0)) }
    }

    /// `you@example.com`, `your-name@example.com`: not every address there, for fixtures are made of them.
    private static func isTemplateAddress(_ address: String) -> Bool {
        guard address.utf8.count < 64 else { return false }
        let parts = address.lowercased().split(separator: "@")
        guard parts.count == 2, exampleHosts.contains(String(parts[1])) else { return false }
        return parts[0] == "you" || parts[0] == "your" || parts[0] == "email"
            || ["your-", "your.", "your_", "yourname"].contains { parts[0].hasPrefix($0) }
    }

    /// True for a value that says that nobody and nothing is meant: as a whole, or by its first word.
    static func isNegative(_ value: String) -> Bool {
        if let first = firstWord(value), denials.contains(first) { return true }
        guard value.utf8.count < 16 else { return false }
        var text = value.lowercased()[...]
        while let last = text.last, last == "." || last == "!" { text.removeLast() }
        return nobody.contains(String(text))
    }

    /// True for a value that says yes: a word for it, or a share that is not 0.
    static func isAffirmative(_ value: String) -> Bool {
        guard let first = firstWord(value) else { return false }
        let number = first.drop { $0 == "~" || $0 == "<" || $0 == ">" }
        let isShare = number.hasSuffix("%") && number.dropLast().allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
        return affirmations.contains(first) || isShare && number.contains { ("1"..."9").contains($0) }
    }

    /// True for a value without a letter or digit, and for one whose first word says that somebody has yet to say.
    static func isVague(_ value: String) -> Bool {
        if value.hasPrefix("?") || !value.contains(where: { $0.isLetter || $0.isNumber }) { return true }
        return firstWord(value).map(doubts.contains) ?? false
    }

    /// The first word in lower case: up to a blank, a mark or a bracket. Nil for one too long to be a word of ours.
    private static func firstWord(_ value: String) -> String? {
        let word = value.prefix(20).prefix { !$0.isWhitespace && !",;:.!?()[]{}#—–".contains($0) }
        return word.count < 20 ? word.lowercased() : nil
    }
}
