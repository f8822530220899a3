// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Reads the files of `Fixtures/Corpus`.
enum CorpusFile {
    /// Lines behind the comment at the top.
    static func lines(_ name: String) throws -> [Substring] {
        let text = try String(contentsOf: projectRoot.appending(path: "Fixtures/Corpus/\(name)"), encoding: .utf8)
        return Array(text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("#") })
    }
}

/// What a rule finds, and the name that it is bound to.
struct CorpusValue {
    let rule: String
    /// Lower case, joined by underscores.
    let name: String
    let template: ValueTemplate
    /// A format of one length: one character more or less is another thing.
    let isExact: Bool

    static func all() throws -> [CorpusValue] {
        try CorpusFile.lines("values.txt").filter { !$0.isEmpty }.map { line in
            let fields = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
            try #require(fields.count == 4, "\(line): a mark, a rule, a name and a value")
            return CorpusValue(
                rule: String(fields[1]), name: String(fields[2]),
                template: ValueTemplate(fields[3].trimmingCharacters(in: .whitespaces)), isExact: fields[0] == "=")
        }
    }
}

/// A text of some language with room for a value, or for lines.
struct CorpusPlacement {
    let name: String
    let path: String
    let text: String

    static func all(_ file: String) throws -> [CorpusPlacement] {
        try CorpusFile.lines(file).joined(separator: "\n").split(separator: "== ").map { part in
            let head = part.prefix { $0 != "\n" }.split(separator: " ")
            try #require(head.count == 2, "\(part): a name and a path")
            return CorpusPlacement(
                name: String(head[0]), path: String(head[1]), text: String(part.drop { $0 != "\n" }.dropFirst()))
        }
    }

    func text(of value: String, named name: String) -> String {
        let words = name.split(separator: "_").map(String.init)
        let capitals = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let forms = [
            "{snake}": name, "{UPPER}": name.uppercased(), "{camel}": (words.prefix(1) + capitals.dropFirst()).joined(),
            "{Pascal}": capitals.joined(), "{kebab}": words.joined(separator: "-"),
            "{dotted}": words.joined(separator: "."),
        ]
        let named = forms.sorted { $0.key < $1.key }.reduce(text) {
            $0.replacingOccurrences(of: $1.key, with: $1.value)
        }
        return named.replacingOccurrences(of: "{value}", with: value)
    }

    func text(around template: String) -> String {
        let lines = template.components(separatedBy: "{n}")
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            line.contains("{line}") ? lines.map { line.replacingOccurrences(of: "{line}", with: $0) } : [String(line)]
        }.joined(separator: "\n")
    }
}

/// What the corpus leaves out or takes for the same, and why: `placement RULE NAMES why`, `near-miss RULE NAMES why`,
/// `same RULE OTHERS why`.
struct CorpusExceptions {
    private let entries: Set<String>

    init() throws {
        var entries: Set<String> = []
        for line in try CorpusFile.lines("exceptions.txt") where !line.isEmpty {
            let fields = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
            try #require(fields.count == 4, "\(line): a kind, a rule, names and a reason")
            for name in fields[2].split(separator: ",") {
                try #require(entries.insert("\(fields[0]) \(fields[1]) \(name)").inserted, "\(line) stands twice")
            }
        }
        self.entries = entries
    }

    func has(_ kind: String, _ rule: String, _ name: String) -> Bool { entries.contains("\(kind) \(rule) \(name)") }
}
