// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Provenance

/// The stores of claims that a clone has: looked up once a run, and shared by its workers.
struct ClaimStores: Sendable {
    private static let authorshipRefs = "refs/ai/authorship/"
    private static let agentTraces = Path(".agent-trace/traces.jsonl")
    private static let checkpoints = "entire/checkpoints/v1"

    fileprivate let gitAI: NotesRef
    fileprivate let whogitit: NotesRef
    /// Reviewers' records.
    fileprivate let signOffs: NotesRef
    /// Commits with a blob of git-ai's older kind.
    fileprivate let authorship: Set<ObjectID>
    fileprivate let hasCheckpoints: Bool
    private let hasAgentTraces: Bool

    /// `head`: the commit whose tree is looked into for files; nil: none.
    init(_ repository: Repository, head: ObjectID?) throws(GitError) {
        gitAI = try repository.notesRef("refs/notes/ai")
        whogitit = try repository.notesRef("refs/notes/whogitit")
        signOffs = try repository.notesRef(SignatureLoading.notesRef)
        let names = try repository.references(startingWith: "refs/")
        let prefix = ClaimStores.authorshipRefs
        authorship = Set(names.filter { $0.hasPrefix(prefix) }.compactMap { ObjectID(hex: $0.dropFirst(prefix.count)) })
        let checkpoints = "/" + ClaimStores.checkpoints
        hasCheckpoints = names.contains {
            $0.hasSuffix(checkpoints) && ($0.hasPrefix("refs/heads/") || $0.hasPrefix("refs/remotes/"))
        }
        hasAgentTraces =
            try head.map { head throws(GitError) in
                try TreeFiles(repository, commit: head).holdsFile(ClaimStores.agentTraces)
            } ?? false
    }

    /// One for each store, in the order of `ClaimStore`.
    func sources(in repository: Repository) -> [ClaimSource] {
        [
            gitAINotes(Notes(repository, ref: gitAI)),
            present(.gitAIRefs, !authorship.isEmpty),
            ClaimStores.notes(.whogititNotes, whogitit, present: .presentNotRead),
            present(.agentTrace, hasAgentTraces),
            present(.entireCheckpoints, hasCheckpoints),
        ]
    }

    private func gitAINotes(_ notes: Notes) -> ClaimSource {
        switch notes.trouble {
        case .tooLarge(let bytes): ClaimSource(.gitAINotes, .tooLarge, reason: "the ref's tree has \(bytes) bytes")
        case .unreadable(let reason): ClaimSource(.gitAINotes, .unparsable, reason: reason)
        case .found, .absent, nil: ClaimStores.notes(.gitAINotes, gitAI, present: .read)
        }
    }

    private func present(_ store: ClaimStore, _ isPresent: Bool) -> ClaimSource {
        ClaimSource(store, isPresent ? .presentNotRead : .absent)
    }

    private static func notes(_ store: ClaimStore, _ ref: NotesRef, present: ClaimSource.State) -> ClaimSource {
        switch ref.state {
        case .present: ClaimSource(store, present)
        case .absent: ClaimSource(store, .absent)
        case .notFetched(let remote):
            ClaimSource(store, .notFetched, fetch: "git fetch \(remote) \(ref.name):\(ref.name)")
        }
    }

    /// Reads what the stores have for single commits. One per worker.
    struct Reader {
        private let stores: ClaimStores
        private let gitAI: Notes
        private let whogitit: Notes
        private let signOffs: Notes

        init(_ stores: ClaimStores, _ repository: Repository) {
            self.stores = stores
            gitAI = Notes(repository, ref: stores.gitAI)
            whogitit = Notes(repository, ref: stores.whogitit)
            signOffs = Notes(repository, ref: stores.signOffs)
        }

        func claims(on commit: ObjectID, _ files: [ChangedFile]) -> StoredClaims {
            var others: [ClaimSource] = []
            if stores.authorship.contains(commit) { others.append(ClaimSource(.gitAIRefs, .presentNotRead)) }
            if whogitit.hasNote(on: commit) { others.append(ClaimSource(.whogititNotes, .presentNotRead)) }
            if files.contains(where: { $0.path == ClaimStores.agentTraces && $0.status != .deleted }) {
                others.append(ClaimSource(.agentTrace, .presentNotRead))
            }
            // What is wrong with the whole ref is said once, for the run.
            let note = gitAI.trouble == nil ? gitAI.note(on: commit) : .absent
            let texts = [
                (stores.gitAI, note), (stores.whogitit, whogitit.note(on: commit)),
                (stores.signOffs, signOffs.note(on: commit)),
            ]
            let notes = texts.compactMap { ref, note -> (ref: String, text: [UInt8])? in
                if case .found(let text) = note { (ref.name, text) } else { nil }
            }
            return StoredClaims(note: note, others: others, checkpoint: checkpoint, notes: notes)
        }

        /// A commit that names a checkpoint has one, if only elsewhere.
        private var checkpoint: ClaimSource {
            if stores.hasCheckpoints { return ClaimSource(.entireCheckpoints, .presentNotRead) }
            let branch = ClaimStores.checkpoints
            return ClaimSource(
                .entireCheckpoints, .notFetched, fetch: "git fetch origin \(branch):refs/remotes/origin/\(branch)")
        }
    }
}

extension [CommitRecord] {
    /// The same about notes of single commits that could not be read; some of them named.
    var unreadNotes: [String] {
        let unread = filter { record in
            record.claimSources.contains {
                $0.store == .gitAINotes && ($0.state == .tooLarge || $0.state == .unparsable)
            }
        }
        guard !unread.isEmpty else { return [] }
        let names = unread.prefix(3).map(\.id.short).joined(separator: ", ") + (unread.count > 3 ? ", ..." : "")
        let count = unread.count == 1 ? "1 commit" : "\(unread.count) commits"
        return ["line claims in the notes of \(count), which could not be read (\(names))"]
    }
}

extension [ClaimSource] {
    /// What a reader of the verdict has to know about claims that nobody could look at.
    var limitations: [String] {
        compactMap { source in
            guard source.store == .gitAINotes else { return nil }
            return switch source.state {
            case .notFetched: source.fetch.map { "line claims in git-ai's notes, which were not fetched (\($0))" }
            case .tooLarge, .unparsable: "line claims in git-ai's notes: \(source.reason ?? source.state.rawValue)"
            case .read, .presentNotRead, .absent: nil
            }
        }
    }
}
