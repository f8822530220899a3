// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Testing

/// What GitHub's recorded events ask to judge.
@Suite struct GitHubTests {
    static let requests: [(String, RangeRequest, RunKind)] = [
        ("pull_request", .pullRequest(head: Ids.pullHead, baseBranch: "main", baseTip: Ids.mainTip), .pullRequest),
        (
            "pull_request_review", .pullRequest(head: Ids.pullHead, baseBranch: "main", baseTip: Ids.mainTip),
            .pullRequest
        ),
        ("pull_request-fork", .pullRequest(head: Ids.pullHead, baseBranch: "main", baseTip: Ids.mainTip), .pullRequest),
        ("push", .push(before: Ids.mainBefore, after: Ids.mainTip, defaultBranch: "main"), .push),
        ("push-new-branch", .push(before: nil, after: Ids.branchTip, defaultBranch: "main"), .push),
        ("push-forced", .push(before: Ids.branchGone, after: Ids.branchTip, defaultBranch: "main"), .push),
        ("push-tag", .push(before: nil, after: Ids.mainTip, defaultBranch: "main"), .push),
        ("push-moved-tag", .push(before: nil, after: Ids.mainTip, defaultBranch: "main"), .push),
        ("merge_group", .mergeGroup(base: Ids.mainTip, head: Ids.queueHead), .mergeQueue),
        ("schedule", .branch(nil), .audit),
        ("workflow_dispatch", .branch(nil), .audit),
        ("workflow_dispatch-branch", .branch("release/1.x"), .push),
        ("workflow_dispatch-tag", .branch(nil), .push),
        ("gitea-push", .push(before: Ids.mainBefore, after: Ids.mainTip, defaultBranch: "main"), .push),
    ]

    @Test(arguments: requests) func asksToJudge(name: String, request: RangeRequest, kind: RunKind) throws {
        let situation = try #require(try Recorded("github/\(name)").situation())
        #expect(situation.request == request)
        #expect(situation.kind == kind)
        #expect(situation.ci?.system == "github")
    }

