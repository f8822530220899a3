// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `run.json`: the evidence of one run. Sorted keys, LF, one newline at the end, integers only; each commit, check and
/// finding on a line of its own. `run.schema.json` describes it.
package enum RunDocument {
    package static let schema = "urn:aigate:schema:run:v1"
    package static let kind = "gate-run"

    package static func render(
        _ judgement: Judgement, attachments: [Attachment] = [], artifacts: [Artifact] = [], selfScan: Int? = nil
    ) -> [UInt8] {
        var json = JSONWriter(expected: judgement.commits.count * 520 + judgement.findings.count * 800)
        let places = FindingPlaces(judgement)
        json.object {
            $0.lines("artifacts", artifacts, artifact)
            $0.lines("attachments", attachments, attachment)
            $0.lines("checks", judgement.checks) { check(&$0, $1, judgement, places) }
            $0.object("ci", judgement.run.ci, ci)
            $0.lines("claimSources", judgement.claimSources, claimSource)
            $0.lines("commits", judgement.commits, commit)
            $0.lines("controls", judgement.policy.registers.controls.controls, control)
            $0.object("coverage") { coverage(&$0, judgement) }
            $0.field("enforced", judgement.isEnforced)
            $0.lines("excluded", judgement.excluded) {
                $0.field("commit", $1.commit.hex)
                $0.field("reason", outside($1.reason))
            }
            $0.lines("findings", judgement.findings.enumerated()) { finding(&$0, $1.element, number: $1.offset) }
            $0.lines("inputs", judgement.run.inputs) {
                $0.field("name", outside($1.name))
                $0.field("role", $1.role)
                $0.field("sha256", $1.sha256)
                $0.array("tools", $1.tools) { json, tool in
                    json.object {
                        $0.field("name", outside(tool.name))
                        $0.field("version", tool.version.map(outside))
                    }
                }
            }
            $0.object("invocation") { invocation(&$0, judgement) }
            $0.field("kind", kind)
            $0.field("limitations", judgement.limitations(with: attachments))
            $0.lines("policySource", judgement.policy.sources, policySource)
            $0.object("producer") {
                $0.field("catalogue", judgement.run.producer.catalogue)
                $0.field("name", judgement.run.producer.name)
                $0.field("version", judgement.run.producer.version)
            }
            $0.object("range") { range(&$0, judgement) }
            $0.object("redaction") { $0.field("selfScan", selfScan) }
            $0.object("repository") { $0.field("uri", judgement.run.repository.map(outside)) }
            $0.object("result") { result(&$0, judgement) }
            $0.object("retention") { $0.field("days", judgement.policy.retentionDays) }
            $0.field("runId", judgement.run.id)
            $0.field("schema", schema)
            $0.lines("tasks", judgement.tasks, task)
            $0.lines("waiversApplied", places.waivers) { waiver(&$0, $1.waiver, findings: $1.findings) }
        }
        json.newLine()
        return json.bytes
    }

    /// Findings are named by their order: `F1`, `F2`, ...
    static func name(_ index: Int) -> String { "F\(index + 1)" }
}

// MARK: - The run

extension RunDocument {
    private static func ci(_ json: inout JSONWriter, _ ci: CIContext) {
        json.field("attempt", ci.attempt)
        json.field("event", outside(ci.event))
        json.field("runId", ci.runID.map(outside))
        json.field("runUrl", ci.runURL.map(outside))
        json.field("system", outside(ci.system))
        json.field("workflow", ci.workflow.map(outside))
    }

    private static func invocation(_ json: inout JSONWriter, _ judgement: Judgement) {
        json.field("arguments", judgement.run.arguments.map(outside))
        json.field("authoritative", judgement.run.isAuthoritative)
        json.field("finishedAt", judgement.run.finishedAt.description)
        json.field("kind", judgement.run.kind.rawValue)
        json.field("startedAt", judgement.run.startedAt.description)
    }

    private static func range(_ json: inout JSONWriter, _ judgement: Judgement) {
        let range = judgement.run.range
        json.field("base", range.base?.hex)
        json.field("commitCount", judgement.commits.count)
        json.field("filesSha256", range.filesDigest)
        json.field("head", range.head?.hex)
        json.field("headTree", range.headTree?.hex)
        json.field("mergeBase", range.mergeBase?.hex)
        json.field("patchId", range.patchID)
        json.field("policyCommit", range.policyCommit?.hex)
        json.field("reasons", range.reasons.map { VisibleText.of($0) })
        json.field("shallow", range.isShallow)
        json.field("spec", outside(range.spec))
        json.field("targetBranch", range.targetBranch.map(outside))
    }

    private static func policySource(_ json: inout JSONWriter, _ source: PolicySource) {
        json.field("commit", source.commit?.hex)
        json.field("kind", source.kind.rawValue)
        json.field("path", source.shownPath)
        json.field("role", source.role)
        json.field("sha256", source.sha256)
    }

    private static func result(_ json: inout JSONWriter, _ judgement: Judgement) {
        json.object("counts") {
            $0.field("blocking", judgement.blocking)
            $0.field("findings", judgement.findings.count)
            $0.field("monitored", judgement.monitored)
            $0.field("waived", judgement.waived)
            $0.field("warnings", judgement.warnings)
        }
        json.field("exitCode", judgement.exitCode)
        json.field("reasons", judgement.unjudged.map { VisibleText.of($0) })
        json.field("verdict", judgement.verdict.rawValue)
    }

    private static func artifact(_ json: inout JSONWriter, _ artifact: Artifact) {
        json.field("bytes", artifact.bytes)
        json.field("mediaType", artifact.mediaType)
        json.field("name", artifact.name)
        json.field("sha256", artifact.sha256)
    }

    private static func control(_ json: inout JSONWriter, _ control: ControlMap.Control) {
        json.field("checks", control.checks)
        json.field("everyRun", control.isForRun)
        json.field("id", control.id)
        json.field("statement", outside(control.statement))
        json.field("title", outside(control.title))
    }

    private static func attachment(_ json: inout JSONWriter, _ attachment: Attachment) {
        json.field("bytes", attachment.bytes.count)
        json.field("kind", attachment.kind)
        json.field("masked", attachment.masked)
        json.field("name", attachment.name)
        json.field("originalBytes", attachment.originalBytes)
        json.field("originalSha256", attachment.originalSHA256)
        json.field("sha256", attachment.sha256)
    }

    private static func waiver(_ json: inout JSONWriter, _ waiver: Waiver, findings: [Int]) {
        json.field("expires", waiver.expires.description)
        json.field("findings", findings.map(name))
        json.field("id", waiver.shownID)
        json.field("owner", outside(waiver.owner))
        json.field("reason", outside(waiver.reason))
        json.field("rule", waiver.rule)
        json.object("scope") {
            $0.field("kind", waiver.scope.kind)
            $0.field("value", waiver.scope.value)
        }
    }
}

extension Waiver.Scope {
    var kind: String {
        switch self {
        case .path: "path"
        case .commit: "commit"
        case .fingerprint: "fingerprint"
        }
    }

    var value: String {
        switch self {
        case .path(let pattern): outside(pattern.text)
        case .commit(let id): id.hex
        case .fingerprint(let text): outside(text)
        }
    }
}
