// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Judgements to render: one with everything that can happen, and the corners.
package enum SampleJudgement {
    /// Text as an attacker would write it, once for each exit that could obey it.
    package static let hostile =
        "]]> ::error::x <script>alert(1)</script> <img src=http://evil.example.org/x> \u{1B}[31mred\u{1B}[0m "
        + "\u{202E}rtl | `tick` ``` @everyone [a](http://evil.example.org) ##vso[task.x] & \" ' \u{0}\u{2028}\nnext\r\n::warning::y"
    package static let hostilePath = Path(Array("src/\(hostile)".utf8) + [0xFF, 0xC0])

    /// Several commits and every level, disposition and result.
    package static func full(enforcement: Policy.Enforcement = .enforce) throws -> Judgement {
        var facts = Judgement.Facts()
        facts.commits = commits
        facts.excluded = [(id(9), "the forge's synthetic merge of the pull request")]
        facts.outcomes = outcomes
        facts.claimSources = claimSources
        facts.patchIDs = [id(2): String(repeating: "5a", count: 20)]
        facts.tasks = [task]
        facts.limitations = [
            "registers, data classes and tasks: no policy names them", "fingerprints of secrets: no key is set",
        ]
        return Judgement(run: run(), policy: try policy(enforcement), kinds: kinds, facts: facts)
    }

    /// The same without what broke or was too large, so that the verdict is `fail`.
    package static func failing(enforcement: Policy.Enforcement = .enforce) throws -> Judgement {
        var facts = Judgement.Facts()
        facts.commits = Array(commits.prefix(2))
        facts.outcomes = outcomes.filter { outcome in
            if case .broke = outcome.result { false } else { outcome.commit != id(3) }
        }
        return Judgement(run: run(), policy: try policy(enforcement), kinds: kinds, facts: facts)
    }

    /// One clean commit under the built-in defaults.
    package static func passing() -> Judgement {
        var facts = Judgement.Facts()
        facts.commits = [record(1, "Add retry")]
        return Judgement(run: run(), policy: builtIn, kinds: kinds, facts: facts)
    }

    /// A range that holds no commit: legal, and said.
    package static func empty() -> Judgement {
        Judgement(run: run(), policy: builtIn, kinds: kinds, facts: Judgement.Facts())
    }

    /// A range that could not be read.
    package static func unresolvable() -> Judgement {
        var run = run()
        run.range = CommitRange(spec: "main..\(hostile)")
        run.range.isShallow = true
        var facts = Judgement.Facts()
        facts.unjudged = ["the clone is shallow and does not hold the base: set fetch-depth: 0"]
        return Judgement(run: run, policy: builtIn, kinds: kinds, facts: facts)
    }

    /// Many commits, with a finding on each `step`-th.
    package static func large(commits count: Int, findingEvery step: Int = 50) -> Judgement {
        var facts = Judgement.Facts()
        for index in 0..<count {
            facts.commits.append(
                record(1000 + index, "Change \(index)", ai: index % 3 == 0 ? declared : AIStatus(state: .noEvidence)))
            guard index % step == 0 else { continue }
            let finding = Finding(
                rule: "aws", at: .init(path: Path("src/file\(index).py"), line: index + 1, column: 9),
                "an AWS access key", excerpt: Excerpt(secret: Array("AKIA0000000000000000".utf8), publicPrefix: 4),
                fix: "revoke it in IAM, load it from the environment, amend the commit")
            facts.outcomes.append(Outcome(check: "secret", commit: id(1000 + index), result: .found([finding])))
        }
        return Judgement(run: run(), policy: builtIn, kinds: kinds, facts: facts)
    }

    /// The object id that ends in a number.
    package static func id(_ number: Int) -> ObjectID {
        let digits = String(number, radix: 16)
        let hex = String(repeating: "0", count: 8 - digits.count) + digits
        // Distinct in the first digits too, as real ones are.
        guard let id = ObjectID(hex: hex.reversed() + String(repeating: "ab", count: 12) + hex) else {
            preconditionFailure("\(hex) is no eight hexadecimal digits")
        }
        return id
    }

    /// The checks that the samples know.
    package static let kinds: [CheckKind] = [
        CheckKind(SecretSample.self), CheckKind(HiddenSample.self), CheckKind(UndeclaredSample.self),
        CheckKind(HeaderSample.self), CheckKind(ReviewSample.self), CheckKind(ScopeSample.self),
    ]
}

// MARK: - What the sample is made of

extension SampleJudgement {
    private static let day = Instant(seconds: 1_795_252_980)

