// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Testing

/// Every check finds what its examples mark, and nothing in those it calls clean.
struct EveryCheckTests {
    static let commitKinds = Checks.all.filter { !$0.isRange }

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

    @Test func idsAreUnique() {
        #expect(Set(Checks.all.map(\.about.id)).count == Checks.all.count)
    }

    private static func make(_ id: String) throws -> (About, any CommitCheck) {
        let kind = try #require(Checks.all.first { $0.about.id == id })
        return (kind.about, try #require(try kind.make(nil) as? any CommitCheck))
    }

    private static func places(_ check: any CommitCheck, _ sample: ExampleChange) throws -> Set<String> {
        Set(try check.findings(in: sample.change).map { "\($0.place.path?.visible ?? ""):\($0.place.line ?? 0)" })
    }
}
