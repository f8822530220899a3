// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Scripts that stand in a YAML file, and the lines that they begin on.
struct PipelineScripts {
    private let lines: [ArraySlice<UInt8>]

    init(_ bytes: [UInt8]) {
        lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The line of the first character of a text: a block (`|`, `>`) begins below its key.
    func start(of value: Document) -> Int {
        guard let line = value.line, line >= 1, line <= lines.count else { return value.line ?? 1 }
        let words = lines[line - 1].split(whereSeparator: \.isPadding)
        let content = words.first { word in
            let isKey = word.last == UInt8(ascii: ":") || word.elementsEqual("-".utf8)
            return !isKey && word.first != UInt8(ascii: "&") && word.first != UInt8(ascii: "!")
        }
        guard let content else { return line + 1 }
        let isBlock = content.first == UInt8(ascii: "|") || content.first == UInt8(ascii: ">")
        return isBlock && content.allSatisfy { Array("|>+-123456789".utf8).contains($0) } ? line + 1 : line
    }

    /// A script that is a text, or a list of texts and of such lists.
    func read(
        _ value: Document?, into packages: inout ScriptPackages, variables: [String: String] = [:],
        dialect: ShellDialect = .posix,
        depth: Int = 0
    ) {
        guard let value, depth < 10 else { return }
        if let text = value.text {
            packages.read(Array(text.utf8), line: start(of: value), variables: variables, dialect: dialect)
        }
        for item in value.items {
            read(item, into: &packages, variables: variables, dialect: dialect, depth: depth + 1)
        }
    }

    /// The short texts of a map, which a script sees as variables.
    static func variables(_ map: Document?, over outer: [String: String] = [:]) -> [String: String] {
        var result = outer
        for (name, value) in map?.entries.prefix(64) ?? [] {
            guard let text = value.text ?? value["value"]?.text, text.utf8.count <= Placeholders.longestValue else {
                continue
            }
            result[name] = text
        }
        return result
    }
}