    private static func run() -> Run {
        var range = CommitRange(spec: "main..feature/\(hostile)")
        range.base = id(0)
        range.head = id(4)
        range.headTree = id(104)
        range.mergeBase = id(0)
        range.patchID = String(repeating: "c0", count: 20)
        range.filesDigest = String(repeating: "f1", count: 32)
        range.targetBranch = "main"
        range.policyCommit = id(0)
        range.reasons = ["base: the tip of main, the target of the pull request", "head: the pull request's own head"]
        var run = Run(
            id: "01KAJQW8M0000000000000000V",
            producer: .init(name: "aigate", version: "0.1.0", catalogue: String(repeating: "1f", count: 32)),
            kind: .pullRequest, isAuthoritative: true, startedAt: day, finishedAt: Instant(seconds: day.seconds + 2),
            arguments: ["check", "--output-dir", "aigate-report"],
            ci: CIContext(
                system: "github", event: "pull_request", runURL: "https://ci.example.org/runs/77", runID: "77",
                attempt: 2,
                workflow: ".github/workflows/gate.yml@refs/heads/\(hostile)"),
            repository: "https://git.example.org/team/project", range: range)
        run.inputs = [
            RunInput(role: "approvals", name: "reviews \(hostile).json", sha256: String(repeating: "5b", count: 32)),
            scan,
        ]
        return run
    }

    private static var scan: RunInput {
        var input = RunInput(role: "sarif", name: "lint.sarif", sha256: String(repeating: "7c", count: 32))
        input.tools = [
            RunInput.Tool(name: "lint \(hostile)", version: "1.2"), RunInput.Tool(name: "other", version: nil),
        ]
        return input
    }

    private static var task: TaskVerification {
        var task = WrittenTask(
            id: "PAY-12", sha256: String(repeating: "8d", count: 32),
            place: RegisterPlace(file: ".aigate/tasks/PAY-12.yml", line: 1))
        task.title = "Retry \(hostile)"
        task.requestedBy = "bo@example.org"
        task.tools = ["claude-code"]
        task.shown.tests = true
        task.shown.scans = [hostile]
        task.expires = Day(number: 20_800)
        return TaskVerification(
            task: task, commits: [id(1), id(2)], paths: [Path("src/client.py"), hostilePath], addedLines: 130,
            removedLines: 4,
            conditions: [
                .init("expires", .met, "it counts until 2026-12-13"), .init("tests", .notMet, "no test changed along"),
                .init("scan \(hostile)", .notCheckable, "no report of it for this head was given (--sarif)"),
            ], requester: nil)
    }

    private static let earlier = LinkedRun(
        JudgedRun(
            id: "01KAJQW8M0000000000000000A", sha256: String(repeating: "6a", count: 32), base: nil, head: id(9),
            headTree: id(109),
            patchID: nil, filesDigest: nil), by: .patchID)

    private static let builtIn = PolicySet(
        repository: Policy(), sources: [PolicySource(role: "policy", kind: .builtIn, commit: id(0))])

    private static func policy(_ enforcement: Policy.Enforcement) throws -> PolicySet {
        var policy = Policy()
        policy.enforcement = enforcement
        policy.retentionDays = 400
        let sources = [
            PolicySource(
                role: "policy", kind: .commit, path: ".aigate/policy.yml", commit: id(0),
                sha256: String(repeating: "2e", count: 32)),
            PolicySource(
                role: "organisation", kind: .file, path: "/home/ann/org/policy.yml",
                sha256: String(repeating: "3d", count: 32)),
            PolicySource(
                role: "waivers", kind: .commit, path: ".aigate/waivers.yml", commit: id(0),
                sha256: String(repeating: "4c", count: 32)),
        ]
        let waivers = [
            Waiver(
                rule: "hidden-unicode", scope: .commit(id(2)), reason: "a test for bidirectional text \(hostile)",
                owner: "ann.lee@example.org", expires: day.day.adding(days: 12), file: ".aigate/waivers.yml", line: 3),
            Waiver(
                rule: "secret/generic", scope: .path(try PathPattern("tests/**")), reason: "made up for a test",
                owner: "p_0123456789abcdef", expires: day.day.adding(days: -3), file: ".aigate/waivers.yml", line: 8),
        ]
        return PolicySet(
            repository: policy, sources: sources, waivers: waivers, registers: registers,
            limitations: ["people: no people.yml names them"])
    }

