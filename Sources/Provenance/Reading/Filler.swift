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
        "none", "no", "false", "n/a", "na", "nil", "null", "nobody", "human", "humans", "no ai", "not used", "no one",
        "0", "-",
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

    /// True for a value that says that nobody and nothing is meant.
    static func isNegative(_ value: String) -> Bool {
        guard value.utf8.count < 16 else { return false }
        var text = value.lowercased()[...]
        while let last = text.last, last == "." || last == "!" { text.removeLast() }
        return nobody.contains(String(text))
    }
}
