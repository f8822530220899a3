// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Git
import Policy
import Provenance

/// Takes stock of a repository: its history, its files, its branches, and the register as of a day.
struct InventoryTaking {
    let folder: String?
    let options: PolicyOptions
    /// A revision whose history is left out.
    let since: String?
    let export: GivenUsage?
    let jobs: Int
    let showsProgress: Bool
    let now: Instant

    /// Models of one tool that are listed.
    private static let modelLimit = 100

    /// Throws `Stop`, `ConfigErrors` and `GitError` for what keeps anything from being said.
    func inventory() async throws -> Inventory {
        let repository = try Repository(at: folder)
        guard let head = try repository.headCommit() else {
            throw Stop(ExitCode.incomplete, "the repository has no commit yet: there is nothing to take stock of")
        }
        let hidden = try since.map { try commit(of: $0, in: repository) }
        let policy = try PolicyLoading(options: options, kinds: Checks.all, today: now.day)
            .load(from: repository, commit: head, waivers: nil, change: nil)
        var notes = Remarks()
        let people = mailmap(repository, head, &notes)
        let stores = try ClaimStores(repository, head: head)
        notes.add(stores.sources(in: repository))
        notes.limitations += try repository.rewrittenHistory()
        let history = try await history(repository, head, hidden, stores, policy, people, &notes)
        let (files, count) = try await files(repository, head, &notes)
        let branches = try branches(repository)
        let seen = Set(history.tools.keys).union(files.found.keys.map(\.tool)).union(branches.keys.map(\.tool))
        let usage = export.map { given in
            UsageMatching(
                export: given.export, history: history, traced: seen, people: people,
                pseudonyms: Pseudonyms(Environment.current.variables)
            ).comparison(sha256: given.sha256)
        }
        notes.add(export?.export)
        let register = policy.registers.tools
        let scope = Inventory.Scope(
            repository: try repositoryAddress(repository), head: head, since: hidden, commits: history.commits,
            marked: history.marked, people: history.people.count, days: history.days, files: count)
        return Inventory(
            scope: scope, today: now.day, now: now, hasRegister: register != nil,
            tools: seen.map { tool($0, history, files, branches, register) },
            unseen: (register?.tools ?? []).map(\.id).filter { !seen.contains($0) }.sorted(), usage: usage,
            gaps: notes.gaps, limitations: notes.limitations)
    }

    private func commit(of revision: String, in repository: Repository) throws -> ObjectID {
        do throws(GitError) { return try repository.commitID(of: revision) } catch {
            guard error.kind == .unknownRevision else { throw error }
            throw Stop(ExitCode.usage, "--since: \(error.description)")
        }
    }

    private func mailmap(_ repository: Repository, _ head: ObjectID, _ notes: inout Remarks) -> People {
        do {
            let tree: any FileTree = try TreeFiles(repository, commit: head)
            let bytes = try tree.bytes(of: Path(ReviewLoading.mailmapFile), limit: Mailmap.byteLimit)
            return People(bytes.map { Mailmap($0) } ?? Mailmap())
        } catch {
            notes.limitations.append("mailboxes are counted without .mailmap, which could not be read: \(error)")
            return People()
        }
    }

    // MARK: What is looked at

    private func history(
        _ repository: Repository, _ head: ObjectID, _ hidden: ObjectID?, _ stores: ClaimStores, _ policy: PolicySet,
        _ people: People, _ notes: inout Remarks
    ) async throws -> HistoryTally {
        let ids: [ObjectID]
        do throws(GitError) {
            ids = try repository.commits(from: [head], hiding: [hidden].compactMap(\.self))
        } catch {
            guard error.kind == .shallow else { throw error }
            notes.gaps.append("the history is cut off, and older commits are missing here: \(error.description)")
            ids = try repository.commitsOfShallowClone(from: [head], hiding: [hidden].compactMap(\.self))
        }
        let progress = Progress(total: ids.count, isEnabled: showsProgress)
        let folder = folder
        let parts = try await tallies(of: ids, jobs: jobs, progress: progress) {
            try HistoryWorker(folder: folder, stores: stores, policy: policy, people: people)
        }
        progress.finish()
        var tally = HistoryTally()
        for part in parts { tally.add(part) }
        notes.add(
            tally.unreadable.sorted { $0.commit < $1.commit }.map {
                "not all of commit \($0.commit.short) could be read: \($0.reason)"
            }, rest: "more commits could not be read in full")
        if tally.unreadNotes > 0 {
            notes.limitations.append(
                "\(tally.unreadNotes) notes of git-ai could not be read, and their tools are not counted")
        }
        return tally
    }

