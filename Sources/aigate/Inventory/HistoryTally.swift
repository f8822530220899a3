// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Provenance

/// What the commits of a history say about AI tools.
struct HistoryTally: Sendable {
    /// By the key of the mailbox: the accounts of its addresses.
    typealias Mailboxes = [String: Set<String>]

    /// Of one tool.
    struct Tool: Sendable {
        var commits = 0
        var hints = 0
        var people: Mailboxes = [:]
        var days: ClosedRange<Day>?
        var sources: [AIEvidence.Source: Int] = [:]
        var models: Set<String> = []
    }

    var commits = 0
    var marked = 0
    var people: Mailboxes = [:]
    var days: ClosedRange<Day>?
    /// By id.
    var tools: [String: Tool] = [:]
    /// Commits, and why each could not be read.
    var unreadable: [(commit: ObjectID, reason: String)] = []
    /// Commits whose note could not be read.
    var unreadNotes = 0

    mutating func add(_ provenance: CommitProvenance, on day: Day, by person: (key: String, account: String?)?) {
        commits += 1
        days = HistoryTally.joined(days, day...day)
        if let person { HistoryTally.add(person, to: &people) }
        let ai = provenance.ai
        if ai.isMarked { marked += 1 }
        guard !ai.evidence.isEmpty || !ai.hints.isEmpty else { return }
        let involved = Set(ai.evidence.map(\.tool))
        let hinted = Set(ai.hints.map(\.tool)).subtracting(involved)
        let models = Dictionary(ai.tools.map { ($0.id, $0.models) }) { first, _ in first }
        for id in involved.union(hinted) {
            var tool = tools[id] ?? Tool()
            tool.days = HistoryTally.joined(tool.days, day...day)
            for source in Set((ai.evidence + ai.hints).filter { $0.tool == id }.map(\.source)) {
                tool.sources[source, default: 0] += 1
            }
            tool.models.formUnion(models[id] ?? [])
            if involved.contains(id) {
                tool.commits += 1
                if let person { HistoryTally.add(person, to: &tool.people) }
            } else {
                tool.hints += 1
            }
            tools[id] = tool
        }
    }

    mutating func add(_ other: HistoryTally) {
        commits += other.commits
        marked += other.marked
        people.merge(other.people) { $0.union($1) }
        days = HistoryTally.joined(days, other.days)
        unreadable += other.unreadable
        unreadNotes += other.unreadNotes
        for (id, theirs) in other.tools {
            guard var tool = tools[id] else {
                tools[id] = theirs
                continue
            }
            tool.commits += theirs.commits
            tool.hints += theirs.hints
            tool.people.merge(theirs.people) { $0.union($1) }
            tool.days = HistoryTally.joined(tool.days, theirs.days)
            tool.sources.merge(theirs.sources) { $0 + $1 }
            tool.models.formUnion(theirs.models)
            tools[id] = tool
        }
    }

    private static func add(_ person: (key: String, account: String?), to people: inout Mailboxes) {
        people[person.key, default: []].formUnion([person.account].compactMap(\.self))
    }

    static func joined(_ one: ClosedRange<Day>?, _ other: ClosedRange<Day>?) -> ClosedRange<Day>? {
        guard let one, let other else { return one ?? other }
        return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
    }
}

/// Reads what commits say, each as `aigate check` reads it. Contents are compared only where a note claims lines.
final class HistoryWorker: Tallying {
    private let repository: Repository
    private let claims: ClaimStores.Reader
    private let provenance: ProvenanceReader
    private let people: People
    private let changes: ChangeReader
    private(set) var tally = HistoryTally()

    init(folder: String?, stores: ClaimStores, policy: PolicySet, people: People) throws {
        let repository = try Repository(at: folder)
        self.repository = repository
        claims = ClaimStores.Reader(stores, repository)
        provenance = ProvenanceReader(policy: policy.repository.ai)
        changes = try ChangeReader(repository, fileLimit: policy.fileLimit)
        self.people = people
    }

    func add(_ id: ObjectID) {
        do throws(GitError) {
            let commit = try repository.commit(id)
            let stored = claims.claims(on: id, [])
            var files: [ChangedFile] = []
            // A note that begins with its divider claims no line.
            if case .found(let note) = stored.note, !note.starts(with: "---".utf8) { files = changes(of: commit) }
            let read = provenance.read(commit, files, claims: stored)
            if read.claimSources.contains(where: { $0.store == .gitAINotes && $0.state != .read }) {
                tally.unreadNotes += 1
            }
            tally.add(
                read, on: Instant(seconds: commit.committer.seconds).day, by: provenance.mailbox(of: commit, people))
        } catch {
            tally.unreadable.append((id, error.description))
        }
    }

    /// What the commit itself says counts also where its files are not here.
    private func changes(of commit: Commit) -> [ChangedFile] {
        do throws(GitError) { return try changes.files(of: commit) } catch {
            tally.unreadable.append((commit.id, error.description))
            return []
        }
    }
}
