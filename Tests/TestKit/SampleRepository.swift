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
    package func git(
        _ arguments: [String], input: Data? = nil, environment: [String: String] = [:]
    ) throws -> String {
        let result = try Subprocess.run(
            "/usr/bin/env", ["git"] + arguments, in: folder,
            environment: Subprocess.cleanGit.merging(environment) { $1 },
            input: input)
        guard result.status == 0 else { throw Failure(description: "git \(arguments): \(result.errors)") }
        return result.output.trimmingCharacters(in: .newlines)
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }
}
