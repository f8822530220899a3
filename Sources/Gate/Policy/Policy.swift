// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a repository asks of its changes.
package struct Policy: Sendable {
    /// Whether a failing verdict changes the exit code.
    package enum Enforcement: String, Sendable, CaseIterable {
        case enforce, monitor
    }

    package var enforcement: Enforcement
    /// Commits that this one reaches, itself included, are not judged.
    package var since: ObjectID?
    /// By check id or `check/rule`; what is not named keeps its check's default.
    package var levels: [String: LevelSetting]
    /// By check id: the keys of the check's own settings.
    package var settings: [String: ConfigNode]
    /// Levels for parts of the tree; the last match counts.
    package var paths: [PathRule]
    package var generated: [PathPattern]
    package var vendored: [PathPattern]
    /// Branches on which a commit has landed besides the forge's default branch (where it names none, main and master),
    /// as patterns.
    package var protectedBranches: [PathPattern]
    package var ai: AIPolicy
    package var review: ReviewPolicy
    package var tasks: TaskPolicy
    package var waivers: WaiverLimits
    package var limits: Limits
    /// How long evidence must be kept, in days; nil: nothing is asked.
    package var retentionDays: Int?

    package struct PathRule: Sendable {
        package let patterns: [PathPattern]
        package let levels: [String: LevelSetting]

        package init(patterns: [PathPattern], levels: [String: LevelSetting]) {
            self.patterns = patterns
            self.levels = levels
        }
    }

    package struct ReviewPolicy: Sendable {
        /// Trailers that credit a review.
        package var trailers = ["Reviewed-by", "Approved-by"]
        /// E-mail addresses of the people whose review counts; empty: every person's.
        package var humans: [String] = []
        /// A pending review of an AI-marked commit is a finding too.
        package var strict = false
        /// What an AI-marked commit needs; nil: R3 where the forge's approvals are given, else R1.
        package var level: ReviewLevel?
        /// Higher levels for parts of the tree and for tools; the strictest that matches counts.
        package var levels: [LevelRule] = []
        /// Files of the base commit by which signatures are checked.
        package var allowedSigners = ".aigate/allowed_signers"
        package var revokedKeys = ".aigate/revoked_keys"
        package var keyring = ".aigate/keyring.gpg"

        package init() {}

        /// What a commit needs that changes one of the paths with one of the tools; an empty list means any.
        package struct LevelRule: Hashable, Sendable {
            package let level: ReviewLevel
            package let paths: [PathPattern]
            /// Ids in the catalogue.
            package let tools: [String]

            package init(_ level: ReviewLevel, paths: [PathPattern] = [], tools: [String] = []) {
                self.level = level
                self.paths = paths
                self.tools = tools
            }
        }
    }

    /// How commits name the tasks that they belong to.
    package struct TaskPolicy: Sendable {
        /// A regular expression whose first match in the message, else in the branch's name, is a task's id; nil: only
        /// trailers name tasks.
        package var pattern: String?
        /// Where an AI-marked commit has to name a task; empty: everywhere.
        package var requiredFor: [PathPattern] = []

        package init() {}
    }

    package struct WaiverLimits: Sendable {
        /// Days that the text of a finding proposes.
        package var defaultDays = 30
        /// The furthest that `expires` may lie ahead of the run's start, in days.
        package var maximumDays = 365
        /// E-mail addresses of those who may approve a waiver outside the repository, besides the reviewing humans.
        package var approvers: [String] = []

        package init() {}
    }

    package struct Limits: Sendable {
        /// A larger file is not looked into, and the verdict is `incomplete`; in bytes.
        package var fileBytes = 64 << 20

        package init() {}
    }

    package init() {
        enforcement = .enforce
        levels = [:]
        settings = [:]
        paths = []
        generated = []
        vendored = []
        protectedBranches = []
        ai = AIPolicy()
        review = ReviewPolicy()
        tasks = TaskPolicy()
        waivers = WaiverLimits()
        limits = Limits()
    }

    /// The level that this policy names for a finding; nil where it says nothing. A rule's own entry beats its check's,
    /// and within each the last matching path beats the rest.
    package func setting(check: String, rule: String?, path: Path?) -> LevelSetting? {
        let keys = (rule.map { ["\(check)/\($0)"] } ?? []) + [check]
        for key in keys {
            if let path {
                for entry in paths.reversed() {
                    if let level = entry.levels[key], entry.patterns.contains(where: { $0.matches(path) }) {
                        return level
                    }
                }
            }
            if let level = levels[key] { return level }
        }
        return nil
    }
}

