// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Testing

/// Every check finds what its examples mark, and nothing in those it calls clean.
struct EveryCheckTests {
    /// What a register says on a day is shown by no commit: waiver-expired has tests of its own.
    static let commitKinds = Checks.all.filter { $0.about.id != "waiver-expired" }

    @Test(arguments: commitKinds.map(\.about.id)) func examplesShowIt(id: String) throws {
        let (about, check) = try EveryCheckTests.make(id)
        #expect(!about.examples.isEmpty, "\(id) shows no example")
        for example in about.examples {
            let sample = try ExampleChange(example)
            #expect(!sample.marks.isEmpty, "\(id): '\(example.title)' marks no line")
            #expect(try EveryCheckTests.places(check, sample) == sample.marks, "\(id): \(example.title)")
        }
    }

    @Test(arguments: commitKinds.map(\.about.id)) func cleanExamplesAreClean(id: String) throws {
        let (about, check) = try EveryCheckTests.make(id)
        #expect(!about.clean.isEmpty, "\(id) shows no clean example")
        for example in about.clean {
            #expect(try EveryCheckTests.places(check, ExampleChange(example)).isEmpty, "\(id): \(example.title)")
        }
    }

    @Test(arguments: Checks.all.map(\.about.id)) func aboutIsComplete(id: String) throws {
        let about = try #require(Checks.all.first { $0.about.id == id }).about
        #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
        #expect(!about.title.hasSuffix("."))
        #expect(about.why.hasSuffix(".") || about.why.hasSuffix(")"))
        #expect(about.fix.hasSuffix(".") || about.fix.hasSuffix(">"))
        #expect(!about.controls.isEmpty)
        #expect(about.controls.allSatisfy { $0.wholeMatch(of: /iso27001\/(A\.\d+\.\d+|clause-\d+)@2022/) != nil })
    }

    /// A policy says these beside a check's own settings.
    @Test(arguments: Checks.all.map(\.about.id)) func settingsLeaveThePolicysOwnKeys(id: String) throws {
        let kind = try #require(Checks.all.first { $0.about.id == id })
        #expect(kind.settings.allSatisfy { !["level", "block-after", "rules"].contains($0.name) })
    }

    @Test func idsAreUnique() {
        #expect(Set(Checks.all.map(\.about.id)).count == Checks.all.count)
    }

    private static func make(_ id: String) throws -> (About, any Check) {
        let kind = try #require(Checks.all.first { $0.about.id == id })
        return (kind.about, try kind.make(nil))
    }

    private static func places(_ check: any Check, _ sample: ExampleChange) throws -> Set<String> {
        let found: [Finding]
        if let check = check as? any CommitCheck {
            found = try check.findings(in: sample.change)
        } else {
            let check = try #require(check as? any RangeCheck)
            found = try check.findings(
                in: RangeFacts(
                    records: [CommitRecord(sample.change)],
                    policyChanges: sample.change.files.filter { $0.path.isInside(folder: ".aigate") }, waivers: [],
                    today: Day(number: 20_000)))
        }
        return Set(found.map { "\($0.place.path?.visible ?? ""):\($0.place.line ?? 0)" })
    }
}
