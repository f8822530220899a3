// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Finds the model that a text claims.
enum ModelName {
    /// The longest name that is kept, in characters.
    private static let limit = 80
    private static let families: Set<String> = [
        "claude", "opus", "sonnet", "haiku", "fable", "gpt", "chatgpt", "codex", "gemini", "gemma", "qwen", "deepseek",
        "kimi", "glm", "grok", "mistral", "devstral", "codestral", "magistral", "llama", "composer", "minimax",
    ]
    /// Words that make a family's name the name of a model.
    private static let variants: Set<String> = [
        "opus", "sonnet", "haiku", "fable", "pro", "flash", "coder", "turbo", "mini", "large",
    ]
    /// Products that are called after a family.
    private static let products = ["claude code", "codex cli", "gemini cli", "kimi code", "kimi cli", "qwen code"]

    /// The model that a name names, as written: `Claude Opus 4.6`, `GLM-4.7` of `Claude (GLM-4.7)`. Nil for a bare
    /// family or product (`Claude`, `Claude Code`): a person may be called like the first.
    static func claimed(in text: String) -> String? {
        let parts = text.prefix(400).split(separator: "(", maxSplits: 1)
        guard let head = parts.first else { return nil }
        if parts.count > 1, text.first != "(" {
            let inner = parts[1].prefix { $0 != ")" }
            if let model = model(in: String(inner)) { return model }
        }
        return model(in: String(head))
    }

    private static func model(in text: String) -> String? {
        var rest = Substring(text)
        while let start = familyStart(in: rest) {
            let candidate = rest[start...]
            if let product = products.first(where: { candidate.lowercased().hasPrefix($0) }) {
                rest = candidate.dropFirst(product.count)
                continue
            }
            return isModel(candidate) ? clean(candidate) : nil
        }
        return nil
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

    private static func clean(_ text: Substring) -> String {
        var text = text.prefix(limit)
        while let last = text.last, last.isWhitespace || ",;:.-".contains(last) { text.removeLast() }
        return String(text)
    }
}