    private static var registers: Registers {
        var registers = Registers()
        registers.controls = ControlMap(
            frameworks: [.init(id: "iso27001", title: "ISO/IEC 27001:2022", isEnabled: true)],
            controls: [
                .init(
                    id: "iso27001/A.8.15@2022", title: "Logging", statement: "Contributes evidence by its record.",
                    checks: [], isForRun: true),
                .init(
                    id: "iso27001/A.8.28@2022", title: "Secure coding \(hostile)",
                    statement: "Contributes evidence for a review \(hostile)",
                    checks: ["secret", "hidden-unicode", "review-missing"], isForRun: false),
            ])
        return registers
    }

    private static let declared = AIStatus(
        state: .declared, tools: [AITool(id: "claude-code", name: "Claude Code", models: ["claude-opus-4"])],
        evidence: [
            AIEvidence(
                source: .trailer, tool: "claude-code", role: "assist", confidence: .high, key: "Co-authored-by", line: 5
            )
        ])

    private static let detected = AIStatus(
        state: .detected, tools: [AITool(id: "unknown", name: hostile, models: [hostile])],
        evidence: [AIEvidence(source: .author, tool: "unknown", role: "author", confidence: .medium, grade: .observed)],
        hints: [
            AIEvidence(source: .branch, tool: "codex", role: "assist", confidence: .low),
            AIEvidence(
                source: .trailer, tool: "codex", role: "assist", confidence: .high, key: "Co-authored-by", line: 3,
                doubt: "unreliable from 2026-04-22 to 2026-05-06: \(hostile)"),
        ])

    private static let claimSources = [
        ClaimSource(.gitAINotes, .read), ClaimSource(.gitAIRefs, .absent),
        ClaimSource(.whogititNotes, .notFetched, fetch: "git fetch \(hostile) refs/notes/whogitit:refs/notes/whogitit"),
        ClaimSource(.agentTrace, .presentNotRead), ClaimSource(.entireCheckpoints, .absent),
    ]

    private static let claims = LineClaims(
        claimed: 60, added: 128, claimants: [.ai(tool: "claude-code", model: hostile), .human],
        files: [
            LineClaims.File(
                path: Path("src/client.py"),
                runs: [.init(first: 1, last: 40, claimant: 0), .init(first: 41, last: 43, claimant: 1)], aiLines: 40,
                humanLines: 3)
        ])

    private static var commits: [CommitRecord] {
        [
            record(
                1, "Add retry", ai: declared, review: ReviewState(result: .pending, asked: .approved), signature: .ssh,
                files: [text("src/client.py", added: 128, removed: 3)], lines: claims,
                claimSources: [ClaimSource(.gitAINotes, .read), ClaimSource(.whogititNotes, .presentNotRead)]),
            record(
                2, hostile, ai: detected,
                review: ReviewState(
                    result: .independent, level: .asserted, asked: .asserted, reasons: ["Reviewed-by: one person"]),
                linkedRun: earlier,
                files: [text("src/parser.py", added: 40, removed: 40), file("logo.png", .binary)],
                claimSources: [ClaimSource(.gitAINotes, .unparsable, reason: "line 3 \(hostile)")]),
            record(
                3, "Import the archive", ai: AIStatus(state: .declaredWithout),
                files: [
                    file("data/dump.sql", .tooLarge(bytes: 90 << 20)), file("vendor/lib", .submodule),
                    file(hostilePath, .binary),
                ]),
            record(4, "Fix a typo"),
        ]
    }

    private static var outcomes: [Outcome] {
        let key = Finding(
            rule: "aws", at: .init(path: Path("src/client.py"), line: 41, column: 12), "an AWS access key",
            excerpt: Excerpt(secret: Array("AKIA0000000000000000".utf8), publicPrefix: 4),
            fix: "revoke it in IAM, load it from the environment, amend the commit")
        let generic = Finding(
            rule: "generic", at: .init(path: Path("tests/fixture.py"), line: 7), "what looks like a password",
            excerpt: Excerpt(line: "password = ..."), fix: "take it out, or say in a waiver why it may stay")
        let hidden = Finding(
            at: .init(path: hostilePath, line: 2), "a character that reorders text: \(hostile)",
            excerpt: Excerpt(line: hostile), fix: "delete it: \(hostile)")
        let undeclared = Finding(
            at: .init(line: 1), "the author is a tool, and no trailer declares it: \(hostile)",
            fix: "git commit --amend --trailer 'Assisted-by: ...'")
        let header = Finding(
            at: .init(path: Path("src/retry.py"), line: 1), "no licence header", fix: "add the two SPDX lines")
        let review = Finding(
            "2 commits with evidence of AI have no review yet", fix: "ask somebody else to review them")
        return [
            Outcome(check: "secret", commit: id(1), result: .found([key, generic])),
            Outcome(check: "hidden-unicode", commit: id(2), result: .found([hidden])),
            Outcome(check: "hidden-unicode", commit: id(3), result: .found([hidden])),
            Outcome(check: "undeclared-ai", commit: id(2), result: .found([undeclared])),
            Outcome(check: "undeclared-ai", commit: id(3), result: .skipped("nothing but binary files: \(hostile)")),
            Outcome(check: "licence-header", commit: id(1), result: .found([header])),
            Outcome(check: "licence-header", commit: id(4), result: .broke("the pattern '\(hostile)' took too long")),
            Outcome(check: "review-missing", commit: nil, result: .found([review])),
        ]
    }

