// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The lines that a commit adds to pipelines and to the rules of linters, less those that it moved or edited.
struct AddedWeakenings {
    private(set) var found: [CIWeakening] = []

    /// `occurrences`: of the words of `CILine` and `RuleLine`.
    init(_ occurrences: [WordHits], in change: CommitChange) throws {
        for found in occurrences {
            guard let read = AddedWeakenings.reader(of: found.file.path) else { continue }
            let lines = AddedLine.holding(found.hits.lazy.map(\.offset), in: found.change.addedText)
            let rules = lines.compactMap { line in read(line.bytes).map { (line, $0) } }
            guard !rules.isEmpty else { continue }
            try add(rules, found, read, change)
        }
    }

    static func reads(_ path: Path) -> Bool { reader(of: path) != nil }

    private typealias Reader = (ArraySlice<UInt8>) -> CIWeakening.Rule?

    private static func reader(of path: Path) -> Reader? {
        switch GateFiles.kind(of: path) {
        case .pipeline, .hooks: return { CILine.rule(of: $0) }
        case .rules: return { RuleLine.isOff($0) ? .ruleOff : nil }
        default:
            guard GateFiles.isBuild(path) else { return nil }
            return { CILine.ruleOfCommand($0) }
        }
    }

    private mutating func add(
        _ rules: [(line: AddedLine, rule: CIWeakening.Rule)], _ hits: WordHits,
        _ read: Reader, _ change: CommitChange
    ) throws {
        let old = hits.file.status == .added || change.commit.isMerge ? [] : try change.texts.old(hits.file)
        var before: [CIWeakening.Rule: Int] = [:]
        for line in TextLines(RemovedLines.of(hits.change, in: old)) {
            if let rule = read(line) { before[rule, default: 0] += 1 }
        }
        let index = LineIndex(hits.change)
        // Without a word on permissions a token has those of the repository's settings: the first one takes none away.
        let hadRights = TextLines(old).contains { CILine.permissions.isIn($0) }
        for (line, rule) in rules {
            if let count = before[rule], count > 0 {
                before[rule] = count - 1
            } else if isNews(rule, line, hadRights: hadRights, isNew: old.isEmpty) {
                found.append(
                    CIWeakening(
                        rule: rule, file: hits.file, line: index.position(at: line.offset).line, text: line.bytes))
            }
        }
    }

    private func isNews(_ rule: CIWeakening.Rule, _ line: AddedLine, hadRights: Bool, isNew: Bool) -> Bool {
        switch rule {
        case .permissions: hadRights || CILine.everything.isIn(line.bytes)
        case .ruleOff: !isNew
        default: true
        }
    }
}
