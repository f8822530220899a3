// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate
import Glibc

/// What the process was started with.
struct Environment {
    let variables: [String: String]
    let arguments: [String]

    static var current: Environment {
        Environment(variables: ProcessInfo.processInfo.environment, arguments: Array(CommandLine.arguments.dropFirst()))
    }

    /// The command line as evidence keeps it: no folder of the machine, no e-mail address.
    var maskedArguments: [String] {
        arguments.map { argument in
            // An option may hold an option's value: --output=junit=/folder/file.
            let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map { part in
                part.hasPrefix("/") ? ".../" + (part.split(separator: "/").last ?? "") : String(part)
            }
            return Excerpt(line: parts.joined(separator: "=")).text
        }
    }
}

/// Reads a file that somebody named on the command line. Throws `Stop` with exit code 2.
func read(_ path: String, limit: Int = 16 << 20) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
        throw Stop(ExitCode.usage, "cannot read \(VisibleText.of(path)): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard let bytes = readAll(descriptor, limit: limit) else {
        throw Stop(ExitCode.usage, "cannot read \(VisibleText.of(path)), or it has more than \(limit) bytes")
    }
    return bytes
}

/// Everything up to the end; nil when it cannot be read or is longer than the limit, in bytes.
func readAll(_ descriptor: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count == 0 { return bytes }
        if count < 0 {
            if errno == EINTR { continue }
            return nil
        }
        bytes += buffer.prefix(count)
        if bytes.count > limit { return nil }
    }
}
