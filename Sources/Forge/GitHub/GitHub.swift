// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What GitHub Actions says by its environment and event file. Gitea and Forgejo say it in the same words.
///
/// A called workflow (`workflow_call`) sees its caller's event, so it needs no case of its own.
struct GitHub {
    let environment: CIEnvironment
    let event: [UInt8]?

    private static let supported = [
        "pull_request", "pull_request_review", "push", "merge_group", "schedule", "workflow_dispatch",
    ]

    func situation() throws(ForgeError) -> Situation {
        let name = try environment.required("GITHUB_EVENT_NAME")
        switch name {
        case "pull_request", "pull_request_review": return try pullRequest()
        case "push": return try push()
        case "merge_group": return try mergeGroup()
        case "schedule": return try schedule()
        case "workflow_dispatch": return try dispatch()
        case "pull_request_target":
            throw .cannotJudge(
                "pull_request_target runs a stranger's change with the base branch's rights and checks out the base: "
                    + "run on pull_request instead, aigate needs no secrets")
        default:
            throw .cannotJudge(
                "the event \(quoted(name)) names no commits; supported: \(GitHub.supported.joined(separator: ", ")); "
                    + ForgeError.passRange)
        }
    }

    func context() throws(ForgeError) -> CIContext {
        let repository = try repository()
        let run = try environment.number("GITHUB_RUN_ID")
        let url = repository.flatMap { address in run.map { "\(address)/actions/runs/\($0)" } }
        return CIContext(
            system: "github", event: environment.shown("GITHUB_EVENT_NAME") ?? "unknown", runURL: url, runID: run,
            attempt: try environment.number("GITHUB_RUN_ATTEMPT").flatMap { Int($0) },
            workflow: environment.shown("GITHUB_WORKFLOW_REF"))
    }

    private func pullRequest() throws(ForgeError) -> Situation {
        let event = try EventPayload.decode(PullRequestEvent.self, from: event)
        let (head, base) = (event.pullRequest.head, event.pullRequest.base)
        return try situation(
            .pullRequest(head: head.sha.id, baseBranch: base.ref.name, baseTip: base.sha.id), .pullRequest,
            target: base.ref.name, source: head.ref.name, in: event.repository)
    }

    private func push() throws(ForgeError) -> Situation {
        let event = try EventPayload.decode(PushEvent.self, from: event)
        guard let after = event.after.id, event.deleted != true else {
            throw .cannotJudge(
                "the push deleted a branch or tag, so there is nothing to judge: "
                    + "skip the job with 'if: github.event.deleted != true'")
        }
        let defaultBranch = event.repository?.defaultBranch?.name
        guard let branch = event.ref.branch else {
            // A tag has no predecessor: where a moved one was before says nothing of what its commits brought.
            return try situation(
                .push(before: nil, after: event.headCommit?.id.id ?? after, defaultBranch: defaultBranch), .push,
                target: nil, source: nil, in: event.repository)
        }
        return try situation(
            .push(before: event.before.id, after: after, defaultBranch: defaultBranch), .push, target: branch,
            source: nil, in: event.repository)
    }

    private func mergeGroup() throws(ForgeError) -> Situation {
        let event = try EventPayload.decode(MergeGroupEvent.self, from: event)
        let group = event.mergeGroup
        return try situation(
            .mergeGroup(base: group.baseSHA.id, head: group.headSHA.id), .mergeQueue, target: group.baseRef.branch,
            source: group.headRef.branch, in: event.repository)
    }

    /// A schedule runs on the default branch only, and its event need not name the repository.
    private func schedule() throws(ForgeError) -> Situation {
        let branch = try branchOfRun()
        return Situation(
            request: .branch(nil), kind: .audit, ci: try context(), targetBranch: branch, defaultBranch: branch,
            repository: try repository())
    }

    private func dispatch() throws(ForgeError) -> Situation {
        let event = try EventPayload.decode(DispatchEvent.self, from: event)
        let audited = AuditedRef(branch: try branchOfRun(), defaultBranch: event.repository?.defaultBranch?.name)
        return try situation(
            audited.request, audited.kind, target: audited.branch, source: nil, in: event.repository)
    }

    /// The branch that `GITHUB_REF` names; nil for a tag.
    private func branchOfRun() throws(ForgeError) -> String? {
        let full = try environment.required("GITHUB_REF")
        switch RefName(full: full) {
        case .branch(let name): return name
        case .tag: return nil
        case nil: throw environment.malformed("GITHUB_REF", full, "refs/heads/BRANCH or refs/tags/TAG")
        }
    }

    private func situation(
        _ request: RangeRequest, _ kind: RunKind, target: String?, source: String?, in repository: EventRepository?
    ) throws(ForgeError) -> Situation {
        Situation(
            request: request, kind: kind, ci: try context(), targetBranch: target, sourceBranch: source,
            defaultBranch: repository?.defaultBranch?.name, repository: try self.repository())
    }

    /// `https://github.example/owner/name`
    private func repository() throws(ForgeError) -> String? {
        guard let name = environment["GITHUB_REPOSITORY"], let server = try environment.address("GITHUB_SERVER_URL")
        else {
            return nil
        }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(GitHub.isNameByte) }
        guard isName else { throw environment.malformed("GITHUB_REPOSITORY", name, "OWNER/NAME") }
        return (server.hasSuffix("/") ? String(server.dropLast()) : server) + "/" + name
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