/// The repository's policy over the organisation's floor, with where each came from.
package struct PolicySet: Sendable {
    package let repository: Policy
    package let organisation: Policy?
    package let sources: [PolicySource]
    package let waivers: [Waiver]
    package let registers: Registers
    /// What a reader of the verdict has to know about the policy.
    package let limitations: [String]

    package init(
        repository: Policy, organisation: Policy? = nil, sources: [PolicySource], waivers: [Waiver] = [],
        registers: Registers = Registers(), limitations: [String] = []
    ) {
        self.repository = repository
        self.organisation = organisation
        self.sources = sources
        self.waivers = waivers
        self.registers = registers
        self.limitations = limitations
    }

    /// SHA-256 of the repository's policy, lower-case hexadecimal; nil for built-in defaults.
    package var digest: String? { sources.first { $0.role == "policy" }?.sha256 }

    /// The stricter of what the repository and the organisation say on that day.
    /// `otherwise`: what holds where no policy says anything; nil for the check's own level.
    package func level(
        of about: About, rule: String? = nil, path: Path? = nil, on today: Day, otherwise: Level? = nil
    ) -> Level {
        let standing = otherwise ?? about.level
        let chosen = repository.setting(check: about.id, rule: rule, path: path)?.level(on: today) ?? standing
        let floor = organisation?.setting(check: about.id, rule: rule, path: path)?.level(on: today)
        // To set something in a check and name no level is to want what it finds.
        let least = organisation?.settings[about.id] == nil ? .off : standing
        return max(chosen, floor ?? least)
    }

    /// What the policies say of a finding's level, each by its name; empty where the default holds.
    package func levelSources(of about: About, rule: String?, path: Path?, on today: Day) -> [(
        whose: String, level: Level
    )] {
        [("the policy", repository), ("the organisation's policy", organisation)].compactMap { whose, policy in
            policy?.setting(check: about.id, rule: rule, path: path).map { (whose, $0.level(on: today)) }
        }
    }

    /// Off for every rule and path: the check need not run.
    package func isOff(_ about: About, on today: Day) -> Bool {
        level(of: about, on: today) == .off && !mentions(on: today) { $0 == about.id || $0.hasPrefix(about.id + "/") }
    }

    /// A policy asks for a rule that is off without one.
    package func wants(rule: String, of about: About, on today: Day) -> Bool {
        mentions(on: today) { $0 == about.id || $0 == "\(about.id)/\(rule)" }
    }

    private func mentions(on today: Day, _ isMeant: (String) -> Bool) -> Bool {
        [repository, organisation].compactMap(\.self).contains { policy in
            (policy.paths.map(\.levels) + [policy.levels]).contains { levels in
                levels.contains { key, value in isMeant(key) && value.level(on: today) > .off }
            }
        }
    }

    /// The same policy, of which nothing changes the exit code.
    package var monitoring: PolicySet {
        var relaxed = repository
        relaxed.enforcement = .monitor
        var floor = organisation
        floor?.enforcement = .monitor
        return PolicySet(
            repository: relaxed, organisation: floor, sources: sources, waivers: waivers, registers: registers,
            limitations: limitations)
    }

    /// The same policy, with further files that it is followed by.
    package func adding(_ sources: [PolicySource]) -> PolicySet {
        PolicySet(
            repository: repository, organisation: organisation, sources: self.sources + sources, waivers: waivers,
            registers: registers, limitations: limitations)
    }

    /// The same policy with registers, and the files that they were read from.
    package func adding(_ registers: Registers, from sources: [PolicySource]) -> PolicySet {
        PolicySet(
            repository: repository, organisation: organisation, sources: self.sources + sources, waivers: waivers,
            registers: registers, limitations: limitations + (registers.data?.limitations ?? []))
    }

    /// The settings of a check that the policies name: the repository's have been laid over the organisation's.
    package func settings(of check: String) -> ConfigNode? { repository.settings[check] }

    /// Whether a commit on the branch has landed. The forge's default branch always counts, so that no policy can make
    /// what people build on a mere push.
    package func protects(branch: String, defaultBranch: String?) -> Bool {
        let named = repository.protectedBranches + (organisation?.protectedBranches ?? [])
        let isDefault = defaultBranch.map { $0 == branch } ?? ["main", "master"].contains(branch)
        return isDefault || named.contains { $0.matches(Path(branch)) }
    }

    package var enforcement: Policy.Enforcement {
        organisation?.enforcement == .enforce ? .enforce : repository.enforcement
    }

    package var retentionDays: Int? {
        [repository.retentionDays, organisation?.retentionDays].compactMap(\.self).max()
    }

    package var maximumWaiverDays: Int {
        min(repository.waivers.maximumDays, organisation?.waivers.maximumDays ?? .max)
    }

    package var fileLimit: Int { repository.limits.fileBytes }
}

/// Where a policy's bytes came from, so that the same bytes can be found again.
package struct PolicySource: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case builtIn = "built-in"
        /// Read from a commit's tree.
        case commit
        /// Given as a file on the command line.
        case file
    }

    /// What it is for: `policy`, `organisation`, `waivers`, a register's name.
    package let role: String
    package let kind: Kind
    /// Path in the tree or on the disk; nil for built-in defaults.
    package let path: String?
    /// The commit whose tree held it, or lacked it.
    package let commit: ObjectID?
    /// Of the bytes, lower-case hexadecimal; nil for built-in defaults.
    package let sha256: String?

    package init(role: String, kind: Kind, path: String? = nil, commit: ObjectID? = nil, sha256: String? = nil) {
        self.role = role
        self.kind = kind
        self.path = path
        self.commit = commit
        self.sha256 = sha256
    }
}
