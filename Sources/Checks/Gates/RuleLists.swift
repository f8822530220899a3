// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Gate

/// What a commit adds to the lists of rules and files that linters and coverage tools pass over.
struct RuleLists {
    private(set) var found: [CIWeakening] = []

    init(_ change: CommitChange) throws {
        for file in change.files where file.status == .modified && file.addedLines > 0 && !change.commit.isMerge {
            guard case .text(let text) = file.content, RuleLists.holdsLists(file.path),
                let new = RuleLists.items(try change.texts.new(file), file.path),
                let old = RuleLists.items(try change.texts.old(file), file.path)
            else { continue }
            let known = Set(old.map(\.name))
            found += new.filter { !known.contains($0.name) }.map { item in
                CIWeakening(
                    rule: .ruleOff, file: file, line: item.line ?? text.hunks.first?.newStart ?? 1, text: item.name[...]
                )
            }
        }
    }

    private static func holdsLists(_ path: Path) -> Bool {
        GateFiles.kind(of: path) == .rules || path.name.elementsEqual("pyproject.toml".utf8)
    }

    /// `tool.ruff.lint.ignore: E501`, of every entry; nil for what is no data, or none that its reader takes.
    private static func items(_ text: [UInt8], _ path: Path) -> [(name: [UInt8], line: Int?)]? {
        guard text.count <= sizeLimit else { return nil }
        let name = String(decoding: path.name, as: UTF8.self)
        var items: [(name: [UInt8], line: Int?)] = []
        do throws(DocumentError) {
            if name.hasSuffix(".toml") {
                collect(try TOMLReader.read(text), [], &items)
            } else if name.hasSuffix(".json") || name.hasSuffix(".jsonc") || name.hasSuffix("rc") {
                collect(try JSONReader.read(text, comments: true), [], &items)
            } else if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
                for document in try YAMLDocuments.read(text) { collect(document, [], &items) }
            } else {
                return nil
            }
        } catch {
            // Lines are read without it: see RuleLine.
            return nil
        }
        return items
    }

    /// Configurations are short; in bytes.
    private static let sizeLimit = 1 << 20
    private static let deepest = 24

    private static func collect(_ document: Document, _ steps: [String], _ items: inout [(name: [UInt8], line: Int?)]) {
        guard steps.count < deepest else { return }
        switch document.value {
        case .map(let entries): for (key, value) in entries { collect(value, steps + [key], &items) }
        case .list(let list):
            let isOfList = steps.contains { keys.contains($0.lowercased()) }
            for item in list {
                if isOfList, case .text(let text) = item.value {
                    items.append((Array("\(steps.joined(separator: ".")): \(text)".utf8), item.line))
                } else {
                    collect(item, steps, &items)
                }
            }
        case .text, .bool, .null: break
        }
    }

    /// Ruff, Flake8, Pylint, mypy, coverage.py, golangci-lint, SwiftLint, ESLint, Codecov, cargo-deny.
    private static let keys: Set = [
        "ignore", "extend-ignore", "disable", "disabled_rules", "ignorepatterns", "ignores", "omit", "per-file-ignores",
        "extend-per-file-ignores", "disable_error_code", "exclude_lines", "exclude_also", "exclude-rules",
        "lint-ignore",
    ]
}
