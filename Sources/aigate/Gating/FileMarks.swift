// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

/// Tells generated and vendored files: by common names, by the base's linguist attributes, by the policy, and where
/// none of them speaks by what the base's own file says of itself.
///
/// Sources: gitattributes(5) for patterns and precedence; github-linguist's documented overrides `linguist-generated`
/// and
/// `linguist-vendored`. One per worker: it remembers what it looked up.
final class FileMarks {
    private let base: TreeFiles?
    private let common: [Rule]
    private let policy: [Rule]
    /// Parts of the tree with levels of their own.
    private let places: [[PathPattern]]
    private var attributes: [Path: [Rule]] = [:]
    private var known: [Path: ChangedFile.Mark?] = [:]

    private struct Rule {
        let pattern: PathPattern
        let mark: ChangedFile.Mark
        let isSet: Bool
    }

    /// `base`: the commit whose attributes count; none without it.
    init(policy: PolicySet, base: TreeFiles?) throws {
        self.base = base
        common =
            try FileMarks.generatedNames.map { Rule(pattern: try PathPattern($0), mark: .generated, isSet: true) }
            + FileMarks.vendoredNames.map { Rule(pattern: try PathPattern($0), mark: .vendored, isSet: true) }
        places = [policy.repository, policy.organisation].compactMap(\.self).flatMap { $0.paths.map(\.patterns) }
        self.policy = [policy.repository, policy.organisation].compactMap(\.self).flatMap { policy in
            policy.generated.map { Rule(pattern: $0, mark: .generated, isSet: true) }
                + policy.vendored.map { Rule(pattern: $0, mark: .vendored, isSet: true) }
        }
    }

    /// Whether a file means the same in both places: same mark, same levels.
    func areAlike(_ one: Path, _ other: Path) throws(GitError) -> Bool {
        guard try mark(of: one) == mark(of: other) else { return false }
        return places.allSatisfy { patterns in
            patterns.contains { $0.matches(one) } == patterns.contains { $0.matches(other) }
        }
    }

    func mark(_ files: [ChangedFile]) throws(GitError) -> [ChangedFile] {
        var marked = files
        for index in marked.indices { marked[index].mark = try mark(of: files[index].path) }
        return marked
    }

    /// The last rule that matches counts; those of a deeper folder come after those of its parents.
    private func mark(of path: Path) throws(GitError) -> ChangedFile.Mark? {
        if let mark = known[path] { return mark }
        var isGenerated = false
        var isVendored = false
        var isSettled = false
        func apply(_ rules: [Rule], to path: Path) {
            for rule in rules where rule.pattern.matches(path) {
                if rule.mark == .generated { isGenerated = rule.isSet } else { isVendored = rule.isSet }
                isSettled = true
            }
        }
        apply(common, to: path)
        var start = 0
        while true {
            let folder = Path(Array(path.bytes[..<max(0, start - 1)]))
            apply(try rules(of: folder), to: Path(Array(path.bytes[start...])))
            guard let slash = path.bytes[start...].firstIndex(of: UInt8(ascii: "/")) else { break }
            start = slash + 1
        }
        apply(policy, to: path)
        var mark: ChangedFile.Mark? = isGenerated ? .generated : isVendored ? .vendored : nil
        if mark == nil, !isSettled, try saysItIsGenerated(path) { mark = .generated }
        known[path] = .some(mark)
        return mark
    }

    /// The words with which generators mark their files, near the beginning. Only the base's own content counts: a
    /// change must not call itself generated.
    private func saysItIsGenerated(_ path: Path) throws(GitError) -> Bool {
        let start: [UInt8]
        do throws(GitError) {
            start = try base?.beginning(of: path, bytes: 1024) ?? []
        } catch {
            guard error.kind == .malformed else { throw error }
            return false
        }
        var found: Set<Int> = []
        start.withUnsafeBufferPointer { FileMarks.words.forEachOccurrence(in: $0) { word, _ in found.insert(word) } }
        return found.contains(0) || found.contains(1) && (found.contains(2) || found.contains(3))
    }

    private static let words = LiteralIndex(
        ["@generated", "generated", "do not edit", "do not modify"].map { Array($0.utf8) })

    private func rules(of folder: Path) throws(GitError) -> [Rule] {
        if let rules = attributes[folder] { return rules }
        let file = Path(folder.bytes + (folder.bytes.isEmpty ? [] : [UInt8(ascii: "/")]) + Array(".gitattributes".utf8))
        var rules: [Rule] = []
        // git reads no attributes through a link, nor from a folder of that name.
        do throws(GitError) {
            rules = FileMarks.rules(try base?.file(file) ?? [])
        } catch {
            guard error.kind == .malformed else { throw error }
        }
        attributes[folder] = rules
        return rules
    }

    private static let generatedNames = [
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "Cargo.lock",
        "Gemfile.lock", "composer.lock", "poetry.lock", "uv.lock", "Pipfile.lock", "go.sum", "Package.resolved",
        "Podfile.lock", "*.min.js", "*.min.css", "*.pb.go", "*_pb2.py", "*.pb.swift", "*.js.map", "*.css.map",
    ]

    private static let vendoredNames = [
        "vendor/", "third_party/", "node_modules/", "bower_components/", "Pods/", "Carthage/",
    ]

    /// The lines of a `.gitattributes` that set or unset a linguist attribute; what is no pattern is passed over, as
    /// git does.
    private static func rules(_ attributes: [UInt8]) -> [Rule] {
        attributes.split(separator: UInt8(ascii: "\n")).flatMap { line -> [Rule] in
            let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
                .map { String(decoding: $0, as: UTF8.self) }
            guard let text = words.first, !text.hasPrefix("#"), !text.hasPrefix("["), !text.hasPrefix("\"") else {
                return []
            }
            let pattern: PathPattern
            do { pattern = try PathPattern(attribute: text) } catch { return [] }
            return words.dropFirst().compactMap { word in
                switch word {
                case "linguist-generated", "linguist-generated=true":
                    Rule(pattern: pattern, mark: .generated, isSet: true)
                case "-linguist-generated", "linguist-generated=false":
                    Rule(pattern: pattern, mark: .generated, isSet: false)
                case "linguist-vendored", "linguist-vendored=true": Rule(pattern: pattern, mark: .vendored, isSet: true)
                case "-linguist-vendored", "linguist-vendored=false":
                    Rule(pattern: pattern, mark: .vendored, isSet: false)
                default: nil
                }
            }
        }
    }
}
