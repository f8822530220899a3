// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Policy
import TestKit
import Testing

/// A policy or waivers file under Fixtures/Policies.
struct PolicyFixture: Sendable, CustomStringConvertible {
    let url: URL
    let bytes: [UInt8]

    var description: String { url.lastPathComponent }
    var isWaivers: Bool { description.hasPrefix("waivers") }

    static func all(_ folder: String) throws -> [PolicyFixture] {
        let folder = projectRoot.appending(path: "Fixtures/Policies/\(folder)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { PolicyFixture(url: $0, bytes: Array(try Data(contentsOf: $0))) }
    }

    /// What stands behind `# name: ` at the head of the file.
    func heading(_ name: String) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix { $0.hasPrefix("# ") }
            .filter { $0.hasPrefix("# \(name): ") }.map { String($0.dropFirst(name.count + 4)) }
    }

    /// The sentences of its mistakes; empty when it has none.
    func mistakes() -> [String] {
        do throws(ConfigErrors) {
            if isWaivers {
                _ = try WaiverReader.waivers(bytes, file: "waivers.yml", kinds: sampleKinds, terms: sampleTerms)
            } else {
                _ = try PolicyReader.policy(bytes, file: "policy.yml", kinds: sampleKinds)
            }
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }
}

let sampleTerms = WaiverTerms(today: sampleDay, defaultDays: 30, maximumDays: 365)

@Suite struct FixtureTests {
    @Test(arguments: try PolicyFixture.all("good"))
    func isRead(_ fixture: PolicyFixture) {
        #expect(fixture.mistakes() == [])
    }

    @Test(arguments: try PolicyFixture.all("bad"))
    func saysWhatIsWrong(_ fixture: PolicyFixture) {
        let expected = fixture.heading("expect")
        #expect(!expected.isEmpty)
        #expect(fixture.mistakes() == expected)
    }

    @Test func bothFoldersHoldFixtures() throws {
        #expect(try PolicyFixture.all("good").count > 4)
        #expect(try PolicyFixture.all("bad").count > 30)
    }
}
