// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// One run of the action's script as a runner starts it, with a stand-in for the program.
struct ActionRun {
    let scratch: Scratch
    let status: Int32
    let log: String

    static let base = "35cc9f00fe880db8d6351cdeb5f5796b43e9e808"
    static let head = "c8ef9cfd32506eb0db1e9197613fc56f181080f1"

    static func runJSON(_ verdict: String, retention: String = "null") -> String {
        """
        {"result": {"verdict": "\(verdict)", "counts": {"findings": 2}},
         "range": {"base": "\(base)", "head": "\(head)", "commitCount": 3}, "retention": {"days": \(retention)}}
        """
    }

    /// `files` are left in the report folder by the program; `prepare` sets up what is there before the run.
    init(
        code: Int, files: [String: String] = [:], log: String = "", inputs: [String: String] = [:],
        environment: [String: String] = [:], prepare: (Scratch) throws -> Void = { _ in }
    ) throws {
        scratch = try Scratch()
        try scratch.write(FakeAigate.script, "fake/aigate", executable: true)
        try scratch.write(String(code), "fake/code")
        if !log.isEmpty { try scratch.write(log, "fake/log") }
        for (name, text) in files { try scratch.write(text, "fake/\(name)") }
        for folder in ["workspace", "temporary", "action"] {
            try FileManager.default.createDirectory(
                at: scratch.url.appending(path: folder), withIntermediateDirectories: true)
        }
        try prepare(scratch)
        let root = scratch.url.path
        var variables = [
            "FAKE": "\(root)/fake", "GITHUB_OUTPUT": "\(root)/output", "GITHUB_STEP_SUMMARY": "\(root)/summary",
            "RUNNER_TEMP": "\(root)/temporary", "GITHUB_ACTION_PATH": "\(root)/action", "GITHUB_JOB": "gate",
            "GITHUB_RUN_ATTEMPT": "2", "INPUT_INSTALL": "path", "INPUT_PATH": "\(root)/fake/aigate",
        ]
        for (name, value) in inputs {
            variables["INPUT_" + name.uppercased().replacingOccurrences(of: "-", with: "_")] = value
        }
        variables.merge(environment) { $1 }
        // The runner reads both streams apart: what goes to standard error is not in the log of a test.
        let run = try Subprocess(
            "/bin/sh", ["-c", "exec \"$0\" 2>/dev/null", projectRoot.appending(path: ".github/action/check.sh").path],
            environment: variables, in: scratch.url.appending(path: "workspace"))
        status = run.status
        self.log = run.output
    }

    /// What later steps read; a name that stands twice is a failure.
    func outputs() throws -> [String: String] {
        let lines = try scratch.read("output")?.split(separator: "\n").map { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
        return try Dictionary(lines ?? []) { first, second in
            throw Duplicate(values: [first, second])
        }
    }

    struct Duplicate: Error {
        let values: [String]
    }

    func arguments() throws -> [String]? {
        try scratch.read("fake/arguments")?.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
            String.init)
    }

    func report(_ name: String) throws -> String? {
        let folder = try #require(try outputs()["report-dir"])
        let file = URL(filePath: folder).appending(path: name)
        return FileManager.default.fileExists(atPath: file.path) ? try String(contentsOf: file, encoding: .utf8) : nil
    }
}
