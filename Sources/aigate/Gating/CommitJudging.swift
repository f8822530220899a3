// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Content
import Gate
import Git
import Patterns
import Provenance
import Synchronization

/// Judges the commits of a range: workers with a repository handle each take chunks of commits, and what they find is
/// put back into the order of the range, so that scheduling never shows.
struct CommitJudging {
    /// Where the workers open the repository; nil: where git's environment or the current folder says.
    let folder: String?
    let judge: Judge
    let policy: PolicySet
    /// The commit whose attributes mark files.
    let base: ObjectID?
    /// The commit whose files the project begins with; nil where something stood before the range.
    var beginning: ObjectID?
    /// Ids of tasks that the range itself brings, in lower case.
    var broughtTasks: Set<String> = []
    /// Where claims about lines stand; nil for a commit that is still to be made.
    let stores: ClaimStores?
    /// Branch that the change comes from, for hints.
    let branch: String?
    let people: Pseudonyms?
    let reviews: LoadedReviews
    /// What is looked for in what the commits bring; nil when the policy wants nothing of it.
    let content: ContentProgram?
    /// The day of the run's start; nil in an audit.
    let today: Day?
    let jobs: Int

    /// What one commit gave.
    private enum Result: Sendable {
        case judged(JudgedCommit)
        case unreadable(ObjectID, GitError)
    }

    /// Adds records, outcomes and what could not be read to the facts.
    /// Gives the files that range checks want to see.
    func judge(_ ids: [ObjectID], progress: Progress, into facts: inout Judgement.Facts) async throws -> Touches {
        let size = max(1, min(CommitJudging.chunk, ids.count / (jobs * 4)))
        let chunks = stride(from: 0, to: ids.count, by: size).map { Array(ids[$0..<min($0 + size, ids.count)]) }
        let next = Counter()
        var results: [[Result]] = Array(repeating: [], count: chunks.count)
        var touches = Touches()
        try await withThrowingTaskGroup(of: (done: [(Int, [Result])], touches: Touches).self) { group in
            for _ in 0..<max(1, min(jobs, chunks.count)) {
                group.addTask {
                    let worker = try Worker(self)
                    var done: [(Int, [Result])] = []
                    while true {
                        let index = next.take()
                        guard index < chunks.count else { return (done, worker.touches) }
                        let start = index * size
                        done.append((index, chunks[index].enumerated().map { worker.judge($1, position: start + $0) }))
                        // What stays of a commit lies between what was read for it: give the pages in between back.
                        if (index + 1).isMultiple(of: CommitJudging.trimInterval) { Repository.releaseFreePages() }
                        progress.advance(by: chunks[index].count)
                    }
                }
            }
            for try await part in group {
                for (index, chunk) in part.done { results[index] = chunk }
                touches.add(part.touches)
            }
        }
        collect(&results, into: &facts)
        return touches
    }

    /// Neighbours share blobs, so a worker keeps a run of them.
    private static let chunk = 64
    /// In chunks.
    private static let trimInterval = 8

    private func collect(_ results: inout [[Result]], into facts: inout Judgement.Facts) {
        var unreadable = 0
        facts.commits.reserveCapacity(results.reduce(0) { $0 + $1.count })
        for index in results.indices {
            for result in results[index] {
                switch result {
                case .judged(let commit):
                    facts.commits.append(commit.record)
                    facts.outcomes += commit.outcomes
                    facts.unjudged += commit.unjudged
                case .unreadable(let id, let error):
                    unreadable += 1
                    // One missing pack must not print a line per commit.
                    if unreadable <= 10 { facts.unjudged.append("commit \(id.short) could not be read: \(error)") }
                }
            }
            // A long range is not kept twice.
            results[index] = []
        }
        if unreadable > 10 { facts.unjudged.append("\(unreadable - 10) more commits could not be read") }
    }

    /// Hands out chunks.
    private final class Counter: Sendable {
        private let next = Atomic(0)
        func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
    }

    /// Owns what must not be shared between threads.
    private final class Worker {
        private let judging: CommitJudging
        private let repository: Repository
        private let changes: ChangeReader
        private let marks: FileMarks
        private let claims: ClaimStores.Reader?
        private let provenance: ProvenanceReader
        private let scanner: ContentScanner?
        private let tasks: TaskReader?
        private let base: BaseFacts
        private(set) var touches = Touches()

        init(_ judging: CommitJudging) throws {
            self.judging = judging
            let repository = try Repository(at: judging.folder)
            let files = try judging.base.map { try TreeFiles(repository, commit: $0) }
            self.repository = repository
            base = BaseFacts(
                files ?? MemoryTree(), beginning: try judging.beginning.map { try TreeFiles(repository, commit: $0) })
            claims = judging.stores.map { ClaimStores.Reader($0, repository) }
            let marks = try FileMarks(policy: judging.policy, base: files)
            self.marks = marks
            provenance = ProvenanceReader(policy: judging.policy.repository.ai)
            tasks = try judging.taskReader()
            scanner = try judging.content.map { try ContentScanner($0) }
            changes = try ChangeReader(repository, fileLimit: judging.policy.fileLimit, areAlike: marks.areAlike)
        }

