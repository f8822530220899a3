// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A repository made from git fast-export text under Fixtures/Repositories: the same commit ids each time.
package final class SampleRepository {
    package let folder: URL

    /// Throws when git refuses the text.
    package init(_ fixture: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try git(["init", "--quiet", "--initial-branch=main"])
        let text = projectRoot.appending(path: "Fixtures/Repositories/\(fixture).fi")
        try git(["fast-import", "--quiet", "--force"], input: Data(contentsOf: text))
        try git(["reset", "--quiet", "--hard", "main"])
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    package var path: String { folder.path }

    /// Runs git in the repository, untouched by the developer's configuration, and gives its standard output.
    @discardableResult
    package func git(_ arguments: [String], input: Data? = nil) throws -> String {
        let result = try Subprocess.run(
            "/usr/bin/env", ["git"] + arguments, in: folder, environment: Subprocess.cleanGit, input: input)
        guard result.status == 0 else { throw Failure(description: "git \(arguments): \(result.errors)") }
        return result.output.trimmingCharacters(in: .newlines)
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }
}

/// Runs a program to its end.
package enum Subprocess {
    package struct Result {
        package let status: Int32
        package let output: String
        package let outputBytes: [UInt8]
        package let errors: String
    }

    /// Nothing of the machine's git configuration, identity and dates fixed.
    package static let cleanGit = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ann Lee", "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ann Lee",
        "GIT_COMMITTER_EMAIL": "ann@example.org", "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z", "LC_ALL": "C.UTF-8",
    ]

    package static func run(
        _ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil, input: Data? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        if let environment { process.environment = environment }
        // Files, not pipes: a program that writes much never waits for a reader.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "aigate-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: scratch) } catch { print("left behind: \(scratch.path)") } }
        func file(_ name: String, _ content: Data = Data()) throws -> URL {
            let url = scratch.appending(path: name)
            try content.write(to: url)
            return url
        }
        let output = try file("out")
        let errors = try file("err")
        process.standardInput = try FileHandle(forReadingFrom: file("in", input ?? Data()))
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let bytes = try Data(contentsOf: output)
        return Result(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: String(decoding: bytes, as: UTF8.self), outputBytes: Array(bytes),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}
