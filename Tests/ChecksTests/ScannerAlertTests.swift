// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

@Suite struct ScannerAlertTests {
    private func alert(_ severity: ScanAlert.Severity, _ security: Int?) throws -> ScanAlert {
        ScanAlert(
            scanner: "lint", rule: "R1", title: "A rule", severity: severity, security: security, path: Path("a.c"),
            line: 3,
            commit: try #require(ObjectID(hex: String(repeating: "1", count: 40))))
    }

    @Test(
        arguments: [
            (.error, nil, .block), (.warning, nil, .warn), (.note, nil, .monitor), (.none, nil, .off),
            (.note, 69, .warn),
            (.note, 70, .block), (.warning, 39, .warn), (.none, 40, .warn), (.error, 10, .block),
        ] as [(ScanAlert.Severity, Int?, Level)])
    func theStricterOfLevelAndSeverityHolds(severity: ScanAlert.Severity, security: Int?, level: Level) throws {
        let check = try ScannerAlert(ScannerAlert.Settings())
        #expect(check.level(of: try alert(severity, security)) == level)
    }

    @Test func themappingMayBeSet() throws {
        var settings = ScannerAlert.Settings()
        settings.error = .warn
        settings.blockFrom = 11
        settings.warnFrom = 11
        #expect(try ScannerAlert(settings).level(of: alert(.error, 100)) == .warn)
        settings.blockFrom = 3
        #expect(throws: SettingError.self) { try ScannerAlert(settings) }
    }

    @Test func withoutAScanThereIsNothingToSay() throws {
        let facts = RangeFacts(records: [], policyChanges: [], waivers: [], today: Day(number: 1))
        #expect(throws: NotApplicable.self) { try ScannerAlert(ScannerAlert.Settings()).findings(in: facts) }
    }

    @Test func anAlertIsAFinding() throws {
        var scans = ScanFacts()
        scans.wereGiven = true
        scans.alerts = [try alert(.error, nil)]
        let facts = RangeFacts(records: [], policyChanges: [], waivers: [], today: Day(number: 1), scans: scans)
        let findings = try ScannerAlert(ScannerAlert.Settings()).findings(in: facts)
        #expect(findings.map(\.message.description) == ["lint reports R1: A rule (error) on 1111111111's line"])
        #expect(findings.map(\.defaultLevel) == [.block])
    }
}
