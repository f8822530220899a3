// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit

/// A run with a report directory: how it ended, what it said, what its evidence says.
struct Judged {
    /// Below `.git`, so that no later `git add` takes the reports along.
    static let directory = ".git/report"

    let status: Int32
    let output: String
    let errors: String
    let evidence: RunFile

    /// Rule, level and place of every finding, in order: `hidden-unicode/bidi block a.txt`.
    var findings: [String] {
        evidence.findings.map { [$0.ruleId, $0.level, $0.path].compactMap(\.self).joined(separator: " ") }
    }
}

/// The fields of `run.json` that tests look at.
struct RunFile: Decodable {
    struct Commit: Decodable {
        struct Review: Decodable {
            let asked: String
            let level: String
            let reasons: [String]
            let result: String
        }

        struct LinkedRun: Decodable, Equatable {
            let by: String
            let id: String
            let sha256: String
        }

        let linkedRun: LinkedRun?
        let review: Review
        let sha: String
        let signatureVerdict: String?
        let author: String?
        let committer: String?
        let ai: AI
    }

    struct AI: Decodable {
        struct Tool: Decodable { let id: String }
        let status: String
        let tools: [Tool]
    }

    struct Excluded: Decodable {
        let commit: String
        let reason: String
    }

    struct Finding: Decodable {
        let commit: String?
        let disposition: String
        let fingerprint: String
        let level: String
        let message: String
        let path: String?
        let ruleId: String
        let waiver: String?
    }

    struct Input: Decodable, Equatable {
        let name: String
        let role: String
        let sha256: String
    }

    struct Attachment: Decodable {
        let kind: String
        let name: String
        let originalSha256: String
    }

    struct Invocation: Decodable {
        let authoritative: Bool
        let kind: String
    }

    struct Range: Decodable {
        let base: String?
        let filesSha256: String?
        let head: String?
        let policyCommit: String?
        let reasons: [String]
        let targetBranch: String?
    }

    struct Repository: Decodable {
        let uri: String?
    }

    struct Result: Decodable {
        let exitCode: Int32
        let reasons: [String]
        let verdict: String
    }

    struct Source: Decodable {
        let commit: String?
        let kind: String
        let role: String
        let sha256: String?
    }

    let attachments: [Attachment]
    let commits: [Commit]
    let enforced: Bool
    let excluded: [Excluded]
    let findings: [Finding]
    let inputs: [Input]
    let invocation: Invocation
    let limitations: [String]
    let policySource: [Source]
    let range: Range
    let repository: Repository
    let result: Result
}

extension Program {
    static func judge(
        _ arguments: [String] = [], in sample: SampleRepository, environment: [String: String] = [:],
        input: String? = nil,
        now: String = now
    ) throws -> Judged {
        let result = try run(
            ["check", "--now", now, "--output-dir", Judged.directory] + arguments, in: sample.folder,
            environment: environment,
            input: input)
        let bytes = try Data(contentsOf: sample.folder.appending(path: Judged.directory + "/run.json"))
        return Judged(
            status: result.status, output: result.output, errors: result.errors,
            evidence: try JSONDecoder().decode(RunFile.self, from: bytes))
    }
}

/// Text that `hidden-unicode` finds something in.
let hiddenText = "let a = \"\u{202E}b\"\n"
