// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Evidence
import Forge
import Gate

/// `aigate check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Judge a commit range, or what is about to be committed or pushed.",
        discussion: """
            Without a range: in CI what the event brought, else what the upstream lacks.

              aigate check HEAD~1..HEAD              the last commit
              aigate check main...topic              what topic adds to main
              aigate check v1.0 --all                everything that v1.0 reaches
              aigate check --staged                  what git commit would record (pre-commit)
              aigate check --message FILE            the same with its message and author (commit-msg)
              aigate check --pre-push --remote NAME  what git push would send (pre-push)
            """)

    @OptionGroup var what: RangeOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var review: ReviewOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Judge a failing range, but end with 0; what could not be judged still ends with 3.")
    var monitor = false

    @Option(
        help: ArgumentHelp(
            "Instead of the report: why the findings whose fingerprint begins so were judged as they were.",
            valueName: "fingerprint"))
    var explain: String?

    @Flag(help: "An empty range is a mistake: end with 3.")
    var requireCommits = false

    @Option(help: ArgumentHelp("Workers. Default: one per core.", valueName: "count"))
    var jobs: Int?

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
        if let explain, !(4...64).contains(explain.utf8.count) || !explain.utf8.allSatisfy({ Hex.value($0) != nil }) {
            throw ValidationError(
                "--explain takes 4 to 64 hexadecimal digits: the beginning of a finding's fingerprint")
        }
        if !review.sarif.isEmpty, what.staged || what.message != nil {
            throw ValidationError("--sarif goes with a range: other scanners look at commits")
        }
        try what.validate()
        try output.validate()
    }

    func run() async throws {
        let code = try await CheckRun(self).run()
        if code != ExitCode.pass { throw Stop(code) }
    }
}

/// Which commits.
struct RangeOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("A..B, A...B, or a revision (that one commit).", valueName: "range"))
    var range: String?

    @Flag(help: "With a revision: it and everything it reaches.")
    var all = false

    @Flag(help: "What is in the index.")
    var staged = false

    @Option(
        help: ArgumentHelp(
            "A file with a commit message, judged with what is staged and with git's author.", valueName: "file"))
    var message: String?

    @Flag(help: "The lines that git gives a pre-push hook, on standard input.")
    var prePush = false

    @Option(help: ArgumentHelp("The remote that is pushed to.", valueName: "name"))
    var remote = "origin"

    @Option(help: ArgumentHelp("Whose event to read: auto, github, gitlab, none.", valueName: "system"))
    var ci: CISystem = .auto

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    @Option(help: ArgumentHelp("The run's start, as 2026-11-21T09:00:00Z. Default: the clock.", valueName: "instant"))
    var now: Instant?

    func validate() throws {
        let chosen = [range != nil, staged, message != nil, prePush].count { $0 }
        if chosen > 1 { throw ValidationError("give one of: a range, --staged, --message, --pre-push") }
        if all, range == nil { throw ValidationError("--all goes with a revision, such as: aigate check HEAD --all") }
    }
}

/// By which rules.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .customLong("policy"),
        help: ArgumentHelp("A policy file instead of the base commit's.", valueName: "file"))
    var file: String?

    @Option(
        name: .customLong("policy-from"), help: ArgumentHelp("Read .aigate/ from this revision.", valueName: "revision")
    )
    var from: String?

    @Option(
        name: .customLong("policy-sha256"),
        help: ArgumentHelp("Refuse a policy whose bytes have another digest.", valueName: "hex"))
    var sha256: String?

    @Option(
        name: .customLong("org-policy"),
        help: ArgumentHelp("The organisation's policy, a floor: a file, or REVISION:PATH.", valueName: "file"))
    var organisation: String?

    @Option(
        help: ArgumentHelp(
            "The organisation's registers: a folder, a revision, or REVISION:FOLDER; the repository's own may only restrict them. Default: beside --org-policy.",
            valueName: "folder"))
    var registers: String?

    @Option(help: ArgumentHelp("The register of people, in place of .aigate/people.yml.", valueName: "file"))
    var people: String?

    @Option(
        help: ArgumentHelp(
            "The folder of tasks in place of .aigate/tasks/: ID.yml each, at least title: WHAT IS TO BE DONE (see Guides.docc/tasks.md).",
            valueName: "folder"))
    var tasks: String?

    @Option(help: ArgumentHelp("Waivers granted for this head alone, by a listed approver.", valueName: "file"))
    var waivers: String?

    @Flag(help: "Ignore every waiver.")
    var noWaivers = false

    func validate() throws {
        if file != nil, from != nil { throw ValidationError("give --policy or --policy-from, not both") }
        if let sha256, sha256.utf8.count != 64 || !sha256.utf8.allSatisfy({ Hex.value($0) != nil }) {
            throw ValidationError("--policy-sha256 takes 64 hexadecimal digits")
        }
    }
}

