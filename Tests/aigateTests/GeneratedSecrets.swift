// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Policy
import TestKit

@testable import Content

/// Texts with a value of each rule of the packs, made of the packs' own examples, and the values.
struct GeneratedSecrets: Sendable {
    struct Secret: Sendable {
        let rule: Rule
        /// An example that holds it.
        let text: String
        let value: [UInt8]
    }

    let secrets: [Secret]

    init(seed: String) throws {
        let scanner = try TextScanner(ContentProgram(rules: EmbeddedPacks.rules))
        var secrets: [Secret] = []
        for name in EmbeddedPacks.names {
            let file = "Sources/CRulePacks/Packs/\(name).yml"
            let pack = try RulePack(
                YAMLReader.read(Array(Data(contentsOf: projectRoot.appending(path: file))), file: file))
            for rule in pack.rules where rule.tier != .published && rule.level > .off {
                guard let template = rule.matches.first else { continue }
                var expander = ExampleText(seed: rule.id + seed)
                let text = try expander.expand(template)
                let found = try text.withUnsafeBufferPointer {
                    try scanner.scan(ScannedText(bytes: $0, kind: FileKind(Path("src/settings")), place: .ordinary))
                        .candidates
                }
                for candidate in Candidate.settled(found) where candidate.rule == rule.id {
                    secrets.append(
                        Secret(
                            rule: rule, text: String(decoding: text, as: UTF8.self), value: Array(text[candidate.range])
                        ))
                }
            }
        }
        self.secrets = secrets
    }

    func value(of rule: String) -> String? {
        secrets.first { $0.rule.id == rule }.map { String(decoding: $0.value, as: UTF8.self) }
    }
}

/// Finds pieces of values in what came out: longer than the public beginning and three bytes, and eight at least, for
/// shorter ones stand in ordinary words and digests.
struct LeakSearch: Sendable {
    private static let least = 8
    /// By the first eight bytes of a piece: the pieces, and whose they are.
    private var pieces: [UInt64: [(piece: [UInt8], name: String)]] = [:]

    /// `ordinary`: other values of the same forms; what both have is a part of the form.
    init(_ values: [(name: String, value: [UInt8], prefix: Int)], ordinary: [[UInt8]]) {
        let form = Set(ordinary.flatMap { LeakSearch.windows(of: $0, LeakSearch.least).map { LeakSearch.number($0) } })
        for (name, value, prefix) in values {
            let isForm = LeakSearch.windows(of: value, LeakSearch.least).map { form.contains(LeakSearch.number($0)) }
            let length = max(prefix + 4, LeakSearch.least)
            for (start, window) in LeakSearch.windows(of: value, length).enumerated() {
                guard !isForm[start...(start + length - LeakSearch.least)].contains(true) else { continue }
                pieces[LeakSearch.number(window.prefix(LeakSearch.least)), default: []].append((Array(window), name))
            }
        }
    }

    var count: Int { pieces.count }

    /// Whose pieces stand in the text as it is, or behind the escapes of JSON, XML, HTML, Markdown or hexadecimal.
    func leaks(in text: String) -> Set<String> {
        var found: Set<String> = []
        for form in [text, LeakSearch.unescaped(text), LeakSearch.bytesOfPaths(text)] {
            let bytes = Array(form.utf8)
            var number: UInt64 = 0
            for (index, byte) in bytes.enumerated() {
                number = number << 8 | UInt64(byte)
                guard index >= LeakSearch.least - 1, let candidates = pieces[number] else { continue }
                let start = index - LeakSearch.least + 1
                for (piece, name) in candidates where bytes[start...].starts(with: piece) { found.insert(name) }
            }
        }
        return found
    }

    private static func windows(of value: [UInt8], _ length: Int) -> [ArraySlice<UInt8>] {
        guard value.count >= length else { return [] }
        return (0...(value.count - length)).map { value[$0..<($0 + length)] }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    private static func unescaped(_ text: String) -> String {
        let pairs = [
            ("\\\"", "\""), ("\\/", "/"), ("\\n", "\n"), ("\\t", "\t"), ("\\\\", "\\"), ("&lt;", "<"), ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#34;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&#x27;", "'"), ("&amp;", "&"), ("\\", ""),
            ("<wbr>", ""), ("\u{200B}", ""),
        ]
        return pairs.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// What `pathBytes` spells.
    private static func bytesOfPaths(_ text: String) -> String {
        text.split(separator: "\"pathBytes\":\"", omittingEmptySubsequences: false).dropFirst().map { part in
            let digits = Array(part.prefix { $0 != "\"" }.utf8)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
                (Hex.value(digits[$0]) ?? 0) << 4 | (Hex.value(digits[$0 + 1]) ?? 0)
            }
            return String(decoding: bytes, as: UTF8.self)
        }.joined(separator: "\n")
    }
}