    private func files(
        _ repository: Repository, _ head: ObjectID, _ notes: inout Remarks
    ) async throws -> (FileTally, count: Int) {
        let blobs: [TreeBlob]
        do throws(GitError) { blobs = try repository.blobs(of: head) } catch {
            notes.gaps.append("the files of \(head.short) could not be listed: \(error.description)")
            return (FileTally(), 0)
        }
        let progress = Progress(total: blobs.count, unit: "files", isEnabled: showsProgress)
        let folder = folder
        let parts = try await tallies(of: blobs, jobs: jobs, progress: progress) { try FileWorker(folder: folder) }
        progress.finish()
        var tally = FileTally()
        for part in parts { tally.add(part) }
        notes.add(
            tally.unreadable.sorted { $0.path < $1.path }.map { "\($0.path.visible) could not be read: \($0.reason)" },
            rest: "more files could not be read")
        if tally.tooLarge > 0 {
            notes.limitations.append(
                "\(tally.tooLarge) files were not searched for imports and keys: they are binary or have more than "
                    + "\(ToolTraces.sizeLimit) bytes")
        }
        if let first = tally.unreadManifests.min() {
            let more = tally.unreadManifests.count - 1
            let others = more > 0 ? " and \(more) more manifests" : ""
            notes.limitations.append(
                "\(first.visible)\(others) cannot be read as what the name says, so dependencies there are not listed")
        }
        return (tally, blobs.count)
    }

    /// Branches here and at remotes whose names begin as a tool's do, by tool and beginning.
    private func branches(_ repository: Repository) throws -> [ToolTraces.Found: Int] {
        let reader = ProvenanceReader()
        var names: Set<Substring> = []
        for reference in try repository.references(startingWith: "refs/") {
            let parts = reference.split(separator: "/", maxSplits: 2)
            guard parts.count == 3 else { continue }
            if parts[1] == "heads" { names.insert(parts[2]) }
            // A remote's name has no slash in nearly every clone.
            if parts[1] == "remotes", let slash = parts[2].firstIndex(of: "/") {
                names.insert(parts[2][parts[2].index(after: slash)...])
            }
        }
        var found: [ToolTraces.Found: Int] = [:]
        for name in names {
            for (tool, prefix) in reader.tools(ofBranch: String(name)) {
                found[ToolTraces.Found(tool: tool, kind: .branch, name: prefix), default: 0] += 1
            }
        }
        return found
    }

    // MARK: What is said

    private func tool(
        _ id: String, _ history: HistoryTally, _ files: FileTally, _ branches: [ToolTraces.Found: Int],
        _ register: ToolRegister?
    ) -> SeenTool {
        let tally = history.tools[id] ?? HistoryTally.Tool()
        let about = ToolTraces.embedded.tool(id)
        let traces =
            files.found.filter { $0.key.tool == id }
            .map { ToolTrace($0.key.kind, $0.key.name, count: $0.value.count, places: $0.value.kept) }
            + branches.filter { $0.key.tool == id }.map { ToolTrace(.branch, $0.key.name, count: $0.value, places: []) }
        let models = tally.models.sorted()
        return SeenTool(
            id: id, name: about.name, vendor: about.vendor, kind: about.kind, commits: tally.commits,
            hints: tally.hints, people: tally.people.count, days: tally.days,
            sources: AIEvidence.Source.allCases.compactMap { source in tally.sources[source].map { (source, $0) } },
            models: Array(models.prefix(InventoryTaking.modelLimit)), traces: traces,
            standing: register.map { $0.standing(of: id, on: now.day) } ?? .noRegister)
    }
}

/// What a reader of the inventory has to know.
private struct Remarks {
    var gaps: [String] = []
    var limitations = ["a tool that leaves no trace in commits, notes or files is not seen here"]

    /// At most ten of a kind.
    mutating func add(_ gaps: [String], rest: String) {
        self.gaps += gaps.prefix(10)
        if gaps.count > 10 { self.gaps.append("\(gaps.count - 10) \(rest)") }
    }

    /// Stores of claims of which not all is known.
    mutating func add(_ sources: [ClaimSource]) {
        limitations += sources.filter { $0.state != .read && $0.state != .absent }.map(\.text)
    }

    mutating func add(_ export: UsageExport?) {
        guard let export else { return }
        limitations.append(
            "an account of the export is matched to git by its address, or as a login by no-reply addresses and "
                + ".mailmap")
        if export.anonymous > 0 { limitations.append("\(export.anonymous) rows of the export name no account") }
        if export.undated > 0 {
            limitations.append(
                "\(export.undated) rows of the export have a day that is not written as YYYY-MM-DD; they count as used")
        }
    }
}

extension ToolRegister {
    /// What the register says of a tool as of a day, in its own word.
    fileprivate func standing(of id: String, on day: Day) -> ToolStanding {
        let state = state(of: id, on: day)
        return ToolStanding(state.status.rawValue, since: state.since)
    }
}
