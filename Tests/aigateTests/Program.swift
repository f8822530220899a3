// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit

/// The built program, run in an environment that holds nothing of the machine's.
enum Program {
    /// Beside the test runner, wherever the build put both.
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "aigate").path

    /// A day after every fixture.
    static let now = "2026-11-21T09:00:00Z"

    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = nil
    ) throws -> Subprocess.Result {
        try Subprocess.run(
            path, arguments, in: folder, environment: Subprocess.cleanGit.merging(environment) { $1 },
            input: input.map { Data($0.utf8) })
    }

    static func check(
        _ arguments: [String], in sample: SampleRepository, environment: [String: String] = [:], input: String? = nil
    ) throws -> Subprocess.Result {
        try run(["check", "--now", now] + arguments, in: sample.folder, environment: environment, input: input)
    }
}

extension SampleRepository {
    /// Writes a file and commits it, with fixed identity and date.
    @discardableResult
    func commit(_ path: String, _ text: String, _ message: String = "Change") throws -> String {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try git(["add", "--all"])
        try git(["commit", "--quiet", "--allow-empty", "--message", message])
        return try git(["rev-parse", "HEAD"])
    }

    func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }
}
