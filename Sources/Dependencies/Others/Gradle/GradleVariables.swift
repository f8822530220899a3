// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The texts that a Gradle script gives names to: `def x = '1'`, `val x = "1"`, `ext.x = '1'`, `extra["x"] = "1"`,
/// `set("x", "1")`, `versions = [kotlin: '1']`.
struct GradleVariables {
    private var values: [String: String] = [:]

    init(_ statements: [GradleStatement]) {
        for statement in statements { define(statement) }
    }

    private mutating func define(_ statement: GradleStatement) {
        let tokens = statement.tokens
        let strings = statement.strings
        if statement.head == "set", strings.count == 2 { return keep(strings[0].text, strings[1].text) }
        guard let equals = tokens.firstIndex(where: { $0.isSymbol("=") || $0.isWord("by") }), equals > tokens.startIndex
        else { return }
        // `extra["name"] = …`, otherwise the word before the sign.
        let before = tokens[..<equals]
        guard let name = before.last(where: \.isString) ?? before.last(where: { $0.kind == .word }) else { return }
        let after = tokens[(equals + 1)...]
        if after.first?.isSymbol("[") == true {
            for place in after.indices.dropLast(2) where after[place + 1].isSymbol(":") && after[place + 2].isString {
                keep("\(name.text).\(after[place].text)", after[place + 2].text)
            }
        } else if let value = after.first(where: \.isString), after.count <= 5 {
            keep(name.text, value.text)
        }
    }

    private mutating func keep(_ name: String, _ value: String) {
        if value.utf8.count <= Placeholders.longestValue { values[name] = value }
    }

    private static let placeholders: Placeholders = [.braces, .bare]
    private static let owners = ["rootProject.", "project.", "ext.", "extra."]

    /// The text with what is known filled in; a value that names others is filled in once more.
    func filled(_ text: String) -> String {
        let once = fill(text)
        return once.contains("$") ? fill(once) : once
    }

    private func fill(_ text: String) -> String {
        GradleVariables.placeholders.filled(text) { name in
            var short = name[...]
            for owner in GradleVariables.owners where short.hasPrefix(owner) {
                short = short.dropFirst(owner.utf8.count)
            }
            return values[String(short)]
        }.text
    }
}
