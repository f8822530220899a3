// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The words behind a command, parted into options and the rest.
struct Arguments {
    private(set) var positional: [ShellCommand.Word] = []
    private(set) var options: [(name: String, value: ShellCommand.Word?)] = []

    /// - Parameters:
    ///   - valued: options that take the word behind them.
    ///   - isProgram: what stands behind the first word that is no option belongs to the program that it names.
    init(_ words: some Sequence<ShellCommand.Word>, valued: Set<String>, isProgram: Bool = false) {
        var awaiting: String?
        var isPlain = false
        for word in words {
            if let name = awaiting {
                options.append((name, word))
                awaiting = nil
            } else if isPlain || word.text.count < 2 || !word.text.hasPrefix("-") {
                positional.append(word)
                isPlain = isPlain || isProgram
            } else if word.text == "--" {
                isPlain = true
            } else if let equals = word.text.firstIndex(of: "="), word.text.hasPrefix("--") {
                var value = word
                value.text = String(word.text[word.text.index(after: equals)...])
                options.append((String(word.text[..<equals]), value))
            } else if valued.contains(word.text) {
                awaiting = word.text
            } else if !word.text.hasPrefix("--"), valued.contains(String(word.text.prefix(2))) {
                var value = word
                value.text = String(word.text.dropFirst(2))
                options.append((String(word.text.prefix(2)), value))
            } else {
                options.append((word.text, nil))
            }
        }
    }

    func has(_ names: String...) -> Bool { options.contains { names.contains($0.name) } }

    /// The values of an option, under any of its names.
    func values(_ names: String...) -> [String] {
        options.filter { names.contains($0.name) }.compactMap { $0.value?.text }
    }
}
