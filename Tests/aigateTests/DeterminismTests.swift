// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// The same input gives the same bytes, wherever and however often it is judged.
struct DeterminismTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("shapes")
        try sample.commit("a.txt", hiddenText, "Add a\n\nCo-authored-by: Claude <noreply@anthropic.com>")
    }

    /// Standard output and the four reports of `check main --all`, by name.
    private func outputs(
        _ arguments: [String] = [], in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> [String: Data] {
        let folder = folder ?? sample.folder
        let result = try Program.run(
            ["check", "main", "--all", "--now", Program.now, "--output-dir", "reports"] + arguments, in: folder,
            environment: environment)
        #expect(result.status == 1)
        var outputs = ["stdout": Data(result.outputBytes)]
        for name in ["run.json", "junit.xml", "summary.md", "report.html"] {
            outputs[name] = try Data(contentsOf: folder.appending(path: "reports/\(name)"))
        }
        return outputs
    }

    @Test func twoRunsAreAlike() throws {
        #expect(try outputs() == outputs())
    }

    /// The command line is evidence too, so one processor stands for one worker.
    @Test func oneWorkerIsLikeMany() throws {
        let many = try outputs()
        let one = try Subprocess.run(
            "/usr/bin/env",
            [
                "taskset", "-c", "0", Program.path, "check", "main", "--all", "--now", Program.now, "--output-dir",
                "reports",
            ],
            in: sample.folder, environment: Subprocess.cleanGit)
        #expect(one.status == 1)
        #expect(Data(one.outputBytes) == many["stdout"])
        for (name, bytes) in many where name != "stdout" {
            #expect(try Data(contentsOf: sample.folder.appending(path: "reports/\(name)")) == bytes, "\(name)")
        }
        let printed = try [1, 4].map { try outputs(["--jobs", "\($0)"]) }
        #expect(printed[0]["stdout"] == printed[1]["stdout"])
        #expect(printed[0]["junit.xml"] == printed[1]["junit.xml"])
    }

    @Test func surroundingsDoNotShow() throws {
        let elsewhere = [
            "HOME": "/root", "TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "USER": "eve",
        ]
        #expect(try outputs() == outputs(environment: elsewhere))
    }

    @Test func folderOfTheRunDoesNotShow() throws {
        let below = sample.folder.appending(path: "below")
        try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
        #expect(try outputs() == outputs(in: below))
        let outside = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: outside) } catch { print("left behind: \(outside.path)") } }
        let named = try outputs(["--repository", sample.path], in: outside)
        #expect(try outputs(["--repository", sample.path]) == named)
    }
}
