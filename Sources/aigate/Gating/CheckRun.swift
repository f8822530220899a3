// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Content
import Evidence
import Forge
import FoundationEssentials
import Gate
import Git
import Policy
import Provenance

/// One run of the gate, from options to evidence: each step takes the value of the one before.
struct CheckRun {
    let what: RangeOptions
    let policyOptions: PolicyOptions
    let reviewOptions: ReviewOptions
    let output: OutputOptions
    let isMonitoring: Bool
    let requiresCommits: Bool
    /// Beginning of the fingerprint that is asked about.
    let explained: String?
    let jobs: Int
    /// Reviews have time, however strict the policy is: what a reviewer is shown must not lack their own review.
    private var awaitsReviews = false
    let environment = Environment.current
    let start: Instant

    init(_ command: CheckCommand) {
        what = command.what
        policyOptions = command.policy
        reviewOptions = command.review
        output = command.output
        isMonitoring = command.monitor
        requiresCommits = command.requireCommits
        explained = command.explain?.lowercased()
        jobs = command.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        start = command.what.now ?? Clock.now
    }

    /// Judges, prints, writes the evidence; gives the exit code.
    func run() async throws -> Int32 {
        let given = try GivenFiles(reviewOptions)
        let attachments =
            try given.attachments()
            + output.attach.map { source in
                do { return try Attachment(kind: source.kind, file: source.path) } catch {
                    throw Stop(ExitCode.usage, "\(error)")
                }
            }
        let judgement = await judgement(given: given)
        if let explained { return try explain(explained, in: judgement) }
        let text = TextReport.render(
            judgement, color: output.color.isOn(environment.variables), verbosity: output.verbosity,
            attachments: attachments)
        Console.out(Outgoing.masked(text))
        do {
            try EvidenceOutput(options: output, ci: judgement.run.ci).write(judgement, attachments: attachments)
        } catch {
            Console.err("aigate: the evidence could not be written: \(error)")
            return ExitCode.failed
        }
        return judgement.exitCode
    }

    /// Writes no evidence: it was asked about a run, and is none itself.
    private func explain(_ fingerprint: String, in judgement: Judgement) throws -> Int32 {
        if judgement.isMisconfigured { throw Stop(ExitCode.usage, judgement.unjudged) }
        guard let text = ExplainedFinding.render(judgement, fingerprint: fingerprint) else {
            throw Stop(
                ExitCode.usage,
                [
                    "no finding of \(VisibleText.of(judgement.run.range.spec)) has a fingerprint that begins with \(fingerprint): give the range "
                        + "and the policy of the run that has it; run.json and the proposed waivers name fingerprints"
                ] + judgement.unjudged)
        }
        Console.out(Outgoing.masked(text))
        return ExitCode.pass
    }

    /// Never throws: what stops the judging is what the judgement says. `kind`: judge as if the change were there.
    func judgement(as kind: RunKind? = nil, given: GivenFiles = GivenFiles()) async -> Judgement {
        await judgement(given) { state in try await judge(&state, as: kind) }
    }

    /// For a reviewer who has yet to sign.
    func judgementBeforeReview() async -> Judgement {
        var run = self
        run.awaitsReviews = true
        return await run.judgement()
    }

    /// Single commits, as a part of what `head` holds and by the policy that is there. Those that `since` reaches are
    /// left out.
    func judgement(of ids: [ObjectID], in head: ObjectID) async -> Judgement {
        await judgement(GivenFiles()) { state in
            let repository = try Repository(at: what.repository)
            state.kind = .audit
            state.range.policyCommit = head
            state.policy = try PolicyLoading(options: policyOptions, kinds: Checks.all, today: start.day)
                .load(from: repository, commit: head, waivers: head, change: nil)
            var judged = ids
            if let since = state.policy.repository.since {
                let later = Set(try repository.commits(from: [head], hiding: [since]))
                judged = ids.filter { later.contains($0) }
            }
            try await judge(judged, &state, repository)
            try describe(&state, repository)
        }
    }

    private func judgement(_ given: GivenFiles, _ judge: (inout GateState) async throws -> Void) async -> Judgement {
        var state = GateState(range: CommitRange(spec: what.range ?? "what CI or the upstream names"))
        state.given = given
        do {
            try await judge(&state)
        } catch let errors as ConfigErrors {
            state.facts.configErrors += errors.errors.map(\.description)
        } catch let stop as Stop {
            if stop.code == ExitCode.usage {
                state.facts.configErrors += stop.sentences
            } else {
                state.facts.unjudged += stop.sentences
            }
        } catch let error as ForgeError where error.kind == .usage {
            state.facts.configErrors.append(error.description)
        } catch {
            state.facts.unjudged.append("\(error)")
        }
        return settle(state)
    }

    private func judge(_ state: inout GateState, as kind: RunKind?) async throws {
        let repository = try Repository(at: what.repository)
        state.facts.limitations += try repository.rewrittenHistory()
        if what.staged || what.message != nil { return try judgePending(repository, &state) }

        let situation = try Targeting(what: what, environment: environment).situation()
        state.situation = situation
        state.facts.limitations += situation.limitations
        state.repository = try situation.repository ?? repositoryAddress(repository)
        var resolved = try RangeResolution(repository, situation: situation).resolve()
        state.range = resolved.range
        try load(&state, repository, resolved, situation)
        if let kind { state.kind = kind }
        let ids = try resolved.commits(in: repository, since: state.policy.repository.since)
        state.range = resolved.range
        state.facts.excluded = resolved.excluded
        if let since = state.policy.repository.since {
            state.facts.limitations.append("commits that \(since.short) reaches are not judged (since, in the policy)")
        }
        if ids.isEmpty, requiresCommits {
            state.facts.unjudged.append(
                "the range holds no commit, and --require-commits asks for one: check the range")
        }
        try await judge(ids, &state, repository)
        try describe(&state, repository)
    }

