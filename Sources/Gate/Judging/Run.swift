// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Where in its life a change is when it is judged.
package enum RunKind: String, Sendable, CaseIterable {
    /// On somebody's machine.
    case local
    /// A pull or merge request that has not been merged.
    case pullRequest = "pull-request"
    /// Queued to land.
    case mergeQueue = "merge-queue"
    /// Pushed to a branch that is not protected.
    case push
    /// Pushed to a protected branch.
    case landed
    /// What a protected branch holds, looked at again.
    case audit

    /// True where a missing review is missing, and not merely to come.
    package var hasLanded: Bool { self == .mergeQueue || self == .landed || self == .audit }
}

/// What CI says of itself.
package struct CIContext: Hashable, Sendable {
    /// `github`, `gitlab`.
    package let system: String
    package let event: String
    /// Address of the run, when the environment names it.
    package let runURL: String?
    package let runID: String?
    /// Attempt at the same run, from 1.
    package let attempt: Int?
    /// Workflow or pipeline definition and its ref.
    package let workflow: String?

    package init(system: String, event: String, runURL: String?, runID: String?, attempt: Int?, workflow: String?) {
        self.system = system
        self.event = event
        self.runURL = runURL
        self.runID = runID
        self.attempt = attempt
        self.workflow = workflow
    }
}

/// The commits to judge, and how they were found.
package struct CommitRange: Hashable, Sendable {
    /// As asked for: `A..B`, `github pull_request`, ...
    package var spec: String
    /// Commits that this one reaches are not judged; nil: everything that the head reaches.
    package var base: ObjectID?
    package var head: ObjectID?
    package var headTree: ObjectID?
    package var mergeBase: ObjectID?
    /// Of the difference between merge base and head, as `git patch-id --stable` prints it.
    package var patchID: String?
    /// SHA-256 of what `git diff-tree -r -z --no-renames MERGE-BASE HEAD` prints, lower-case hexadecimal.
    package var filesDigest: String?
    package var targetBranch: String?
    package var isShallow = false
    /// The commit that policy, waivers and attributes are read from; nil: there is none before this change.
    package var policyCommit: ObjectID?
    /// Sentences that say how base and head were chosen.
    package var reasons: [String] = []

    package init(spec: String) {
        self.spec = spec
    }
}

/// A file that was given to a run besides the repository and the policy.
package struct RunInput: Hashable, Sendable {
    /// `approvals`, `judged`, `sign-off`, `sarif`.
    package let role: String
    /// Without its folder.
    package let name: String
    /// Lower-case hexadecimal.
    package let sha256: String
    /// Programs that made it, as it names them.
    package var tools: [Tool] = []

    package struct Tool: Hashable, Sendable {
        package let name: String
        package let version: String?

        package init(name: String, version: String?) {
            self.name = name
            self.version = version
        }
    }

    package init(role: String, name: String, sha256: String) {
        self.role = role
        self.name = name
        self.sha256 = sha256
    }
}

/// The circumstances of one run: all that a report says besides the judgement.
package struct Run: Sendable {
    /// ULID of the run's start and the range.
    package var id: String
    package var producer: Producer
    package var kind: RunKind
    /// Made by the pipeline that guards the branch, not by somebody who looks.
    package var isAuthoritative: Bool
    package var startedAt: Instant
    package var finishedAt: Instant
    /// The command line, values that could hold a secret masked.
    package var arguments: [String]
    package var ci: CIContext?
    /// Address of the origin without user information; nil when there is none.
    package var repository: String?
    package var range: CommitRange
    package var inputs: [RunInput] = []

    package struct Producer: Hashable, Sendable {
        package let name: String
        package let version: String
        /// SHA-256 of the tool catalogue, lower-case hexadecimal.
        package let catalogue: String

        package init(name: String, version: String, catalogue: String) {
            self.name = name
            self.version = version
            self.catalogue = catalogue
        }
    }

    package init(
        id: String, producer: Producer, kind: RunKind, isAuthoritative: Bool, startedAt: Instant, finishedAt: Instant,
        arguments: [String], ci: CIContext? = nil, repository: String? = nil, range: CommitRange
    ) {
        self.id = id
        self.producer = producer
        self.kind = kind
        self.isAuthoritative = isAuthoritative
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.arguments = arguments
        self.ci = ci
        self.repository = repository
        self.range = range
    }
}