    private static func record(
        _ number: Int, _ subject: String, ai: AIStatus = AIStatus(state: .noEvidence),
        review: ReviewState = ReviewState(result: .notRequired), signature: SignatureKind? = nil,
        linkedRun: LinkedRun? = nil,
        files: [ChangedFile] = [text("README.md", added: 2, removed: 1)], lines: LineClaims? = nil,
        claimSources: [ClaimSource] = []
    ) -> CommitRecord {
        let person = Signature(
            identity: Identity(name: "Ann Lee", email: "ann.lee@example.org"),
            seconds: day.seconds - 86400 + Int64(number),
            offsetMinutes: 60)
        let commit = Commit(
            id: id(number), tree: id(number + 100), parents: number == 0 ? [] : [id(number - 1)], author: person,
            committer: person, message: CommitMessage(subject + "\n"), signature: signature)
        let provenance = CommitProvenance(
            trailers: [], ai: ai, declarations: [], credits: [], lines: lines, claimSources: claimSources)
        return CommitRecord(
            CommitChange(commit: commit, files: files, provenance: provenance, review: review),
            author: number % 2 == 1 ? "p_0123456789abcdef" : nil, linkedRun: linkedRun,
            signatureVerdict: signature == nil ? nil : .verified(principal: "ann.lee@example.org", key: "SHA256:0"))
    }

    private static func text(_ path: String, added: Int, removed: Int) -> ChangedFile {
        let hunk = TextChange.Hunk(oldStart: 1, oldCount: removed, newStart: 1, newCount: added, offset: 0)
        return file(path, .text(TextChange(hunks: [hunk], addedText: [])))
    }

    private static func file(_ path: String, _ content: ChangedFile.Content) -> ChangedFile {
        file(Path(path), content)
    }

    private static func file(_ path: Path, _ content: ChangedFile.Content) -> ChangedFile {
        ChangedFile(
            path: path, status: .modified, oldMode: 0o100644, newMode: 0o100644, oldBlob: nil, newBlob: nil,
            content: content)
    }
}

// MARK: - Checks that find nothing by themselves: the sample says what they found

private protocol SampleCheck: CommitCheck where Settings == NoSettings {
    init()
}

extension SampleCheck {
    init(_: NoSettings) { self.init() }
    func findings(in _: CommitChange) -> [Finding] { [] }
}

private func about(
    _ id: String, _ title: String, _ level: Level, why: String
) -> About {
    About(
        id: id, title: title, why: why, fix: "", level: level, examples: [], clean: [],
        since: "0.1.0")
}

private struct SecretSample: SampleCheck {
    static let about = TestKit.about(
        "secret", "Credentials in what was added", .block, why: "Whoever can read the repository can use it.")
}

private struct HiddenSample: SampleCheck {
    static let about = TestKit.about(
        "hidden-unicode", "Characters that hide or reorder code", .block, why: "A reviewer sees other code than runs.")
}

private struct UndeclaredSample: SampleCheck {
    static let about = TestKit.about(
        "undeclared-ai", "Evidence of AI that nobody declared", .warn,
        why: "What is not declared is not reviewed as such.")
}

private struct HeaderSample: SampleCheck {
    static let about = TestKit.about(
        "licence-header", "Files without a licence header", .monitor,
        why: "Nobody knows under which terms it may be used.")
}

private struct ScopeSample: SampleCheck {
    static let about = TestKit.about("task-scope", "Changes outside the task", .off, why: "The task names its paths.")
}

private struct ReviewSample: RangeCheck {
    static let about = TestKit.about(
        "review-missing", "Commits with evidence of AI that nobody reviewed", .warn,
        why: "A human answers for the code.")

    init(_: NoSettings) {}
    func findings(in _: RangeFacts) -> [Finding] { [] }
}
