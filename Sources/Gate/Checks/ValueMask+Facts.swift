// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Facts about a commit in which its own words stand: names of models, keys of trailers, paths.
extension ValueMask {
    func masked(_ path: Path) -> Path { Path(masked(path.bytes)) }

    func masked(_ ai: AIStatus) -> AIStatus {
        AIStatus(
            state: ai.state,
            tools: ai.tools.map { AITool(id: $0.id, name: masked($0.name), models: $0.models.map(masked)) },
            evidence: ai.evidence.map(masked), hints: ai.hints.map(masked), undeclared: ai.undeclared)
    }

    private func masked(_ evidence: AIEvidence) -> AIEvidence {
        AIEvidence(
            source: evidence.source, tool: evidence.tool, role: evidence.role, confidence: evidence.confidence,
            grade: evidence.grade, key: evidence.key.map(masked), line: evidence.line, doubt: evidence.doubt.map(masked)
        )
    }

    func masked(_ lines: LineClaims) -> LineClaims {
        LineClaims(
            claimed: lines.claimed, added: lines.added,
            claimants: lines.claimants.map { claimant in
                guard case .ai(let tool, let model) = claimant else { return claimant }
                return .ai(tool: tool, model: model.map(masked))
            },
            files: lines.files.map {
                LineClaims.File(path: masked($0.path), runs: $0.runs, aiLines: $0.aiLines, humanLines: $0.humanLines)
            })
    }

    func masked(_ source: ClaimSource) -> ClaimSource {
        ClaimSource(source.store, source.state, reason: source.reason.map(masked), fetch: source.fetch.map(masked))
    }

    func masked(_ work: TaskWork) -> TaskWork {
        TaskWork(
            entries: work.entries.map { entry in
                var entry = entry
                entry.outside = entry.outside.map(masked)
                entry.forbidden = entry.forbidden.map(masked)
                entry.misclassed = entry.misclassed?.map(masked)
                return entry
            }, paths: work.paths.map(masked), touchesTests: work.touchesTests)
    }

    /// Without those whose review counted: a record names nobody.
    func masked(_ review: ReviewState) -> ReviewState {
        ReviewState(
            result: review.result, level: review.level, asked: review.asked, reasons: review.reasons.map(masked))
    }
}
