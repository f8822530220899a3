// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Glibc

/// Runs a program to its end.
///
/// Not through Foundation's `Process`: it looks only every 50 ms whether the program has ended, and crashes when many
/// tests start one at a time.
package enum Subprocess {
    package struct Result {
        /// 128 and the signal's number where a signal ended it.
        package let status: Int32
        package let output: String
        package let outputBytes: [UInt8]
        package let errors: String
    }

    /// Nothing of the machine's git configuration, identity and dates fixed.
    package static let cleanGit = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ann Lee", "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ann Lee",
        "GIT_COMMITTER_EMAIL": "ann@example.org", "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z", "LC_ALL": "C.UTF-8",
    ]

    package static func run(
        _ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil,
        input: Data? = nil
    ) throws -> Result {
        // Files, not pipes: a program that writes much never waits for a reader.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "aigate-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: scratch) } catch { print("left behind: \(scratch.path)") } }
        try (input ?? Data()).write(to: scratch.appending(path: "0"))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, flags) in [(Int32(0), O_RDONLY), (1, O_WRONLY | O_CREAT), (2, O_WRONLY | O_CREAT)] {
            posix_spawn_file_actions_addopen(
                &actions, descriptor, scratch.appending(path: "\(descriptor)").path, flags, 0o600)
        }
        // posix_spawn itself changes no folder.
        let command = (folder.map { ["/usr/bin/env", "--chdir", $0.path] } ?? []) + [program] + arguments
        let status = try spawn(
            command, (environment ?? ProcessInfo.processInfo.environment).map { "\($0)=\($1)" }, &actions)
        func printed(_ descriptor: Int) throws -> Data {
            try Data(contentsOf: scratch.appending(path: "\(descriptor)"))
        }
        let bytes = try printed(1)
        return Result(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F,
            output: String(decoding: bytes, as: UTF8.self),
            outputBytes: Array(bytes), errors: String(decoding: try printed(2), as: UTF8.self))
    }

    /// Gives the status as waitpid(2) does.
    private static func spawn(
        _ command: [String], _ environment: [String], _ actions: inout posix_spawn_file_actions_t
    ) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What the test runner blocks or ignores, a shell's child would not.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var argv = command.map { strdup($0) } + [nil]
        var envp = environment.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, command[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw Failure(description: "\(command): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(description: "\(command): \(String(cString: strerror(errno)))") }
        }
        return status
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }
}
