// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Which AI tools a repository shows, by what, and what the register says of each.
package struct Inventory: Sendable {
    /// What was looked at.
    package struct Scope: Sendable {
        /// Address of the repository's origin, safe to show; nil where it has none that others know.
        package let repository: String?
        /// The commit whose history and files were looked at.
        package let head: ObjectID
        /// Commits that this one reaches were left out; nil: none were.
        package let since: ObjectID?
        package let commits: Int
        /// Commits in which AI took part, by the words of `aigate check`: declared or detected.
        package let marked: Int
        /// Of mailboxes that are neither AI's nor a robot's.
        package let people: Int
        /// Days that committers claim, of the first and last commit; nil without any.
        package let days: ClosedRange<Day>?
        package let files: Int

        package init(
            repository: String?, head: ObjectID, since: ObjectID?, commits: Int, marked: Int, people: Int,
            days: ClosedRange<Day>?, files: Int
        ) {
            self.repository = repository
            self.head = head
            self.since = since
            self.commits = commits
            self.marked = marked
            self.people = people
            self.days = days
            self.files = files
        }
    }

    package let scope: Scope
    /// The day as of which the register was asked.
    package let today: Day
    /// The moment of the look, as reports carry it.
    package let now: Instant
    /// Whether somebody keeps a register of tools at all.
    package let hasRegister: Bool
    /// Those in most commits first, then by id.
    package let tools: [SeenTool]
    /// Ids of the register that nothing here shows, sorted.
    package let unseen: [String]
    package let usage: UsageComparison?
    /// What could not be looked at, in sentences: the inventory is incomplete.
    package let gaps: [String]
    /// What to know when reading it.
    package let limitations: [String]

    package init(
        scope: Scope, today: Day, now: Instant, hasRegister: Bool, tools: [SeenTool], unseen: [String],
        usage: UsageComparison?, gaps: [String], limitations: [String]
    ) {
        self.scope = scope
        self.today = today
        self.now = now
        self.hasRegister = hasRegister
        self.tools = tools.sorted { ($1.commits, $1.hints, $0.id) < ($0.commits, $0.hints, $1.id) }
        self.unseen = unseen
        self.usage = usage
        self.gaps = gaps
        self.limitations = limitations
    }
}

/// One AI tool, and by what it shows.
package struct SeenTool: Sendable {
    /// What a tool is.
    package enum Kind: String, Sendable, CaseIterable {
        case codingAgent = "coding-agent"
        case assistant
        case aiReview = "ai-review"
        case model
        case sessionRecorder = "session-recorder"
        /// No tool: traces that several leave.
        case generic
        /// Reached over the network.
        case service
        /// Runs models on machines of one's own.
        case runtime
        /// Speaks to services and runtimes.
        case library
    }

    /// Id in the catalogue or of a trace, `unknown` or `listed-agent`.
    package let id: String
    package let name: String
    package let vendor: String?
    package let kind: Kind
    /// In which it took part.
    package let commits: Int
    /// Other commits, in which something hints at it: a review by AI, a note of a session, a trace that proves little.
    package let hints: Int
    /// Mailboxes of the people who made `commits`.
    package let people: Int
    /// Days that committers claim, of the first and last of `commits` and `hints`; nil without any.
    package let days: ClosedRange<Day>?
    /// Commits by the kind of trace, in the order of its cases; a commit may have several.
    package let sources: [(source: AIEvidence.Source, commits: Int)]
    /// As claimed, sorted.
    package let models: [String]
    /// Sorted.
    package let traces: [ToolTrace]
    package let standing: ToolStanding

    package init(
        id: String, name: String, vendor: String?, kind: Kind, commits: Int, hints: Int, people: Int,
        days: ClosedRange<Day>?, sources: [(source: AIEvidence.Source, commits: Int)], models: [String],
        traces: [ToolTrace], standing: ToolStanding
    ) {
        self.id = id
        self.name = name
        self.vendor = vendor
        self.kind = kind
        self.commits = commits
        self.hints = hints
        self.people = people
        self.days = days
        self.sources = sources
        self.models = models
        self.traces = traces.sorted()
        self.standing = standing
    }

    /// The repository shows it in use, but no commit does.
    package var isWithoutCommits: Bool { commits == 0 && hints == 0 }
}

/// Something in a repository's files or references that shows a tool in use.
package struct ToolTrace: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Steers a tool, or was left by one.
        case file
        /// A dependency.
        case package
        case `import`
        /// The name of an environment variable; its value is never looked at.
        case key
        case branch
    }

    /// Where it stands.
    package struct Place: Hashable, Sendable {
        package let path: Path
        /// From 1; nil where the whole file is meant.
        package let line: Int?

        package init(_ path: Path, line: Int?) {
            self.path = path
            self.line = line
        }
    }

    /// Places that are kept of one trace.
    package static let placeLimit = 20

    package let kind: Kind
    /// A pattern, a package with its ecosystem, a module, a variable, the beginning of a branch's name: the catalogue's
    /// words, safe to show.
    package let name: String
    /// All places.
    package let count: Int
    /// The first of them, by path and line; none for a branch.
    package let places: [Place]

    package init(_ kind: Kind, _ name: String, count: Int, places: [Place]) {
        self.kind = kind
        self.name = name
        self.count = count
        self.places = places
    }
}

extension ToolTrace: Comparable {
    package static func < (left: ToolTrace, right: ToolTrace) -> Bool {
        func rank(_ trace: ToolTrace) -> (Int, String) { (Kind.allCases.firstIndex(of: trace.kind) ?? 0, trace.name) }
        return rank(left) < rank(right)
    }
}

extension ToolTrace.Place: Comparable {
    package static func < (left: ToolTrace.Place, right: ToolTrace.Place) -> Bool {
        left.path == right.path ? (left.line ?? 0) < (right.line ?? 0) : left.path < right.path
    }
}

/// What the register says of a tool as of a day.
package struct ToolStanding: Hashable, Sendable {
    /// A word of the register's, such as `approved`; `no-register` where nobody keeps one.
    package let word: String
    /// The day of the event that it rests on.
    package let since: Day?

    package init(_ word: String, since: Day? = nil) {
        self.word = word
        self.since = since
    }

    package static let noRegister = ToolStanding("no-register")
}
