// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Checks

/// Damaged and hostile files: each check reads them, and each finding stands at a line of the file.
struct GatesMutationTests {
    static let kinds: [any CommitCheck.Type] = [
        TestsDeleted.self, TestsWeakened.self, SuppressionAdded.self, CIWeakened.self, ProtectedPathChanged.self,
        AgentConfigExec.self,
    ]

    static let ids = [
        "tests-deleted", "tests-weakened", "suppression-added", "ci-weakened", "protected-path-changed",
        "agent-config-exec",
    ]

    @Test(arguments: ids) func damagedFilesAreRead(id: String) throws {
        let kind = GatesMutationTests.kinds[try #require(GatesMutationTests.ids.firstIndex(of: id))]
        let check = try #require(Checks.all.first { $0.about.id == id }).make(nil) as? any CommitCheck
        let index = WordIndex([kind])
        var random = SeededRandom(seed: 0x6A7E)
        let samples = try (kind.about.examples + kind.about.clean).map { try ExampleChange($0) }
        var found = 0
        for round in 0..<2_000 {
            let sample = samples[round % samples.count]
            let change = try GatesMutationTests.change(sample) { mutate(&$0, &random) }
            let findings = try #require(check).findings(in: index.found(in: change))
            found += findings.isEmpty ? 0 : 1
            for finding in findings {
                let file = change.files.first { $0.path == finding.place.path }
                guard let file, case .text(let text) = file.content else { continue }
                let last = text.hunks.map { $0.newStart + max(0, $0.newCount - 1) }.max() ?? 1
                #expect((1...max(1, last, 1)).contains(finding.place.line ?? 1) || kind == AgentConfigExec.self)
            }
        }
        // Damage hides some and not all, or it proves nothing.
        #expect(found > 300)
        #expect(found < 2_000)
    }

    /// One line of megabytes, and hundreds of thousands of words: what takes the square of that never comes back.
    @Test(arguments: ids) func hugeTextsTakeLinearTime(id: String) throws {
        let kind = GatesMutationTests.kinds[try #require(GatesMutationTests.ids.firstIndex(of: id))]
        let check = try #require(Checks.all.first { $0.about.id == id }).make(nil) as? any CommitCheck
        let index = WordIndex([kind])
        let word = kind.words.last ?? "command"
        let pieces = [
            "\(word) ", "# \(word) ", "# noqa: ", "it.skip('", "@skip", "-Werror ", "fail_under = 9 ", "{\"hooks\":",
            "contents: write ", "continue-on-error: true ", "# noqa\n", "it.only(1)\n", "  contents: write\n",
            "fail_under = 9\n", "def test_a\n", "[", "assert ",
        ]
        for path in [
            "tests/test_a.py", "a.test.js", ".github/workflows/a.yml", ".coveragerc", ".claude/settings.json",
            ".gitattributes",
        ] {
            for piece in pieces {
                let text = Array(String(repeating: piece, count: 120_000 / piece.utf8.count).utf8)
                let old = Array(String(repeating: "x\n" + piece, count: 5_000).utf8)
                let change = GatesMutationTests.change(
                    [(path, old, text)], whole: true, commit: try ExampleChange(Example("none")).change)
                _ = try #require(check).findings(in: index.found(in: change))
            }
        }
    }

    private func mutate(_ text: inout [UInt8], _ random: inout SeededRandom) {
        for _ in 0..<Int.random(in: 0...3, using: &random) where !text.isEmpty {
            let place = Int.random(in: 0..<text.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: text[place] = UInt8.random(in: 0...255, using: &random)
            case 1: text.removeSubrange(place..<min(text.count, place + 8))
            case 2: text.insert(contentsOf: text[place..<min(text.count, place + 40)], at: place)
            case 3: text = Array(text[..<place])
            case 4: text.insert(contentsOf: [0xE2, 0x80, 0xAE], at: place)
            default: text.insert(contentsOf: Array("\n\r\n\t{}[]\"".utf8), at: place)
            }
        }
    }

    private static func change(_ sample: ExampleChange, _ damage: (inout [UInt8]) -> Void) throws -> CommitChange {
        let texts = sample.change.texts
        let files = try sample.change.files.map { file -> (String, [UInt8]?, [UInt8]?) in
            func damaged(_ id: ObjectID?, _ text: () throws -> [UInt8]) rethrows -> [UInt8]? {
                guard id != nil else { return nil }
                var text = try text()
                damage(&text)
                return text
            }
            return (
                file.path.visible, try damaged(file.oldBlob) { try texts.old(file) },
                try damaged(file.newBlob) { try texts.new(file) }
            )
        }
        return change(files, whole: false, commit: sample.change)
    }

    /// `whole`: as one hunk, without a comparison.
    private static func change(
        _ files: [(path: String, old: [UInt8]?, new: [UInt8]?)], whole: Bool, commit: CommitChange
    ) -> CommitChange {
        var olds: [Path: [UInt8]] = [:]
        var news: [Path: [UInt8]] = [:]
        let id = commit.commit.id
        let changed = files.map { path, old, new -> ChangedFile in
            olds[Path(path)] = old
            news[Path(path)] = new
            func lines(_ text: [UInt8]?) -> Int {
                guard let text, !text.isEmpty else { return 0 }
                return text.count { $0 == UInt8(ascii: "\n") } + (text.last == UInt8(ascii: "\n") ? 0 : 1)
            }
            let text =
                whole
                ? TextChange(
                    hunks: [.init(oldStart: 1, oldCount: lines(old), newStart: 1, newCount: lines(new), offset: 0)],
                    addedText: new ?? [])
                : SampleDiff.change(from: old ?? [], to: new ?? [])
            return ChangedFile(
                path: Path(path), status: old == nil ? .added : new == nil ? .deleted : .modified, oldMode: 0o100644,
                newMode: 0o100644,
                oldBlob: old.map { _ in id }, newBlob: new.map { _ in id }, content: .text(text))
        }
        return CommitChange(
            commit: commit.commit, files: changed, provenance: commit.provenance,
            texts: ChangeTexts(old: { [olds] in olds[$0.path] ?? [] }, new: { [news] in news[$0.path] ?? [] }))
    }
}
