// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What a run judges that no change started: a schedule, a button, another pipeline.
struct AuditedRef {
    /// Nil for a tag.
    let branch: String?
    let defaultBranch: String?

    /// The default branch or a tag, checked out, is what HEAD names; another branch is named, so that a wrong checkout
    /// shows.
    var request: RangeRequest {
        guard let branch, branch != defaultBranch else { return .branch(nil) }
        return .branch(branch)
    }

    /// Only of the default branch is it known that its commits have landed; of another the policy has to say.
    var kind: RunKind {
        branch != nil && branch == defaultBranch ? .audit : .push
    }
}
