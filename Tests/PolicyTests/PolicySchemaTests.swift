// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Policy
import TestKit
import Testing

@Suite struct PolicySchemaTests {
    private static let validator = projectRoot.appending(path: ".build/validators/bin/check-jsonschema")

    /// Names of the files that a foreign validator refuses.
    private func refused(_ files: [URL], by schema: [UInt8]) throws -> Set<String> {
        let place = FileManager.default.temporaryDirectory.appending(path: "aigate-schema-\(UUID().uuidString).json")
        try Data(schema).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        let process = Process()
        process.executableURL = PolicySchemaTests.validator
        process.arguments = ["--output-format", "json", "--schemafile", place.path] + files.map(\.path)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        struct Answer: Decodable {
            struct Refusal: Decodable { let filename: String }
            let errors: [Refusal]
            let parse_errors: [Refusal]?
        }
        let read = try JSONDecoder().decode(Answer.self, from: answer)
        return Set((read.errors + (read.parse_errors ?? [])).map { URL(filePath: $0.filename).lastPathComponent })
    }

    private func schema(_ isWaivers: Bool) throws -> [UInt8] {
        try isWaivers ? PolicySchema.waivers(sampleKinds) : PolicySchema.policy(sampleKinds)
    }

    @Test(arguments: [false, true]) func agreesWithTheReader(_ isWaivers: Bool) throws {
        guard FileManager.default.isExecutableFile(atPath: PolicySchemaTests.validator.path) else {
            Issue.record("check-jsonschema is missing: run .ci/validators")
            return
        }
        let good = try PolicyFixture.all("good").filter { $0.isWaivers == isWaivers }
        let bad = try PolicyFixture.all("bad").filter { $0.isWaivers == isWaivers }
        let written = isWaivers ? [] : [projectRoot.appending(path: "Fixtures/Policies/sample-defaults.yml")]
        let refused = try refused((good + bad).map(\.url) + written, by: schema(isWaivers))
        let due = bad.filter { $0.heading("schema") != ["accepts"] }
        #expect(refused.sorted() == due.map(\.description).sorted())
    }

    @Test func isASchema() throws {
        guard FileManager.default.isExecutableFile(atPath: PolicySchemaTests.validator.path) else {
            Issue.record("check-jsonschema is missing: run .ci/validators")
            return
        }
        for isWaivers in [false, true] {
            let process = Process()
            process.executableURL = PolicySchemaTests.validator
            let place = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString).json")
            try Data(schema(isWaivers)).write(to: place)
            defer { try? FileManager.default.removeItem(at: place) }
            process.arguments = ["--quiet", "--check-metaschema", place.path]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    @Test func hasItsText() throws {
        try expectSnapshot(schema(false), "Fixtures/Policies/sample-policy.schema.json")
        try expectSnapshot(schema(true), "Fixtures/Policies/sample-waivers.schema.json")
    }
}
