// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The fields of a `pull_request` or `pull_request_review` event that say what to judge.
///
/// Source: GitHub's webhook events and payloads; an event file is the payload of the webhook.
struct PullRequestEvent: Decodable {
    struct Side: Decodable {
        let sha: EventCommit
        let ref: EventBranch
    }

    struct PullRequest: Decodable {
        let head: Side
        let base: Side
    }

    let pullRequest: PullRequest
    let repository: EventRepository?

    private enum CodingKeys: String, CodingKey {
        case pullRequest = "pull_request"
        case repository
    }
}

/// The same of a `push` event.
struct PushEvent: Decodable {
    struct Head: Decodable {
        let id: EventCommit
    }

    let ref: EventRef
    let before: EventTip
    let after: EventTip
    let deleted: Bool?
    /// The commit that a tag names; `after` may be the tag object.
    let headCommit: Head?
    let repository: EventRepository?

    private enum CodingKeys: String, CodingKey {
        case ref, before, after, deleted, repository
        case headCommit = "head_commit"
    }
}

/// The same of a `merge_group` event.
struct MergeGroupEvent: Decodable {
    struct Group: Decodable {
        let headSHA: EventCommit
        let headRef: EventRef
        let baseSHA: EventCommit
        let baseRef: EventRef

        private enum CodingKeys: String, CodingKey {
            case headSHA = "head_sha"
            case headRef = "head_ref"
            case baseSHA = "base_sha"
            case baseRef = "base_ref"
        }
    }

    let mergeGroup: Group
    let repository: EventRepository?

    private enum CodingKeys: String, CodingKey {
        case mergeGroup = "merge_group"
        case repository
    }
}

/// What a `workflow_dispatch` event tells: only where it was dispatched.
struct DispatchEvent: Decodable {
    let repository: EventRepository?
}

struct EventRepository: Decodable {
    let defaultBranch: EventBranch?

    private enum CodingKeys: String, CodingKey {
        case defaultBranch = "default_branch"
    }
}
