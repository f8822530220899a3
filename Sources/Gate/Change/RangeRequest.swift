// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What is to be judged, before a repository was asked. Revisions are in git's syntax (gitrevisions(7)).
package enum RangeRequest: Hashable, Sendable {
    /// `A..B`
    case between(from: String, to: String)
    /// `A...B`: from their merge base.
    case symmetric(from: String, to: String)
    /// One commit, or it and everything it reaches.
    case revision(String, withAncestors: Bool)
    /// `@{upstream}..HEAD`, else from the remote's default branch.
    case upstream
    /// The commits of a pull or merge request. HEAD may be the forge's synthetic merge of `head` into the base branch.
    case pullRequest(head: ObjectID, baseBranch: String, baseTip: ObjectID?)
    /// A push; `before` is nil for a new branch.
    case push(before: ObjectID?, after: ObjectID, defaultBranch: String?)
    case mergeGroup(base: ObjectID, head: ObjectID)
    /// Everything on a branch; nil: what HEAD names.
    case branch(String?)
    /// What `git push` is about to send: git's lines on the hook's standard input (githooks(5)).
    case prePush([PushedRef], remote: String)

    package struct PushedRef: Hashable, Sendable {
        package let localRef: String
        package let local: ObjectID
        /// Nil when the remote does not have the ref.
        package let remote: ObjectID?

        package init(localRef: String, local: ObjectID, remote: ObjectID?) {
            self.localRef = localRef
            self.local = local
            self.remote = remote
        }
    }
}

/// What to judge and in which circumstances, as CI's environment and event tell it.
package struct Situation: Sendable {
    package let request: RangeRequest
    /// `push` for any branch: whether it has landed is the policy's to say.
    package let kind: RunKind
    package let ci: CIContext?
    /// Branch that the change is meant for or was pushed to, without `refs/heads/`.
    package let targetBranch: String?
    /// Branch that the change comes from.
    package let sourceBranch: String?
    package let defaultBranch: String?
    /// Address of the repository, without user information.
    package let repository: String?
    /// What a reader of the verdict has to know about how it was told.
    package let limitations: [String]

    package init(
        request: RangeRequest, kind: RunKind, ci: CIContext? = nil, targetBranch: String? = nil,
        sourceBranch: String? = nil, defaultBranch: String? = nil, repository: String? = nil, limitations: [String] = []
    ) {
        self.limitations = limitations

        self.request = request
        self.kind = kind
        self.ci = ci
        self.targetBranch = targetBranch
        self.sourceBranch = sourceBranch
        self.defaultBranch = defaultBranch
        self.repository = repository
    }
}