    @Test func namesBranchesAndRun() throws {
        let situation = try #require(try Recorded("github/pull_request").situation())
        #expect(situation.targetBranch == "main")
        #expect(situation.sourceBranch == "codex/count-cents")
        #expect(situation.defaultBranch == "main")
        #expect(situation.repository == "https://github.example/octo-shop/till")
        #expect(
            situation.ci
                == CIContext(
                    system: "github", event: "pull_request",
                    runURL: "https://github.example/octo-shop/till/actions/runs/4815162342", runID: "4815162342",
                    attempt: 1, workflow: "octo-shop/till/.github/workflows/gate.yml@refs/pull/40/merge"))
        let queue = try #require(try Recorded("github/merge_group").situation())
        #expect(queue.targetBranch == "main")
        #expect(queue.sourceBranch == "gh-readonly-queue/main/pr-40-\(Ids.mainTip.hex)")
        #expect(try Recorded("github/push-tag").situation()?.targetBranch == nil)
        #expect(try Recorded("github/gitea-push").situation()?.ci?.attempt == nil)
    }

    @Test func calledWorkflowSeesItsCallersEvent() throws {
        let recorded = try Recorded("github/pull_request")
            .setting("GITHUB_WORKFLOW_REF", "octo-shop/ci/.github/workflows/called.yml@refs/heads/main")
        #expect(try recorded.situation()?.kind == .pullRequest)
    }

    @Test func refusesWhatNamesNoCommits() throws {
        expectRefusal(try Recorded("github/push-deleted"), "github.event.deleted != true")
        expectRefusal(try Recorded("github/pull_request_target"), "run on pull_request instead")
        expectRefusal(
            try Recorded("github/issue_comment"),
            "supported: pull_request, pull_request_review, push, merge_group, schedule, workflow_dispatch; pass a range instead"
        )
        expectRefusal(try Recorded("github/push").setting("GITHUB_EVENT_NAME", nil), "GITHUB_EVENT_NAME is not set")
        expectRefusal(try Recorded("github/push").setting("GITHUB_EVENT_NAME", ""), "GITHUB_EVENT_NAME is not set")
    }

    @Test func namesTheFieldThatIsWrong() throws {
        let pull = try Recorded("github/pull_request")
        expectRefusal(pull.replacing("\"pull_request\":", "\"pull\":"), "has no field 'pull_request'")
        expectRefusal(pull.replacing("\"base\":", "\"bass\":"), "has no field 'pull_request.base'")
        expectRefusal(
            pull.replacing(Ids.pullHead.hex, "HEAD"),
            "'pull_request.head.sha' is 'HEAD', expected a commit id of 40 hex digits")
        expectRefusal(
            pull.replacing(Ids.pullHead.hex, String(repeating: "0", count: 40)), "'pull_request.head.sha'")
        expectRefusal(
            pull.replacing("\"\(Ids.pullHead.hex)\"", "17"), "wrong type in its field 'pull_request.head.sha'")
        expectRefusal(pull.replacing("\"\(Ids.pullHead.hex)\"", "null"), "'pull_request.head.sha'")
        let push = try Recorded("github/push")
        expectRefusal(push.replacing("refs/heads/main", "refs/notes/main"), "'ref' is 'refs/notes/main'")
        expectRefusal(push.replacing("\"deleted\": false", "\"deleted\": \"no\""), "wrong type in its field 'deleted'")
        expectRefusal(try Recorded("github/schedule").setting("GITHUB_REF", "main"), "GITHUB_REF is 'main'")
        expectRefusal(push.setting("GITHUB_REPOSITORY", "octo-shop/till/../x"), "GITHUB_REPOSITORY")
    }

    @Test func refusesFilesThatAreNoEvent() throws {
        var recorded = try Recorded("github/push")
        recorded.event = nil
        expectRefusal(recorded, "GITHUB_EVENT_PATH names no file that can be read")
        for text in ["", "{", "[]", "null", "\"push\"", String(repeating: "[", count: 100_000), "\u{FEFF}{}"] {
            recorded.event = Array(text.utf8)
            expectRefusal(recorded, "the event")
        }
        recorded.event = [0xFF, 0xFE, 0x00]
        expectRefusal(recorded, "is not JSON")
        recorded.event = Array(repeating: UInt8(ascii: " "), count: CISystem.eventLimit + 1)
        expectRefusal(recorded, "more than 25 MiB")
    }

    static let hostileNames = [
        "main\\u0000", "main\\n::error::x", "a\\u001b[31m", "main..evil", "-x", "--upload-pack=x", "a b", "a~1", "a^",
        "a:b", "@", "HEAD@{1}", "/a", "a//b", ".a", "a/.b", "a.lock", "a.", "", "a\\u007f", "a..\\u0301b", "-\\u0301",
    ]

    @Test(arguments: hostileNames) func refusesBranchesThatGitForbids(name: String) throws {
        let pull = try Recorded("github/pull_request")
        expectRefusal(pull.replacing("\"ref\": \"main\"", "\"ref\": \"\(name)\""), "'pull_request.base.ref'")
        expectRefusal(pull.replacing("\"codex/count-cents\"", "\"\(name)\""), "'pull_request.head.ref'")
        expectRefusal(
            try Recorded("github/push").replacing("refs/heads/main", "refs/heads/\(name)"), "field: 'ref'")
    }

    @Test func keepsUnusualBranches() throws {
        let pull = try Recorded("github/pull_request")
        for name in ["größe", "a'b", "a;rm", "$(id)", "a/b/c", "a./b", "x@y", "a\u{202E}b", "</script>"] {
            let situation = try pull.replacing("codex/count-cents\"", "\(name)\"").situation()
            #expect(situation?.sourceBranch == name)
        }
    }

    @Test func takesUserInformationOutOfAddresses() throws {
        let recorded = try Recorded("github/push").setting("GITHUB_SERVER_URL", "https://user:pass@github.example/")
        let situation = try #require(try recorded.situation())
        #expect(situation.repository == "https://github.example/octo-shop/till")
        #expect(situation.ci?.runURL == "https://github.example/octo-shop/till/actions/runs/4815162342")
        expectRefusal(
            recorded.setting("GITHUB_SERVER_URL", "javascript:alert(1)"), "GITHUB_SERVER_URL is no web address")
    }
}

/// The event is refused as one that cannot be judged, in a sentence that is safe to show.
func expectRefusal(_ recorded: Recorded, _ part: String, sourceLocation: SourceLocation = #_sourceLocation) {
    do {
        let situation = try recorded.situation()
        Issue.record("judged as \(String(describing: situation))", sourceLocation: sourceLocation)
    } catch {
        #expect(error.kind == .cannotJudge, sourceLocation: sourceLocation)
        #expect(error.description.contains(part), "\(error)", sourceLocation: sourceLocation)
        #expect(!error.description.unicodeScalars.contains(where: VisibleText.isHidden), sourceLocation: sourceLocation)
    }
}
