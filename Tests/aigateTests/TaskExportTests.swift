// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Policy
import TestKit
import Testing

/// The exports of Sources/aigate/Guides.docc/tasks.md, run on recorded answers of the forges.
@Suite struct TaskExportTests {
    /// Runs the script after a heading with a stand-in for the forge's program, and reads what it wrote.
    private func tasks(after heading: String, program: String, fixture: String) throws -> [WrittenTask] {
        let page = String(
            decoding: try Data(contentsOf: projectRoot.appending(path: "Sources/aigate/Guides.docc/tasks.md")),
            as: UTF8.self)
        let part = try #require(page.range(of: "## \(heading)\n")).upperBound
        let begin = try #require(page.range(of: "```sh\n", range: part..<page.endIndex)).upperBound
        let end = try #require(page.range(of: "```\n", range: begin..<page.endIndex)).lowerBound
        let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
        let answer = projectRoot.appending(path: "Fixtures/Tasks/\(fixture)").path
        let script = "set -e; \(program)() { cat '\(answer)'; }\n" + page[begin..<end]
        let result = try Subprocess.run("/bin/sh", ["-c", script], in: folder)
        #expect(result.status == 0, "install jq: apt-get install jq; \(result.errors)")
        var files = RegisterFiles()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "tasks").path).sorted() {
            let bytes = Array(try Data(contentsOf: folder.appending(path: "tasks/\(name)")))
            let source = PolicySource(role: "tasks", kind: .file, path: name)
            files.central.append(RegisterFile(.tasks, name: name, bytes: bytes, source: source, isGiven: true))
        }
        let register = try TaskRegisterReader(own: [], checks: nil).read(files)
        return try #require(register).tasks
    }

    @Test func gitHub() throws {
        let tasks = try tasks(after: "From GitHub issues", program: "gh", fixture: "github.json")
        #expect(tasks.map(\.id) == ["12", "13"])
        #expect(tasks.map(\.title) == ["Retry the upload: \"busy\" \\ 503", "Ändere den Titel"])
        #expect(tasks.map(\.requestedBy) == ["@bo-ray", "@ann"])
        #expect(tasks[0].paths.map(\.text) == ["src/upload/", "tests/"])
        #expect(tasks[0].keepOut.map(\.text) == ["src/upload/keys/"])
        #expect(tasks[0].tools == ["claude-code"])
        #expect(tasks[0].expires == Day("2026-12-31"))
        #expect(tasks[1].paths.isEmpty && tasks[1].expires == nil)
    }

    @Test func gitLab() throws {
        let tasks = try tasks(after: "From GitLab issues", program: "glab", fixture: "gitlab.json")
        #expect(tasks.map(\.id) == ["12", "13"])
        #expect(tasks[0].paths.map(\.text) == ["src/upload/"])
        #expect(tasks.map(\.expires) == [Day("2026-12-31"), nil])
    }
}
