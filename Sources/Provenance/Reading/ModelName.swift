// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Finds the model that a text claims.
enum ModelName {
    /// The longest name that is kept, in bytes.
    private static let limit = 80
    /// The most of a text that is looked at, in characters.
    private static let textLimit = 400
    private static let families: Set<String> = [
        "claude", "opus", "sonnet", "haiku", "fable", "gpt", "chatgpt", "codex", "gemini", "gemma", "qwen", "deepseek",
        "kimi", "glm", "grok", "mistral", "devstral", "codestral", "magistral", "llama", "composer", "minimax",
    ]
    /// Words that make a family's name the name of a model.
    private static let variants: Set<String> = [
        "opus", "sonnet", "haiku", "fable", "pro", "flash", "coder", "turbo", "mini", "large",
    ]
    /// Words that may stand within a model's name besides families, variants and versions.
    private static let qualifiers: Set<String> = [
        "small", "medium", "nano", "high", "low", "xhigh", "preview", "thinking", "instruct", "experimental", "exp",
        "lite", "ultra", "latest", "fast", "reasoning", "next", "plus", "air", "oss",
    ]
    /// Products that are called after a family.
    private static let products = ["claude code", "codex cli", "gemini cli", "kimi code", "kimi cli", "qwen code"]

    /// The model that a name names, as written: `Claude Opus 4.6`, `GLM-4.7` of `Claude (GLM-4.7)`. Nil for a bare
    /// family or product (`Claude`, `Claude Code`): a person may be called like the first.
    static func claimed(in text: String) -> String? {
        let parts = whole(text).split(separator: "(", maxSplits: 1)
        guard let head = parts.first else { return nil }
        if parts.count > 1, text.first != "(" {
            let inner = parts[1].prefix { $0 != ")" }
            if let model = model(in: inner) { return model }
        }
        return model(in: head)
    }

    /// The model in a text that stands where nothing but a model belongs: besides what `claimed` finds, any one word
    /// that is a family's name or holds a digit, so that no person's name passes for a model.
    static func stated(in text: String) -> String? {
        guard let word = plain(text), !word.contains(" ") else { return claimed(in: text) }
        let family = word.prefix { $0.isASCII && $0.isLetter }.lowercased()
        let isModel = families.contains(family) || claimed(in: word) != nil || word.contains { $0.isNumber }
        return isModel ? word : nil
    }

    /// The model of a note: one plain word, or what `stated` finds.
    static func noted(_ text: String) -> String? {
        guard let text = plain(text) else { return nil }
        return text.contains(" ") ? stated(in: text) : text
    }

    /// The text, where it can be shown as it is: nothing is cut, for half an address is masked by nobody.
    private static func plain(_ text: String) -> String? {
        guard !text.isEmpty, text.utf8.count <= limit else { return nil }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(isPlain) } ? text : nil
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ".-_:/[]()".contains(character))
    }

    /// The first words of a text; none is cut.
    private static func whole(_ text: String) -> Substring {
        let start = text.prefix(textLimit)
        guard start.endIndex < text.endIndex else { return start }
        return start.lastIndex(of: " ").map { start[..<$0] } ?? ""
    }

    private static func model(in text: Substring) -> String? {
        var rest = text
        while let start = familyStart(in: rest) {
            let candidate = rest[start...]
            if let product = products.first(where: { candidate.lowercased().hasPrefix($0) }) {
                rest = candidate.dropFirst(product.count)
                continue
            }
            if let model = name(leading: candidate) { return model }
            rest = candidate.drop { $0.isASCII && $0.isLetter }
        }
        return nil
    }

    /// The name that a text begins with, up to the first word that belongs to none: `gpt-5` of `gpt-5 Ann Lee`. Nil
    /// without a version or a variant.
    private static func name(leading text: Substring) -> String? {
        var words: [Substring] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let plain = word.prefix(while: isPlain)
            guard !plain.isEmpty, !word.contains("@"), words.isEmpty || isPart(plain) else { break }
            words.append(plain)
            if plain.endIndex < word.endIndex { break }
        }
        var name = words.joined(separator: " ")[...]
        while let last = name.last, ":.-/".contains(last) { name.removeLast() }
        guard name.utf8.count <= limit, isModel(name) else { return nil }
        return String(name)
    }

    /// A word that goes on with a model's name: a version such as `4.6`, `v2` or `K2`, or a word that models have.
    private static func isPart(_ word: Substring) -> Bool {
        let text = word.lowercased()
        return word.prefix(2).contains { $0.isNumber } || variants.contains(text) || families.contains(text)
            || qualifiers.contains(text)
    }

    /// Where the first word that is a family's name begins; `qwen3` begins with one too.
    private static func familyStart(in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            let word = text[index...].prefix { $0.isASCII && $0.isLetter }
            if word.isEmpty {
                index = text.index(after: index)
            } else {
                if families.contains(word.lowercased()) { return index }
                index = word.endIndex
            }
        }
        return nil
    }

    /// True with a version or a variant.
    private static func isModel(_ text: Substring) -> Bool {
        if text.contains(where: { $0.isASCII && $0.isNumber }) { return true }
        let words = text.split { !($0.isASCII && $0.isLetter) }.map { $0.lowercased() }
        return words.dropFirst().contains { variants.contains($0) }
    }
}
