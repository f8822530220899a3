// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Foundation
import Gate
import TestKit
import Testing

/// The schema says what Gate's types say.
@Suite struct RunSchemaTests {
    let schema: [String: Any]

    init() throws {
        schema = try #require(try JSONSerialization.jsonObject(with: Data(RunSchema.bytes)) as? [String: Any])
    }

    private func values(_ path: String) throws -> [String] {
        var node: Any = schema
        for key in path.split(separator: ".") { node = try #require((node as? [String: Any])?[String(key)], "\(path)") }
        return try #require(node as? [Any]).compactMap { $0 as? String }
    }

    @Test func isEmbedded() throws {
        let file = projectRoot.appending(path: "Sources/Evidence/Schemas/run.schema.json")
        #expect(try Data(contentsOf: file) == Data(RunSchema.bytes))
    }

    @Test func knowsEveryValue() throws {
        let commit = "properties.commits.items.properties"
        let finding = "properties.findings.items.properties"
        let evidence = "$defs.evidence.properties"
        #expect(try values("\(commit).ai.properties.status.enum") == AIStatus.State.allCases.map(\.rawValue))
        #expect(try values("\(commit).review.properties.result.enum") == ReviewState.Result.allCases.map(\.rawValue))
        #expect(try values("\(commit).review.properties.level.enum") == ReviewLevel.allCases.map(\.code))
        #expect(try values("\(commit).review.properties.asked.enum") == ReviewLevel.allCases.map(\.code))
        #expect(try values("\(commit).linkedRun.properties.by.enum") == LinkedRun.Proof.allCases.map(\.rawValue))
        #expect(try values("\(commit).signature.enum") == SignatureKind.allCases.map(\.rawValue))
        #expect(try values("\(evidence).source.enum") == AIEvidence.Source.allCases.map(\.rawValue))
        #expect(try values("\(evidence).confidence.enum") == AIEvidence.Confidence.allCases.map(\.rawValue))
        #expect(try values("\(evidence).grade.enum") == Grade.allCases.map(\.rawValue))
        #expect(try values("\(finding).disposition.enum") == Disposition.allCases.map(\.rawValue))
        #expect(try values("\(finding).level.enum") == Level.allCases.filter { $0 > .off }.map(\.rawValue))
        #expect(try values("$defs.level.enum") == Level.allCases.map(\.rawValue))
        #expect(try values("properties.result.properties.verdict.enum") == Verdict.allCases.map(\.rawValue))
        #expect(try values("properties.invocation.properties.kind.enum") == RunKind.allCases.map(\.rawValue))
        #expect(
            try values("properties.coverage.properties.unread.items.properties.reason.enum")
                == CommitRecord.Unread.Reason.allCases.map(\.rawValue))
        #expect(
            try values("properties.policySource.items.properties.kind.enum")
                == PolicySource.Kind.allCases.map(\.rawValue))
    }

    @Test func isStrictThroughout() {
        func walk(_ node: Any, _ place: String) {
            if let list = node as? [Any] { for item in list { walk(item, place) } }
            guard let object = node as? [String: Any] else { return }
            if let properties = object["properties"] as? [String: Any], object["type"] != nil {
                #expect(object["additionalProperties"] as? Bool == false, "\(place)")
                #expect(object["required"] as? [String] == properties.keys.sorted(), "\(place)")
            }
            for (key, value) in object { walk(value, "\(place).\(key)") }
        }
        walk(schema, "")
    }
}
