// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// A program that ran to its end.
struct Subprocess {
    let status: Int32
    /// Standard output and error, in the order of writing.
    let output: String

    /// `environment` is all that the program sees.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin"].merging(environment) { $1 }
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}

/// Programs of others that tests hold our files against.
enum Foreign {
    /// A program of the validators' own Python environment.
    static func validator(_ name: String) throws -> String {
        let program = projectRoot.appending(path: ".build/validators/bin/\(name)").path
        try #require(
            FileManager.default.isExecutableFile(atPath: program),
            "\(name) is missing: run .ci/validators, which installs it")
        return program
    }

    static func shellcheck(_ arguments: [String]) throws -> Subprocess {
        let program = "/usr/bin/shellcheck"
        try #require(
            FileManager.default.isExecutableFile(atPath: program), "shellcheck is missing: apt-get install shellcheck")
        return try Subprocess(program, arguments)
    }

    /// The documents of a YAML file, as JSON has them.
    static func yaml(_ path: String) throws -> [Any] {
        let script = """
            import json, sys
            from ruamel.yaml import YAML
            print(json.dumps(list(YAML(typ='safe').load_all(open(sys.argv[1])))))
            """
        let run = try Subprocess(validator("python"), ["-c", script, projectRoot.appending(path: path).path])
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [Any], "\(run.output)")
    }
}

/// A folder that is gone after the test.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, _ name: String, executable: Bool = false) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        if executable { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path) }
    }

    /// Nil when there is no such file.
    func read(_ name: String) throws -> String? {
        let file = url.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}

/// A stand-in for the program: keeps its arguments, and leaves what the test gave it.
enum FakeAigate {
    static let script = """
        #!/bin/sh
        printf '%s\\n' "$@" > "$FAKE/arguments"
        printf '%s %s' "${GITHUB_EVENT_NAME:-}" "${GITHUB_EVENT_PATH:-}" > "$FAKE/event"
        for argument; do case $argument in --output-dir=*) report=${argument#*=};; esac; done
        mkdir -p "$report"
        for name in run.json summary.md junit.xml; do
          if [ -f "$FAKE/$name" ]; then cp "$FAKE/$name" "$report/"; fi
        done
        if [ -f "$FAKE/log" ]; then cat "$FAKE/log" >&2; fi
        exit "$(cat "$FAKE/code")"
        """
}
