// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What the facts of a commit say about AI and about people, before any check has run.
package struct CommitProvenance: Sendable {
    package let trailers: [Trailer]
    package let ai: AIStatus
    /// Trailers that declare something about AI, whether well or badly.
    package let declarations: [Declaration]
    /// Trailers by which somebody vouches for the commit (Signed-off-by, Reviewed-by, ...), from the strict block.
    package let credits: [Credit]
    /// What a note claims about the lines; nil without one that could be read.
    package let lines: LineClaims?
    /// Stores of claims that have something for this commit, read or not.
    package let claimSources: [ClaimSource]
    /// Who answers for an AI-marked commit: its author; where that is an agent the committer, else a co-author. Nil where
    /// no person is named, and for other commits.
    package let person: Identity?

    package init(
        trailers: [Trailer], ai: AIStatus, declarations: [Declaration], credits: [Credit], lines: LineClaims? = nil,
        claimSources: [ClaimSource] = [], person: Identity? = nil
    ) {
        self.person = person
        self.trailers = trailers
        self.ai = ai
        self.declarations = declarations
        self.credits = credits
        self.lines = lines
        self.claimSources = claimSources
    }
}

/// How a claim is backed.
package enum Grade: String, Sendable, CaseIterable {
    /// Somebody wrote it down.
    case declared
    /// A forge reported it.
    case observed
    /// A signature was checked.
    case verified
}

/// Whether AI took part in a commit, as far as the evidence goes. Never says that it did not.
package struct AIStatus: Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// A trailer says so, or the author is the agent itself.
        case declared
        /// There is evidence, but nobody declared it.
        case detected
        /// A declaration says that no AI was used, and nothing contradicts it.
        case declaredWithout = "declared-without"
        case noEvidence = "no-evidence"
    }

    package let state: State
    /// Sorted by id.
    package let tools: [AITool]
    package let evidence: [AIEvidence]
    /// Of low confidence, or a habit of people too (branch names): worth a line, never a status.
    package let hints: [AIEvidence]
    /// Ids of tools that took part and that no declaration names, sorted; empty where one names no tool at all.
    package let undeclared: [String]

    package init(
        state: State, tools: [AITool] = [], evidence: [AIEvidence] = [], hints: [AIEvidence] = [],
        undeclared: [String] = []
    ) {
        self.state = state
        self.tools = tools
        self.evidence = evidence
        self.hints = hints
        self.undeclared = undeclared
    }

    /// True where the rules for AI-marked commits apply.
    package var isMarked: Bool { state == .declared || state == .detected }
}

/// An AI tool as the evidence names it.
package struct AITool: Hashable, Sendable {
    /// Id in the catalogue; `unknown` for a declaration that names a tool the catalogue does not have.
    package let id: String
    package let name: String
    /// Model names as claimed, sorted.
    package let models: [String]

    package init(id: String, name: String, models: [String]) {
        self.id = id
        self.name = name
        self.models = models
    }
}

/// One reason to believe that AI took part.
package struct AIEvidence: Hashable, Sendable {
    package enum Source: String, Sendable, CaseIterable {
        case trailer, author, committer, body, note, branch
    }

    package enum Confidence: String, Sendable, CaseIterable {
        case high, medium, low
    }

    package let source: Source
    /// Id in the catalogue.
    package let tool: String
    /// What the tool did: `assist`, `author`, `ai-suggestion`, `ai-review` (the catalogue's words).
    package let role: String
    package let confidence: Confidence
    package let grade: Grade
    /// Trailer key; nil for other sources.
    package let key: String?
    /// Line of the message, from 1; nil for identities, notes and branches.
    package let line: Int?
    /// Why it proves little, in words, where that is known of this very trace. It stands among the hints, and counts as
    /// detected all the same: whoever writes a commit may choose the day that the doubt hangs on.
    package let doubt: String?

    package init(
        source: Source, tool: String, role: String, confidence: Confidence, grade: Grade = .declared,
        key: String? = nil, line: Int? = nil, doubt: String? = nil
    ) {
        self.source = source
        self.tool = tool
        self.role = role
        self.confidence = confidence
        self.grade = grade
        self.key = key
        self.line = line
        self.doubt = doubt
    }
}

/// A trailer that speaks about AI, by what its value turned out to be.
package struct Declaration: Sendable {
    package enum Kind: Sendable, Equatable {
        /// A known grammar: `AGENT:MODEL [TOOL]`, `MODEL via TOOL`, a catalogue identity.
        case structured
        /// Names a tool or model in free text.
        case freeText
        /// Names a person: no evidence of AI.
        case person
        /// Says that no AI was used.
        case negative
        /// A template that nobody filled in, no value at all, or a key that no tool reads.
        case placeholder
        /// Names a tool, but on those days tools wrote it without AI use: no declaration, though the commit is marked.
        case unreliable
    }

    package let trailer: Trailer
    package let kind: Kind
    /// Tool in the catalogue, when the value names one.
    package let tool: String?
    /// What is wrong with the form, in words; nil when it is well formed.
    package let problem: String?

    package init(trailer: Trailer, kind: Kind, tool: String?, problem: String? = nil) {
        self.trailer = trailer
        self.kind = kind
        self.tool = tool
        self.problem = problem
    }
}

/// A trailer by which somebody vouches for a commit.
package struct Credit: Sendable {
    package enum Holder: Sendable, Equatable {
        case person
        /// An AI tool of the catalogue, by id.
        case ai(tool: String)
        /// Automation that is not AI.
        case robot
        /// Not one `Name <email>`; says why.
        case unreadable(String)
    }

    package let trailer: Trailer
    package let identity: Identity?
    package let holder: Holder

    package init(trailer: Trailer, identity: Identity?, holder: Holder) {
        self.trailer = trailer
        self.identity = identity
        self.holder = holder
    }
}
