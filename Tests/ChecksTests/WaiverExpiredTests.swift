// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Testing

struct WaiverExpiredTests {
    @Test(arguments: [(-1, 1), (0, 0), (1, 0)]) func lastDayStillCounts(offset: Int, expected: Int) throws {
        let today = try #require(Day("2026-11-21"))
        let waiver = Waiver(
            rule: "ai-undeclared", scope: .path(try PathPattern("src/")), reason: "pilot", owner: "isms",
            expires: today.adding(days: offset), file: ".aigate/waivers.yml", line: 3)
        let kind = try #require(Checks.all.first { $0.about.id == "waiver-expired" })
        let check = try #require(try kind.make(nil) as? any RangeCheck)
        let findings = try check.findings(
            in: RangeFacts(records: [], policyChanges: [], waivers: [waiver], today: today))
        #expect(findings.count == expected)
    }
}
