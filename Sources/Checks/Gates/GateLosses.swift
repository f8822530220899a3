// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What a commit takes out of the files by which the project judges itself.
struct GateLosses {
    private(set) var found: [CIWeakening] = []

    private let change: CommitChange
    private let files: [GateFile]

    init(_ change: CommitChange) throws {
        self.change = change
        files = try GateFile.losing(in: change)
        guard !files.isEmpty else { return }
        addWarnings()
        for file in files { addValues(file) }
        try addChecks()
        for file in files where GateFiles.isGitHub(file.file.path) && file.file.status != .deleted {
            try addTriggers(file)
        }
    }

    /// `-Werror` and its like, gone from one file and come into none.
    private mutating func addWarnings() {
        var balance = 0
        var first: CIWeakening?
        for file in files where file.file.status != .deleted {
            for line in TextLines(file.removed) where GateLosses.warnings.isIn(line) {
                balance += 1
                first = first ?? file.weakening(.warnings, without: line)
            }
        }
        guard balance > 0, let first else { return }
        for file in change.files {
            guard case .text(let text) = file.content else { continue }
            for line in TextLines(text.addedText) where GateLosses.warnings.isIn(line) { balance -= 1 }
        }
        if balance > 0 { found.append(first) }
    }

    private static let warnings = LineWords([
        "-Werror", "-D warnings", "-Dwarnings", "-warnaserror", "--error-on-warnings", "--warnings-as-errors",
        "deny(warnings)", ".treatAllWarnings(as: .error)", "/WX",
    ])

    /// A switch that was on and is off, a floor that sank, a ceiling that rose.
    private mutating func addValues(_ file: GateFile) {
        let isOfTool = file.kind == .rules || file.file.path.name.elementsEqual("package.json".utf8)
        var before: [[UInt8]: [GateValues.Value]] = [:]
        for line in TextLines(file.removed) {
            if let value = GateValues.value(in: line, isOfTool: isOfTool) {
                before[value.key, default: []].append(value)
            }
        }
        guard !before.isEmpty else { return }
        before = before.mapValues { $0.reversed() }
        let index = LineIndex(file.change)
        for line in file.addedLines {
            guard let value = GateValues.value(in: line.bytes, isOfTool: isOfTool),
                let old = before[value.key]?.popLast()
            else { continue }
            if value.isStrict, old.isTrue == true, value.isTrue == false {
                found.append(file.weakening(.strictness, at: line, index))
            } else if let number = value.number, let was = old.number, value.isCeiling ? number > was : number < was {
                found.append(file.weakening(.threshold, at: line, index))
            }
        }
    }

    /// A kind of check that pipelines ran and none of the changed ones runs any more, or fewer commands of a kind.
    private mutating func addChecks() throws {
        var lost: [GateTools.Kind: (first: CIWeakening, balance: Int)] = [:]
        for file in files where file.isPipeline {
            for line in TextLines(file.removed) {
                for kind in GateTools.kinds(in: line) {
                    lost[kind, default: (file.weakening(.gone, without: line), 0)].balance += 1
                }
            }
        }
        guard !lost.isEmpty else { return }
        var delegates = false
        for file in change.files {
            guard case .text(let text) = file.content, GateFile.runs(file.path) else { continue }
            for line in TextLines(text.addedText) {
                // What runs elsewhere is not seen here.
                delegates = delegates || GateTools.delegates(line)
                for kind in GateTools.kinds(in: line) { lost[kind]?.balance -= 1 }
            }
        }
        lost = lost.filter { $0.value.balance > 0 }
        guard !lost.isEmpty else { return }
        let still = try kindsAfter().union(kindsElsewhere())
        for kind in GateTools.Kind.allCases {
            guard let (first, _) = lost[kind] else { continue }
            let rule = delegates || still.contains(kind) ? CIWeakening.Rule.fewer : .gone
            found.append(CIWeakening(rule: rule, file: first.file, line: first.line, text: first.text))
        }
    }

    /// What the changed pipelines run after the commit.
    private func kindsAfter() throws -> Set<GateTools.Kind> {
        var kinds: Set<GateTools.Kind> = []
        for file in files where file.isPipeline && file.file.status != .deleted {
            for line in TextLines(try change.texts.new(file.file)) { kinds.formUnion(GateTools.kinds(in: line)) }
        }
        return kinds
    }

    /// What the pipelines run that the commit leaves alone, as they stand at the base.
    private func kindsElsewhere() throws -> Set<GateTools.Kind> {
        let all = try change.base.once(PipelineTools.self) { try PipelineTools($0) }
        let changed = Set(change.files.flatMap { [$0.path, $0.oldPath].compactMap(\.self) })
        return all.kinds.reduce(into: []) { kinds, file in
            if !changed.contains(file.path) { kinds.formUnion(file.kinds) }
        }
    }

    /// A workflow that judges code starts on less.
    private mutating func addTriggers(_ file: GateFile) throws {
        let new = try change.texts.new(file.file)
        guard TextLines(new).contains(where: { !GateTools.kinds(in: $0).isEmpty }) else { return }
        let kept = Trigger.all(in: new)
        let lost = Trigger.all(in: file.removed).filter { trigger, _ in kept[trigger] == nil }
        // A workflow that still starts on requests need not start on every push as well.
        if let line = lost[.request] ?? lost[.queue] ?? (kept[.request] == nil ? lost[.push] : nil) {
            found.append(file.weakening(.triggers, without: line))
        }
        let hadFilter = TextLines(file.removed).contains(where: GateLosses.filters.isIn)
        guard !hadFilter, let jobs = TextLines(new).first(where: { $0.starts(with: "jobs:".utf8) }) else { return }
        let jobsLine = new[..<jobs.startIndex].count { $0 == UInt8(ascii: "\n") } + 1
        let index = LineIndex(file.change)
        for line in file.addedLines where GateLosses.filters.isIn(line.bytes) {
            let weakening = file.weakening(.triggers, at: line, index)
            if weakening.line < jobsLine { return found.append(weakening) }
        }
    }

    /// What a workflow starts on.
    private enum Trigger: CaseIterable {
        case request, push, queue

        /// With the line that names each: `pull_request:`, `- push`, `on: [push, pull_request]`.
        static func all(in text: [UInt8]) -> [Trigger: ArraySlice<UInt8>] {
            var found: [Trigger: ArraySlice<UInt8>] = [:]
            for line in TextLines(text) {
                let isList = line.starts(with: "on:".utf8)
                for trigger in allCases where found[trigger] == nil {
                    if (isList ? anywhere[trigger] : alone[trigger])?.isIn(line) ?? false { found[trigger] = line }
                }
            }
            return found
        }

        private static let names: [(Trigger, String)] = [
            (.request, "pull_request"), (.push, "push"), (.queue, "merge_group"),
        ]
        private static let anywhere = Dictionary(uniqueKeysWithValues: names.map { ($0, LineWords([$1])) })
        private static let alone = Dictionary(
            uniqueKeysWithValues: names.map { ($0, LineWords(["^\($1):", "^- \($1)"])) })
    }

    private static let filters = LineWords(["^paths:", "^paths-ignore:", "^branches-ignore:"])
}
