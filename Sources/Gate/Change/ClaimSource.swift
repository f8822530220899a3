// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A place beside the commits themselves where tools write down who wrote which line.
package enum ClaimStore: String, Sendable, CaseIterable {
    /// git-ai's authorship logs: notes in `refs/notes/ai`.
    case gitAINotes = "git-ai-notes"
    /// git-ai before its notes: a blob a commit in `refs/ai/authorship/`.
    case gitAIRefs = "git-ai-refs"
    /// Notes in `refs/notes/whogitit`.
    case whogititNotes = "whogitit-notes"
    /// `.agent-trace/traces.jsonl` in the tree.
    case agentTrace = "agent-trace"
    /// The branch `entire/checkpoints/v1`, which a trailer names.
    case entireCheckpoints = "entire-checkpoints"
}

/// What became of looking into one store, for the run or for one commit. That a store has nothing never says that a
/// person wrote the code.
package struct ClaimSource: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case read
        /// Recognised; this version does not read its format.
        case presentNotRead = "present-not-read"
        case absent
        /// Nobody asked the remote for it.
        case notFetched = "not-fetched"
        /// Over a limit, so that it was not read.
        case tooLarge = "too-large"
        case unparsable
    }

    package let store: ClaimStore
    package let state: State
    /// What is the matter, where the state alone does not say it.
    package let reason: String?
    /// The command that brings the store into the clone.
    package let fetch: String?

    package init(_ store: ClaimStore, _ state: State, reason: String? = nil, fetch: String? = nil) {
        self.store = store
        self.state = state
        self.reason = reason
        self.fetch = fetch
    }
    /// `git-ai-notes not-fetched: git fetch ...`; safe to show.
    package var text: String {
        "\(store.rawValue) \(state.rawValue)" + ((reason ?? fetch).map { ": \(VisibleText.of($0))" } ?? "")
    }
}
