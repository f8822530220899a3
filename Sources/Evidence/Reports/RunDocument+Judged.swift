// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What was judged and what came of it.
extension RunDocument {
    static func commit(_ json: inout JSONWriter, _ record: CommitRecord) {
        json.field("addedLines", record.addedLines)
        json.object("ai") { ai(&$0, record.ai) }
        json.field("author", record.author)
        json.array("claimSources", record.claimSources) { json, source in json.object { claimSource(&$0, source) } }
        json.field("committedAt", record.committedAt.description)
        json.field("committer", record.committer)
        json.field("files", record.files)
        json.object("lines", record.lines, lines)
        json.object("linkedRun", record.linkedRun) {
            $0.field("by", $1.proof.rawValue)
            $0.field("id", $1.id)
            $0.field("sha256", $1.sha256)
        }
        json.field("parents", record.parents.map(\.hex))
        json.field("removedLines", record.removedLines)
        json.object("review") {
            $0.field("asked", record.review.asked.code)
            $0.field("level", record.review.level.code)
            $0.field("reasons", record.review.reasons.map { VisibleText.of($0) })
            $0.field("result", record.review.result.rawValue)
        }
        json.field("sha", record.id.hex)
        json.field("signature", record.signature?.rawValue)
        json.field("signatureVerdict", record.signatureVerdict?.word)
        json.field("tree", record.tree.hex)
    }

    static func claimSource(_ json: inout JSONWriter, _ source: ClaimSource) {
        json.field("fetch", source.fetch.map(outside))
        json.field("reason", source.reason.map(outside))
        json.field("state", source.state.rawValue)
        json.field("store", source.store.rawValue)
    }

    private static func lines(_ json: inout JSONWriter, _ lines: LineClaims) {
        json.field("claimed", lines.claimed)
        json.field("covered", lines.covered)
        json.array("files", lines.files) { json, file in
            json.object {
                $0.field("ai", file.aiLines)
                $0.field("human", file.humanLines)
                $0.field("path", file.path.visible)
                $0.field("pathBytes", file.path.hexWhenEscaped)
            }
        }
        json.field("stale", lines.stale)
        json.field("untracked", lines.untracked)
    }

    private static func ai(_ json: inout JSONWriter, _ ai: AIStatus) {
        json.array("evidence", ai.evidence) { json, item in json.object { evidence(&$0, item) } }
        json.array("hints", ai.hints) { json, item in json.object { evidence(&$0, item) } }
        json.field("status", ai.state.rawValue)
        json.array("tools", ai.tools) { json, tool in
            json.object {
                $0.field("id", tool.id)
                $0.field("models", tool.models.map(outside))
                $0.field("name", outside(tool.name))
            }
        }
    }

    private static func evidence(_ json: inout JSONWriter, _ evidence: AIEvidence) {
        json.field("confidence", evidence.confidence.rawValue)
        json.field("doubt", evidence.doubt.map(outside))
        json.field("grade", evidence.grade.rawValue)
        json.field("key", evidence.key.map(outside))
        json.field("line", evidence.line)
        json.field("role", evidence.role)
        json.field("source", evidence.source.rawValue)
        json.field("tool", evidence.tool)
    }

    static func check(
        _ json: inout JSONWriter, _ check: CheckSummary, _ judgement: Judgement, _ places: FindingPlaces
    ) {
        json.field("controls", judgement.policy.registers.controls.controls(of: check.about.id))
        json.object("counts") {
            $0.field("errors", check.broke.count)
            $0.field("found", check.found)
            $0.field("passed", check.passed)
            $0.field("skipped", check.skipped.count)
        }
        json.array("entries", places.entries(of: check, in: judgement)) { json, entry in
            json.object {
                $0.field("commit", entry.commit?.hex)
                $0.field("findings", entry.findings.map(name))
                $0.field("reason", entry.reason.map(outside))
                $0.field("status", entry.status.rawValue)
            }
        }
        json.field("id", check.about.id)
        json.field("level", check.level.rawValue)
        json.field("scope", check.isRange ? "range" : "commit")
        json.field("title", check.about.title)
    }

    static func finding(_ json: inout JSONWriter, _ judged: JudgedFinding, number: Int) {
        let finding = judged.finding
        json.field("column", finding.place.column)
        json.field("commit", judged.commit?.hex)
        json.field("disposition", judged.disposition.rawValue)
        json.field("excerpt", finding.excerpt?.text)
        json.field("fingerprint", judged.fingerprint)
        json.field("fix", finding.fix.description)
        json.field("id", name(number))
        json.field("level", judged.level.rawValue)
        json.field("line", finding.place.line)
        json.field("message", finding.message.description)
        json.field("path", finding.place.path?.visible)
        json.field("pathBytes", finding.place.path?.hexWhenEscaped)
        json.field("ruleId", judged.rule)
        json.field("waiver", (judged.waiver ?? judged.expired).map(\.shownID))
    }

    static func coverage(_ json: inout JSONWriter, _ judgement: Judgement) {
        json.field("addedLines", judgement.commits.reduce(0) { $0 + $1.addedLines })
        json.field("files", judgement.commits.reduce(0) { $0 + $1.files })
        json.field("removedLines", judgement.commits.reduce(0) { $0 + $1.removedLines })
        json.field("unclassified", judgement.unclassified)
        json.array("unread", judgement.unread) { json, item in
            json.object {
                $0.field("bytes", item.file.bytes)
                $0.field("commit", item.commit.hex)
                $0.field("path", item.file.path.visible)
                $0.field("pathBytes", item.file.path.hexWhenEscaped)
                $0.field("reason", item.file.reason.rawValue)
            }
        }
    }
}

extension SignatureVerdict {
    /// Whose key it was is for the reviews' reasons to say, which name nobody.
    var word: String {
        switch self {
        case .verified: "verified"
        case .forge: "forge"
        case .unknownKey: "unknown-key"
        case .refused: "refused"
        case .bad: "bad"
        case .notVerifiable: "not-verifiable"
        }
    }
}

extension Judgement {
    /// Files nobody looked into, with the commit that changed them.
    var unread: [(commit: ObjectID, file: CommitRecord.Unread)] {
        commits.flatMap { record in record.unread.map { (record.id, $0) } }
    }
}
