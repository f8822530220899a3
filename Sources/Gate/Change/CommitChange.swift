// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Everything a commit check may look at: one commit, what it did to which files, and what is known of its origin.
package struct CommitChange: Sendable {
    package let commit: Commit
    package let files: [ChangedFile]
    package let provenance: CommitProvenance
    package let review: ReviewState
    package let aiPolicy: AIPolicy
    /// Secrets and personal data in what it brings.
    package let content: [ContentMatch]
    /// Where in the policy the files are.
    let places: AIUsePlaces

    package init(
        commit: Commit, files: [ChangedFile], provenance: CommitProvenance,
        review: ReviewState = ReviewState(result: .notRequired), aiPolicy: AIPolicy = AIPolicy(),
        content: [ContentMatch] = []
    ) {
        self.commit = commit
        self.files = files
        self.provenance = provenance
        self.review = review
        self.aiPolicy = aiPolicy
        self.content = content
        // Of a tool alone anybody asks what holds for it.
        let isAsked = provenance.ai.isMarked || !provenance.declarations.isEmpty
        places = AIUsePlaces(isAsked ? files : [], aiPolicy)
    }

    /// The change without the files that only secrets and hidden characters are looked for in.
    package var handWritten: CommitChange {
        CommitChange(
            commit: commit, files: files.filter { $0.mark == nil }, provenance: provenance, review: review,
            aiPolicy: aiPolicy, content: content)
    }
}
