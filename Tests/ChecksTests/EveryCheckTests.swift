// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Policy
import Testing

/// Every check finds what its examples mark, and nothing in those it calls clean.
struct EveryCheckTests {
    /// What waivers say on a day and what other scanners say is shown by no commit: those checks have tests of their own.
    static let commitKinds = Checks.all.filter { !["waiver-expired", "scanner-alert"].contains($0.about.id) }

    @Test(arguments: commitKinds.map(\.about.id)) func examplesShowIt(id: String) throws {
        let kind = try #require(Checks.all.first { $0.about.id == id })
        let about = kind.about
        #expect(!about.examples.isEmpty, "\(id) shows no example")
        for example in about.examples {
            let sample = try ExampleChange(example)
            #expect(!sample.marks.isEmpty, "\(id): '\(example.title)' marks no line")
            #expect(try EveryCheckTests.places(kind, sample) == sample.marks, "\(id): \(example.title)")
        }
    }

    @Test(arguments: commitKinds.map(\.about.id)) func cleanExamplesAreClean(id: String) throws {
        let kind = try #require(Checks.all.first { $0.about.id == id })
        let about = kind.about
        #expect(!about.clean.isEmpty, "\(id) shows no clean example")
        for example in about.clean {
            #expect(try EveryCheckTests.places(kind, ExampleChange(example)).isEmpty, "\(id): \(example.title)")
        }
    }

    @Test(arguments: Checks.all.map(\.about.id)) func aboutIsComplete(id: String) throws {
        let about = try #require(Checks.all.first { $0.about.id == id }).about
        #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
        #expect(!about.title.hasSuffix("."))
        #expect(about.why.hasSuffix(".") || about.why.hasSuffix(")"))
        #expect(about.fix.hasSuffix(".") || about.fix.hasSuffix(">"))
        let controls = try ControlsReader(checks: Checks.all.map(\.about.id)).map().controls(of: id)
        #expect(controls.contains { $0.hasPrefix("iso27001/") }, "controls.yml names no control for \(id)")
    }

    /// A policy says these beside a check's own settings.
    @Test(arguments: Checks.all.map(\.about.id)) func settingsLeaveThePolicysOwnKeys(id: String) throws {
        let kind = try #require(Checks.all.first { $0.about.id == id })
        #expect(kind.settings.allSatisfy { !["level", "block-after", "rules"].contains($0.name) })
    }

    @Test func idsAreUnique() {
        #expect(Set(Checks.all.map(\.about.id)).count == Checks.all.count)
    }

    private static func places(_ kind: CheckKind, _ sample: ExampleChange) throws -> Set<String> {
        let check = try kind.make(sample.policy.settings[kind.about.id])
        let found: [Finding]
        if let check = check as? any CommitCheck {
            found = try check.findings(in: WordIndex([type(of: check)]).found(in: sample.change))
        } else {
            let check = try #require(check as? any RangeCheck)
            let touched = check.concerned(in: sample.change).sorted().map {
                Touch(path: $0, commit: sample.change.commit.id, isAIMarked: sample.change.provenance.ai.isMarked)
            }
            var facts = RangeFacts(
                records: [CommitRecord(sample.change, taskWork: Checks.taskWork(of: sample.change))],
                policyChanges: sample.change.files.filter { $0.path.isInside(folder: ".aigate") }, waivers: [],
                today: Day(number: 20_000), base: sample.base, head: sample.head, policy: BaseFacts(sample.base),
                registers: sample.change.registers)
            facts.dataAfter = try sample.dataAfter()
            let results = CheckResults([], ran: []) { _, _ in false }
            found = try check.findings(in: facts.verifying(results).touching(touched))
        }
        return Set(found.map { "\($0.place.path?.visible ?? ""):\($0.place.line ?? 0)" })
    }
}
