// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate

/// Decodes `run.json` line by line, without ever holding all of it: an element of an array by itself, and the rest with
/// the arrays empty.
enum RunReader {
    static func check(_ bytes: [UInt8], _ judgement: Judgement) throws(EvidenceError) {
        let name = ReportKind.run.fileName
        do {
            let counts = try decode(bytes, judgement)
            let expected = [
                "checks": judgement.checks.count, "claimSources": judgement.claimSources.count,
                "commits": judgement.commits.count,
                "controls": judgement.policy.registers.controls.controls.count,
                "excluded": judgement.excluded.count, "findings": judgement.findings.count,
                "inputs": judgement.run.inputs.count, "policySource": judgement.policy.sources.count,
                "tasks": judgement.tasks.count,
            ]
            for (key, count) in expected.sorted(by: { $0.key < $1.key }) where counts[key, default: 0] != count {
                throw EvidenceError.unreadable(
                    name: name, why: "it has \(counts[key, default: 0]) \(key), not \(count)")
            }
        } catch let error as EvidenceError {
            throw error
        } catch {
            throw .unreadable(name: name, why: VisibleText.of("\(error)", limit: 200))
        }
    }

    /// The number of elements of each array.
    private static func decode(_ bytes: [UInt8], _ judgement: Judgement) throws -> [String: Int] {
        let decoder = JSONDecoder()
        var frame = Data()
        var array = ""
        var counts: [String: Int] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard line.first == UInt8(ascii: "{"), line.count > 1 else {
                frame.append(contentsOf: line)
                // `"commits":[`
                if line.last == UInt8(ascii: "[") {
                    array = String(decoding: line.dropFirst().dropLast(3), as: UTF8.self)
                }
                continue
            }
            counts[array, default: 0] += 1
            let element = Data(line.last == UInt8(ascii: ",") ? line.dropLast() : line)
            switch array {
            case "commits": _ = try decoder.decode(CommitLine.self, from: element)
            case "findings": _ = try decoder.decode(FindingLine.self, from: element)
            case "checks": _ = try decoder.decode(CheckLine.self, from: element)
            case "artifacts", "attachments": _ = try decoder.decode(FileLine.self, from: element)
            case "inputs": _ = try decoder.decode(InputLine.self, from: element)
            case "excluded": _ = try decoder.decode(ExcludedLine.self, from: element)
            case "claimSources": _ = try decoder.decode(ClaimLine.self, from: element)
            case "policySource": _ = try decoder.decode(SourceLine.self, from: element)
            case "controls": _ = try decoder.decode(ControlLine.self, from: element)
            case "tasks": _ = try decoder.decode(TaskLine.self, from: element)
            case "waiversApplied": _ = try decoder.decode(WaiverLine.self, from: element)
            default: throw EvidenceError.unreadable(name: ReportKind.run.fileName, why: "it has an array \(array)")
            }
        }
        let document = try decoder.decode(Frame.self, from: frame)
        guard document.schema == RunDocument.schema, document.result.verdict == judgement.verdict.rawValue,
            document.range.commitCount == judgement.commits.count,
            document.result.counts.findings == judgement.findings.count
        else { throw EvidenceError.unreadable(name: ReportKind.run.fileName, why: "it does not say what was judged") }
        return counts
    }

    // MARK: What must be there; every string from outside is decoded to its last escape.

    private struct CommitLine: Decodable {
        struct AI: Decodable {
            struct Tool: Decodable { let id, name: String, models: [String] }
            struct Evidence: Decodable { let tool, role: String, key, doubt: String? }
            let status: String
            let tools: [Tool]
            let evidence, hints: [Evidence]
        }
        struct Lines: Decodable {
            struct File: Decodable { let path: String }
            let claimed, covered, stale, untracked: Int
            let files: [File]
        }
        struct Review: Decodable { let reasons: [String] }
        let sha, tree, committedAt: String
        let parents: [String]
        let ai: AI
        let lines: Lines?
        let claimSources: [ClaimLine]
        let review: Review
    }

    private struct ClaimLine: Decodable {
        let store, state: String
        let reason, fetch: String?
    }

    private struct FindingLine: Decodable {
        let id, ruleId, level, fingerprint, message, fix, disposition: String
        let path, excerpt, waiver: String?
    }

    private struct CheckLine: Decodable {
        struct Entry: Decodable {
            let status: String
            let commit, reason: String?
        }
        let id, level: String
        let entries: [Entry]
    }

    private struct FileLine: Decodable {
        let name, sha256: String
        let bytes: Int
    }

    private struct InputLine: Decodable {
        struct Tool: Decodable { let name: String, version: String? }
        let name, role, sha256: String
        let tools: [Tool]
    }

    private struct TaskLine: Decodable {
        struct Asked: Decodable { let title: String }
        struct Changed: Decodable { let files: Int, paths: [String] }
        struct Condition: Decodable { let name, state, why: String }
        let id, sha256: String
        let asked: Asked
        let changed: Changed
        let conditions: [Condition]
    }

    private struct ExcludedLine: Decodable { let commit, reason: String }

    private struct SourceLine: Decodable {
        let kind, role: String
        let path, commit, sha256: String?
    }

    private struct ControlLine: Decodable {
        let id, statement, title: String
        let checks: [String]
        let everyRun: Bool
    }

    private struct WaiverLine: Decodable {
        struct Scope: Decodable { let kind, value: String }
        let id, owner, reason, rule, expires: String
        let findings: [String]
        let scope: Scope
    }

    private struct Frame: Decodable {
        struct Range: Decodable { let commitCount: Int, spec: String, targetBranch: String?, reasons: [String] }
        struct Counts: Decodable { let findings: Int }
        struct Result: Decodable { let verdict: String, counts: Counts, reasons: [String] }
        struct Unread: Decodable { let path: String }
        struct Coverage: Decodable { let unread: [Unread] }
        struct Invocation: Decodable { let arguments: [String] }
        struct Redaction: Decodable { let selfScan: Int? }
        struct CI: Decodable { let system, event: String, workflow, runUrl, runId: String? }

        let schema, runId, kind: String
        let range: Range
        let result: Result
        let coverage: Coverage
        let invocation: Invocation
        let redaction: Redaction
        let ci: CI?
        let limitations: [String]
    }
}