/// What others know of the change's reviews.
struct ReviewOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A forge's reviews of the request: GitHub's list or GraphQL answer, GitLab's approvals, or the action's envelope.",
            discussion: """
                As they come, every page of them, one after the other or --slurp'ed:
                  gh api --paginate repos/OWNER/NAME/pulls/NUMBER/reviews
                  gh api graphql, of the pullRequest: author { login } and
                    reviews, with totalCount, pageInfo { hasNextPage } and
                    nodes { author { __typename login } state submittedAt
                    authorAssociation commit { oid } }; or latestReviews
                  glab api projects/ID/merge_requests/IID/approvals
                MEMBER and COLLABORATOR may have the right to read alone, and \
                GitLab's approvals do not say whether an account is a bot's or \
                may write. Those count in an envelope:
                  {"system": "github", "complete": true, "reviews": [...],
                   "lastPusher": "LOGIN", "permissions": {"LOGIN": "write"},
                   "pullRequest": {"author": "LOGIN", "writers": ["LOGIN"],
                                   "base": "main", "merged": true}}
                For GitLab with its approvals as reviews, "bot": false in each \
                user, access levels as permissions, and the request's head and \
                headSince.
                """,
            valueName: "file"))
    var approvals: String?

    @Option(
        help: ArgumentHelp("The run.json that judged the request before a squash or rebase landed.", valueName: "file"))
    var judged: String?

    @Option(help: ArgumentHelp("A reviewer's record, as aigate sign-off writes it. Repeatable.", valueName: "file"))
    var signOff: [String] = []

    @Option(
        help: ArgumentHelp(
            "Another scanner's results on the judged head (or on the forge's merge of it), as SARIF 2.1.0; those on lines that AI brought are findings. Repeatable.",
            valueName: "file"))
    var sarif: [String] = []
}

/// What comes out, and where.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder for run.json, junit.xml, summary.md and report.html. In CI: aigate-report.", valueName: "folder"))
    var outputDir: String?

    @Option(
        help: ArgumentHelp("One report to one file: run, junit, summary or html. Repeatable.", valueName: "kind=path"))
    var output: [OutputTarget] = []

    @Option(
        help: ArgumentHelp("Keep another tool's report beside ours, by digest. Repeatable.", valueName: "kind=file"))
    var attach: [AttachmentSource] = []

    @Flag(name: .shortAndLong, help: "Findings and verdict only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Every commit and every check too.")
    var verbose = false

    @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(help: ArgumentHelp("auto or never.", valueName: "when"))
    var progress: ProgressChoice = .auto

    func validate() throws {
        if quiet, verbose { throw ValidationError("give --quiet or --verbose, not both") }
    }

    var verbosity: TextReport.Verbosity { quiet ? .quiet : verbose ? .verbose : .normal }
}

enum ProgressChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, never
}

/// `KIND=PATH` of a report of ours.
struct OutputTarget: ExpressibleByArgument {
    let kind: ReportKind
    let path: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), let kind = ReportKind(rawValue: String(argument[..<equals]))
        else { return nil }
        self.kind = kind
        path = String(argument[argument.index(after: equals)...])
    }
}

/// `KIND=FILE` of another tool's report.
struct AttachmentSource: ExpressibleByArgument {
    let kind: String
    let path: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "=") else { return nil }
        kind = String(argument[..<equals])
        path = String(argument[argument.index(after: equals)...])
    }
}

extension ColorChoice: ExpressibleByArgument {}
extension CISystem: ExpressibleByArgument {}
extension Instant: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
