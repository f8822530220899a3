// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Testing

/// Which CI is believed to run us.
@Suite struct CISystemTests {
    @Test func detectsByTheEnvironment() {
        #expect(CISystem.auto.detected(in: ["GITHUB_ACTIONS": "true"]) == .github)
        #expect(CISystem.auto.detected(in: ["GITLAB_CI": "true"]) == .gitlab)
        #expect(CISystem.auto.detected(in: ["CI": "1"]) == CISystem.none)
        #expect(CISystem.auto.detected(in: [:]) == CISystem.none)
    }

    @Test func aFlagBeatsTheEnvironment() throws {
        #expect(CISystem.none.detected(in: ["GITHUB_ACTIONS": "true"]) == CISystem.none)
        #expect(try Recorded("github/push").situation(.none) == nil)
        #expect(try CISystem.none.context(in: Recorded("github/push").environment) == nil)
        #expect(throws: ForgeError.self) { try Recorded("github/push").situation(.gitlab) }
    }

    @Test func namesTheEventFile() throws {
        let github = try Recorded("github/push").environment
        #expect(CISystem.auto.eventPath(in: github)?.hasSuffix("/event.json") == true)
        #expect(CISystem.auto.eventPath(in: ["GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": ""]) == nil)
        #expect(try CISystem.auto.eventPath(in: Recorded("gitlab/push").environment) == nil)
    }

    /// A range that somebody gives must work where the event cannot be read.
    @Test func describesTheRunWithoutAnEvent() throws {
        let context = try CISystem.auto.context(in: Recorded("github/issue_comment").environment)
        #expect(context?.event == "issue_comment")
        #expect(context?.runID == "4815162342")
    }
}
