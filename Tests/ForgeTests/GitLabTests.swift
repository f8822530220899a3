// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Testing

/// What GitLab's predefined variables ask to judge.
@Suite struct GitLabTests {
    static let requests: [(String, RangeRequest, RunKind)] = [
        ("merge_request", .pullRequest(head: Ids.pullHead, baseBranch: "main", baseTip: Ids.mergeBase), .pullRequest),
        ("merged_result", .pullRequest(head: Ids.pullHead, baseBranch: "main", baseTip: Ids.mergeBase), .pullRequest),
        ("merge_train", .pullRequest(head: Ids.pullHead, baseBranch: "main", baseTip: Ids.mergeBase), .mergeQueue),
        ("push", .push(before: Ids.mainBefore, after: Ids.mainTip, defaultBranch: "main"), .push),
        ("push-new-branch", .push(before: nil, after: Ids.branchTip, defaultBranch: "main"), .push),
        ("push-tag", .push(before: nil, after: Ids.mainTip, defaultBranch: "main"), .push),
        ("schedule", .branch(nil), .audit),
        ("web-branch", .branch("release/1.x"), .push),
    ]

    @Test(arguments: requests) func asksToJudge(name: String, request: RangeRequest, kind: RunKind) throws {
        let situation = try #require(try Recorded("gitlab/\(name)").situation())
        #expect(situation.request == request)
        #expect(situation.kind == kind)
        #expect(situation.repository == "https://gitlab.example/octo-shop/till")
    }

    @Test func namesBranchesAndPipeline() throws {
        let situation = try #require(try Recorded("gitlab/merge_request").situation())
        #expect(situation.targetBranch == "main")
        #expect(situation.sourceBranch == "codex/count-cents")
        #expect(situation.defaultBranch == "main")
        #expect(
            situation.ci
                == CIContext(
                    system: "gitlab", event: "merge_request_event",
                    runURL: "https://gitlab.example/octo-shop/till/-/pipelines/31415", runID: "31415", attempt: nil,
                    workflow: ".gitlab-ci.yml@codex/count-cents"))
        #expect(try Recorded("gitlab/push-tag").situation()?.targetBranch == nil)
    }

    @Test(arguments: ["web", "api", "trigger", "pipeline"]) func auditsTheDefaultBranch(source: String) throws {
        let situation = try Recorded("gitlab/schedule").setting("CI_PIPELINE_SOURCE", source).situation()
        #expect(situation?.request == .branch(nil))
        #expect(situation?.kind == .audit)
    }

    @Test func mergeRequestDoesWithoutAHint() throws {
        let zeros = String(repeating: "0", count: 40)
        for hint in [nil, "", zeros] {
            let situation = try Recorded("gitlab/merge_request").setting("CI_MERGE_REQUEST_DIFF_BASE_SHA", hint)
                .situation()
            #expect(situation?.request == .pullRequest(head: Ids.pullHead, baseBranch: "main", baseTip: nil))
        }
    }

    @Test func refusesWhatItCannotRead() throws {
        expectRefusal(
            try Recorded("gitlab/chat"), "supported: merge_request_event, push, schedule, web, api, trigger, pipeline")
        let merge = try Recorded("gitlab/merge_request")
        expectRefusal(merge.setting("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", nil), "TARGET_BRANCH_NAME is not set")
        expectRefusal(merge.setting("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "a\u{1B}[2J"), "\\u{1B}")
        expectRefusal(merge.setting("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "abc"), "SOURCE_BRANCH_SHA is 'abc'")
        expectRefusal(merge.setting("CI_COMMIT_SHA", nil), "CI_COMMIT_SHA is not set")
        let push = try Recorded("gitlab/push")
        expectRefusal(push.setting("CI_COMMIT_BEFORE_SHA", nil), "CI_COMMIT_BEFORE_SHA is not set")
        expectRefusal(push.setting("CI_COMMIT_SHA", String(repeating: "0", count: 40)), "CI_COMMIT_SHA")
        expectRefusal(push.setting("CI_COMMIT_BRANCH", nil), "neither CI_COMMIT_BRANCH nor CI_COMMIT_TAG")
        expectRefusal(push.setting("CI_PIPELINE_ID", "1; id"), "CI_PIPELINE_ID is '1; id', expected a number")
    }
}
