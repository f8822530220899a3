// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// A program of others that confirms what we wrote. One that is missing fails the test.
struct ForeignTool {
    let path: String
    let install: String

    static let xmllint = ForeignTool(path: "/usr/bin/xmllint", install: "apt-get install libxml2-utils")
    static let chromium = ForeignTool(path: "/usr/bin/chromium", install: "apt-get install chromium")
    static let python = ForeignTool(path: "/usr/bin/env", install: "apt-get install python3")
    static let jsonSchema = validator("check-jsonschema")
    static let validatorPython = validator("python3")

    private static func validator(_ name: String) -> ForeignTool {
        ForeignTool(path: projectRoot.path + "/.build/validators/bin/\(name)", install: ".ci/validators")
    }

    struct Missing: Error, CustomStringConvertible {
        let tool: ForeignTool
        var description: String { "\(tool.path) is missing; install it with: \(tool.install)" }
    }

    /// Exit status and everything that it printed.
    func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(tool: self) }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

/// A directory that is gone afterwards.
func withTemporaryDirectory(_ body: (URL) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory)
}

/// Writes bytes to a file of their own and hands on its path.
func withFile(_ bytes: [UInt8], _ name: String, _ body: (String) throws -> Void) throws {
    try withTemporaryDirectory { directory in
        let file = directory.appending(path: name)
        try Data(bytes).write(to: file)
        try body(file.path)
    }
}
