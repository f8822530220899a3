// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What GitLab CI says by its predefined variables; there is no event file.
///
/// Source: GitLab's predefined CI/CD variables reference.
struct GitLab {
    let environment: CIEnvironment

    private static let supported = ["merge_request_event", "push", "schedule", "web", "api", "trigger", "pipeline"]

    func situation() throws(ForgeError) -> Situation {
        let source = try environment.required("CI_PIPELINE_SOURCE")
        switch source {
        case "merge_request_event": return try mergeRequest()
        case "push": return try push()
        case "schedule", "web", "api", "trigger", "pipeline": return try audit()
        default:
            throw .cannotJudge(
                "the pipeline source \(quoted(source)) names no commits; "
                    + "supported: \(GitLab.supported.joined(separator: ", ")); \(ForgeError.passRange)")
        }
    }

    func context() throws(ForgeError) -> CIContext {
        let path = environment.shown("CI_CONFIG_PATH")
        return CIContext(
            system: "gitlab", event: environment.shown("CI_PIPELINE_SOURCE") ?? "unknown",
            runURL: try environment.address("CI_PIPELINE_URL"), runID: try environment.number("CI_PIPELINE_ID"),
            attempt: nil, workflow: path.map { $0 + (environment.shown("CI_COMMIT_REF_NAME").map { "@" + $0 } ?? "") })
    }

    private func mergeRequest() throws(ForgeError) -> Situation {
        guard let target = try environment.ref("CI_MERGE_REQUEST_TARGET_BRANCH_NAME") else {
            throw .cannotJudge(
                "the environment variable CI_MERGE_REQUEST_TARGET_BRANCH_NAME is not set, so the base is unknown; "
                    + ForgeError.passRange)
        }
        // Merged-results pipelines check out a merge of GitLab's making, and only they name the source's own tip.
        let source = try environment.commitIfAny("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA")
        let head = if let source { source } else { try environment.commit("CI_COMMIT_SHA") }
        let isTrain = environment["CI_MERGE_REQUEST_EVENT_TYPE"] == "merge_train"
        return try situation(
            .pullRequest(
                head: head, baseBranch: target, baseTip: environment.commitIfAny("CI_MERGE_REQUEST_DIFF_BASE_SHA")),
            isTrain ? .mergeQueue : .pullRequest, target: target,
            source: environment.ref("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"))
    }

    private func push() throws(ForgeError) -> Situation {
        let after = try environment.commit("CI_COMMIT_SHA")
        let defaultBranch = try environment.ref("CI_DEFAULT_BRANCH")
        guard let branch = try environment.ref("CI_COMMIT_BRANCH") else {
            guard try environment.ref("CI_COMMIT_TAG") != nil else {
                throw .cannotJudge("neither CI_COMMIT_BRANCH nor CI_COMMIT_TAG is set; \(ForgeError.passRange)")
            }
            // A tag has no predecessor, so it is judged as a new branch is.
            return try situation(.push(before: nil, after: after, defaultBranch: defaultBranch), .push, target: nil)
        }
        _ = try environment.required("CI_COMMIT_BEFORE_SHA")
        let before = try environment.commitIfAny("CI_COMMIT_BEFORE_SHA")
        return try situation(.push(before: before, after: after, defaultBranch: defaultBranch), .push, target: branch)
    }

    private func audit() throws(ForgeError) -> Situation {
        let audited = AuditedRef(
            branch: try environment.ref("CI_COMMIT_BRANCH"), defaultBranch: try environment.ref("CI_DEFAULT_BRANCH"))
        return try situation(audited.request, audited.kind, target: audited.branch)
    }

    private func situation(
        _ request: RangeRequest, _ kind: RunKind, target: String?, source: String? = nil
    ) throws(ForgeError) -> Situation {
        Situation(
            request: request, kind: kind, ci: try context(), targetBranch: target, sourceBranch: source,
            defaultBranch: try environment.ref("CI_DEFAULT_BRANCH"),
            repository: try environment.address("CI_PROJECT_URL"))
    }
}