    private func load(
        _ state: inout GateState, _ repository: Repository, _ resolved: ResolvedRange, _ situation: Situation
    ) throws {
        let loading = PolicyLoading(options: policyOptions, kinds: Checks.all, today: start.day)
        state.policy = try loading.load(
            from: repository, commit: resolved.policyCommit, waivers: resolved.waiverCommit, change: resolved)
        state.kind = state.policy.kind(of: situation)
    }

    private func judge(_ ids: [ObjectID], _ state: inout GateState, _ repository: Repository) async throws {
        try dateRegister(&state, repository, ids)
        let judge = try Judge(Checks.all, policy: state.policy, today: start.day)
        try checkTaskPattern(state.policy)
        let stores = try ClaimStores(repository, head: state.range.head)
        state.facts.claimSources = stores.sources(in: repository)
        state.facts.limitations += state.facts.claimSources.limitations
        let wanted = try wantedContent(&state, repository)
        async let content = wanted?.compiled()
        let reviews = try loadReviews(&state, repository, ids)
        describeEarly(&state, repository)
        let beginning = try beginning(state, repository)
        let judging = CommitJudging(
            folder: what.repository, judge: judge, policy: state.policy, base: state.range.policyCommit,
            beginning: beginning, broughtTasks: try broughtTasks(state, repository), stores: stores,
            branch: state.situation?.sourceBranch, people: Pseudonyms(environment.variables), reviews: reviews,
            content: try await content, today: state.kind == .audit ? nil : start.day, jobs: jobs)
        let progress = Progress(total: ids.count, isEnabled: output.progress == .auto)
        let touches = try await judging.judge(ids, progress: progress, into: &state.facts)
        progress.finish()
        state.facts.limitations += state.facts.commits.unreadNotes
        let scans = try scans(&state, repository)
        guard let head = state.range.head else { return judgeRange(judge, touches, [], &state) }
        var base = state.range.mergeBase ?? state.range.base
        // A forced push may lead back to an older policy without a commit that says so.
        if case .push(before: .some, _, _) = state.situation?.request { base = state.range.policyCommit }
        let changes = PolicyChanges(repository: repository, review: state.policy.repository.review)
        let policyChanges = try changes.between(base, head)
        let after = try TreeFiles(repository, commit: head)
        judgeRange(
            judge, touches, policyChanges, &state,
            base: try base.map { try TreeFiles(repository, commit: $0) }, head: after,
            policy: BaseFacts(
                try state.range.policyCommit.map { try TreeFiles(repository, commit: $0) } ?? MemoryTree(),
                beginning: beginning == nil ? nil : after),
            data: try dataAfter(policyChanges, after, state, repository), scans: scans)
    }

    func loadReviews(
        _ state: inout GateState, _ repository: Repository, _ ids: [ObjectID]
    ) throws -> LoadedReviews {
        let loading = ReviewLoading(
            repository: repository, policy: state.policy, kind: state.kind, target: state.situation?.targetBranch,
            given: state.given, start: start, awaitsReviews: awaitsReviews)
        let reviews = try loading.load(state.range, commits: ids) { range in
            state.range = try described(range, in: repository)
            return state.range
        }
        state.policy = state.policy.adding(reviews.sources)
        state.facts.limitations += reviews.limitations
        return reviews
    }

    func judgeRange(
        _ judge: Judge, _ touches: Touches, _ policyChanges: [ChangedFile], _ state: inout GateState,
        base: (any FileTree)? = nil,
        head: (any FileTree)? = nil, policy: BaseFacts = BaseFacts(), data: DataAfter = .same,
        scans: ScanFacts = ScanFacts()
    ) {
        var facts = RangeFacts(
            records: state.facts.commits, policyChanges: policyChanges, waivers: state.policy.waivers, today: start.day,
            base: base ?? MemoryTree(), head: head ?? MemoryTree(), policy: policy,
            registers: state.policy.registers, scans: scans)
        facts.dataAfter = data
        let judged = judge.judge(facts, touches, after: state.facts.outcomes)
        state.facts.outcomes += judged.outcomes
        state.facts.tasks = judged.tasks
        sayWhatTasksLack(&state)
    }

    func wantedContent(_ state: inout GateState, _ repository: Repository) throws -> ContentLoading.Wanted? {
        let packs = try PackLoading(repository: repository, commit: state.range.policyCommit).load()
        state.policy = state.policy.adding(packs.sources)
        return ContentLoading(policy: state.policy, environment: environment.variables, today: start.day).wanted(
            packs: packs.rules)
    }
}

/// What is known so far; a run that stops on its way is settled from it.
struct GateState {
    var range: CommitRange
    var situation: Situation?
    var kind = RunKind.local
    var repository: String?
    var policy = PolicySet(repository: Policy(), sources: [PolicySource(role: "policy", kind: .builtIn)])
    var facts = Judgement.Facts()
    var given = GivenFiles()

    init(range: CommitRange) {
        self.range = range
    }
}

/// The clock, asked in one place.
enum Clock {
    static var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
}