        /// `position`: in the range.
        func judge(_ id: ObjectID, position: Int) -> Result {
            do throws(GitError) {
                let commit = try repository.commit(id)
                let files = try marks.mark(changes.files(of: commit))
                let signature = try repository.signatureVerdict(on: commit, by: judging.reviews.checker)
                let judged = try judging.judge(
                    commit, files, provenance, scanner, tasks, texts: changes.texts, base: base,
                    claims: claims?.claims(on: id, files) ?? .none, signature: signature, position: position,
                    into: &touches
                ) { source throws(GitError) in try repository.hasPatch(of: source, id) }
                return .judged(judged)
            } catch {
                return .unreadable(id, error)
            }
        }
    }

    /// Everything about one commit, once its bytes are read. `hasPatchOf`: as the review asks it.
    func judge<Failure: Error>(
        _ commit: Commit, _ files: [ChangedFile], _ reader: ProvenanceReader, _ scanner: ContentScanner?,
        _ tasks: TaskReader?, texts: ChangeTexts, base: BaseFacts, claims: StoredClaims = .none,
        signature: SignatureVerdict? = nil, position: Int = 0,
        into touches: inout Touches, hasPatchOf: (ObjectID) throws(Failure) -> Bool?
    ) throws(Failure) -> JudgedCommit {
        let provenance = reader.read(commit, files, claims: claims, branch: branch)
        let review = try reader.review(
            of: commit, files: files, provenance: provenance, on: reviews.basis, isAsked: Checks.askForReview(files),
            signature: signature, hasPatchOf: hasPatchOf)
        let scanned = ContentFacts(scanner, commit, files, claims.notes)
        let change = CommitChange(
            commit: commit, files: files, provenance: provenance, review: review, aiPolicy: policy.repository.ai,
            content: scanned.content.matches, texts: texts, base: base, registers: policy.registers,
            days: days(of: commit),
            tasks: provenance.ai.isMarked ? tasks?.references(in: commit, provenance) ?? [] : [],
            needsTask: needsTask(files))
        judge.note(change, position: position, into: &touches)
        let mask = ValueMask(scanned.content.values)
        let record = CommitRecord(
            change, author: people?.name(of: commit.author.identity),
            committer: people?.name(of: commit.committer.identity),
            linkedRun: reviews.links[commit.id], signatureVerdict: signature, taskWork: Checks.taskWork(of: change),
            mask: mask)
        let outcomes = judge.judge(change)
        return JudgedCommit(
            record: record, outcomes: mask.isEmpty ? outcomes : outcomes.map(mask.masked), unjudged: scanned.unjudged)
    }
}

extension CommitJudging {
    /// Nil where nobody keeps tasks; one per thread.
    func taskReader() throws(SettingError) -> TaskReader? {
        guard let tasks = policy.registers.tasks else { return nil }
        return try TaskReader(tasks, policy: policy.repository.tasks, branch: branch, brought: broughtTasks)
    }

    private func needsTask(_ files: [ChangedFile]) -> Bool {
        let patterns = policy.repository.tasks.requiredFor
        return patterns.isEmpty
            || files.contains { file in
                patterns.contains { pattern in
                    pattern.matches(file.path) || file.oldPath.map { pattern.matches($0) } ?? false
                }
            }
    }

    /// What is not committed yet has no day of its own.
    private func days(of commit: Commit) -> JudgedDays {
        let claimed = Instant(seconds: commit.committer.seconds).day
        return JudgedDays(commit: commit.id.isZero ? today ?? claimed : claimed, run: today)
    }
}

/// What came of one commit.
struct JudgedCommit: Sendable {
    let record: CommitRecord
    let outcomes: [Outcome]
    /// What the content scan could not look at, in sentences.
    let unjudged: [String]
}

/// The content scan of one commit: what it found, and where it could not look.
private struct ContentFacts {
    private(set) var content = ScannedContent()
    private(set) var unjudged: [String] = []

    init(_ scanner: ContentScanner?, _ commit: Commit, _ files: [ChangedFile], _ notes: [(ref: String, text: [UInt8])])
    {
        do throws(PatternError) {
            content = try scanner?.scan(commit, files, notes: notes) ?? content
        } catch {
            unjudged.append("\(commit.id.short) was not scanned for secrets: \(error)")
        }
        let mask = ValueMask(content.values)
        unjudged += content.limits.prefix(10).map { path, reason in
            let place = path.map { Path(mask.masked($0.bytes)).visible } ?? "its message"
            return
                "\(commit.id.short) \(place) was scanned for secrets in part (\(reason)): split the file, or keep it out of git"
        }
        if content.limits.count > 10 {
            unjudged.append("\(content.limits.count - 10) more places in \(commit.id.short) were scanned in part")
        }
    }
}

extension ChangeReader {
    /// What checks ask for of the files that were compared last.
    var texts: ChangeTexts { ChangeTexts(old: oldText, new: newText) }
}

extension Repository {
    /// Whether two commits have the same patch id; nil where one of them is not here as a commit, or too large for one.
    fileprivate func hasPatch(of source: ObjectID, _ commit: ObjectID) throws(GitError) -> Bool? {
        guard contains(source) else { return nil }
        do throws(GitError) {
            guard let one = try patchID(of: source), let other = try patchID(of: commit) else { return nil }
            return one == other
        } catch {
            // What the message names need not be a commit, nor its parent in a partial clone.
            guard error.kind == .malformed || error.kind == .missingObject else { throw error }
            return nil
        }
    }
}
