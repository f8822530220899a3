// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Policy
import Testing

/// The map of controls: the program's own, and what files lay over it.
struct ControlsReaderTests {
    @Test func aFileReplacesEntriesByTheirID() throws {
        let text = """
            version: 1
            frameworks:
              eu-ai-act: {enabled: true}
              house: {title: House rules}
            controls:
              iso27001/A.8.28@2022: {checks: [secret]}
              house/H.1@3: {title: Ours, statement: Contributes evidence for ours., checks: all}
            """
        let map = try ControlsReader(checks: ControlSample.checks).map([ControlSample.file(text)])
        #expect(map.controls(of: "review-missing").contains("iso27001/A.8.28@2022") == false)
        #expect(map.controls(of: "secret").contains("iso27001/A.8.28@2022"))
        #expect(map.controls.contains { $0.id == "eu-ai-act/14@2024" })
        let own = try #require(map.controls.last)
        #expect(own.id == "house/H.1@3" && own.isForRun && own.checks.isEmpty)
        // What the entry left out stays.
        #expect(map.controls.first { $0.id == "iso27001/A.8.28@2022" }?.title == "Secure coding")
    }

    @Test func aFrameworkThatIsNotEnabledIsNotShown() throws {
        let map = try ControlsReader(checks: ControlSample.checks).map()
        #expect(map.frameworks.contains { $0.id == "eu-ai-act" && !$0.isEnabled })
        #expect(!map.controls.contains { $0.framework == "eu-ai-act" })
    }

    @Test(arguments: [
        ("controls: {iso27001/A.8.28@2022: {checks: [secrets]}}", "unknown check 'secrets'; did you mean 'secret'?"),
        ("controls: {iso27001/A.8.28: {checks: all}}", "is not of the form iso27001/A.8.28@2022"),
        (
            "controls: {house/H.1@3: {title: T, statement: Contributes evidence for it., checks: all}}",
            "is of no framework"
        ),
        ("controls: {iso27001/A.9.9@2022: {checks: all}}", "'title' is missing"),
        ("controls: {iso27001/A.8.28@2022: {statement: Satisfies it.}}", "begins with 'Contributes evidence'"),
        ("frameworks: {house: {enabled: true}}", "'title' is missing"),
        ("frameworks: {iso27001: {enabeld: true}}", "did you mean 'enabled'?"),
    ])
    func mistakesAreNamed(text: String, part: String) {
        do {
            _ = try ControlsReader(checks: ControlSample.checks).map([ControlSample.file("version: 1\n" + text)])
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.errors[0].reason.contains(part), "\(error)")
            #expect(error.errors[0].file == ".aigate/controls.yml")
        }
    }
}

enum ControlSample {
    /// Those that the map names, as its text has them.
    static let checks: [String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        guard
            let text = try? String(
                contentsOf: root.appending(path: "Sources/Policy/Controls/controls.yml"), encoding: .utf8)
        else { return [] }
        return text.matches(of: /checks: \[([^\]]*)\]/).flatMap { match in
            match.1.split(separator: ", ").map(String.init)
        }
    }()

    static func file(_ text: String) -> RegisterFile {
        RegisterFile(
            .controls, name: "controls.yml", bytes: Array(text.utf8),
            source: PolicySource(role: "controls", kind: .commit, path: ".aigate/controls.yml"))
    }
}
