// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What is asked of AI use and of how it is declared.
package struct AIPolicy: Sendable {
    /// What a commit with AI in it has to do.
    package enum Mode: String, Sendable, CaseIterable {
        /// A trailer declares it.
        case require
        /// A trailer declares it in the policy's form.
        case normalise
        /// No trailer names the tool.
        case forbidTrailer = "forbid-trailer"
        /// AI takes no part.
        case forbidAI = "forbid-ai"

        /// Asks for all that the other asks for. To demand a trailer and to forbid it are no steps of one ladder:
        /// neither covers the other.
        package func covers(_ other: Mode) -> Bool {
            self == other || self == .forbidAI || (self == .normalise && other == .require)
        }

        package var demandsTrailer: Bool { self == .require || self == .normalise }
    }

    /// A mode for part of the tree and some of the tools.
    package struct Use: Sendable {
        package let mode: Mode
        /// Empty: the whole tree, and commits that change no file.
        package let paths: [PathPattern]
        /// Ids of tools; empty: all.
        package let tools: [String]

        package init(mode: Mode, paths: [PathPattern] = [], tools: [String] = []) {
            self.mode = mode
            self.paths = paths
            self.tools = tools
        }

        func concerns(_ path: Path?) -> Bool {
            paths.isEmpty || path.map { path in paths.contains { $0.matches(path) } } ?? false
        }

        func concerns(tool: String) -> Bool { tools.isEmpty || tools.contains(tool) }
    }

    /// The last that matches counts; without one, `require`.
    package var use: [Use] = []
    /// The organisation's, each a floor: where the repository's mode does not cover it, it holds.
    package var floor: [Use] = []
    /// Of a declaration where `normalise` holds, and of those that are proposed.
    package var form = DeclarationForm.agentModel
    /// Every commit declares, if only that no AI was used.
    package var everyCommit = false
    /// E-mail addresses of AI agents that no catalogue can know.
    package var agents: [String] = []
    /// E-mail addresses of people, whatever the catalogue says of them.
    package var humans: [String] = []
    /// Where a commit has line claims: the least part of its added lines that they cover, in percent; nil: not asked.
    package var lineShare: Int?

    package init() {}

    /// What holds for a tool at a path; nil: in a commit that changes no file.
    package func mode(at path: Path?, tool: String) -> Mode {
        mode(in: place(of: path), tool: tool)
    }

    /// The modes that concern a path, whatever the tool, by their numbers: many paths have the same ones.
    struct Place: Hashable {
        let use: [Int]
        let floor: [Int]
    }

    func place(of path: Path?) -> Place {
        Place(
            use: use.indices.filter { use[$0].concerns(path) }, floor: floor.indices.filter { floor[$0].concerns(path) }
        )
    }

    func mode(in place: Place, tool: String) -> Mode {
        let own = place.use.last { use[$0].concerns(tool: tool) }.map { use[$0].mode } ?? .require
        guard let least = place.floor.last(where: { floor[$0].concerns(tool: tool) }).map({ floor[$0].mode }) else {
            return own
        }
        return own.covers(least) ? own : least
    }
}

/// Which modes of a policy concern which files of a commit: found out once, for all of its tools.
package struct AIUsePlaces: Sendable {
    private let policy: AIPolicy
    fileprivate let files: [ChangedFile]
    private let places: [AIPolicy.Place]
    /// For each file the numbers of its places: of its path, and of the one before a rename.
    private let numbers: [(Int, Int?)]

    package init(_ files: [ChangedFile], _ policy: AIPolicy) {
        self.policy = policy
        guard !(policy.use.isEmpty && policy.floor.isEmpty), !files.isEmpty else {
            places = [policy.place(of: nil)]
            self.files = []
            numbers = []
            return
        }
        var known: [AIPolicy.Place: Int] = [:]
        var places: [AIPolicy.Place] = []
        func number(_ path: Path) -> Int {
            let place = policy.place(of: path)
            if let number = known[place] { return number }
            known[place] = places.count
            places.append(place)
            return places.count - 1
        }
        numbers = files.map { file in (number(file.path), file.oldPath.map(number)) }
        self.files = files
        self.places = places
    }

    fileprivate func modes(of tool: String) -> [AIPolicy.Mode] { places.map { policy.mode(in: $0, tool: tool) } }

    fileprivate func files(where isMeant: (_ place: Int) -> Bool) -> [ChangedFile] {
        zip(files, numbers).filter { isMeant($0.1.0) || $0.1.1.map(isMeant) ?? false }.map(\.0)
    }
}

/// What holds for one tool in one commit.
package struct AIUse: Sendable {
    /// Of all the commit's paths, those before a rename included.
    package let modes: Set<AIPolicy.Mode>
    /// On which AI takes no part, in the order of the commit.
    package let forbidden: [ChangedFile]

    package init(of tool: String, in places: AIUsePlaces) {
        let byPlace = places.modes(of: tool)
        modes = Set(byPlace)
        forbidden = modes.contains(.forbidAI) ? places.files { byPlace[$0] == .forbidAI } : []
    }

    package var demandsTrailer: Bool { modes.contains { $0.demandsTrailer } }
    /// A trailer speaks for the whole commit, so one path that demands it outweighs all that forbid it.
    package var forbidsTrailer: Bool { !demandsTrailer && modes.contains(.forbidTrailer) }
    package var forbidsAI: Bool { modes.contains(.forbidAI) }
}

extension CommitChange {
    /// What the policy asks of a tool's part in this commit.
    package func use(of tool: String) -> AIUse { AIUse(of: tool, in: places) }
}

extension AITool {
    /// Id of a tool that is named and not in the catalogue.
    package static let unknown = "unknown"
    /// Id of an agent that the policy lists.
    package static let listedAgent = "listed-agent"
}

extension AIPolicy {
    /// Ids of the checks that find what goes against what this policy asks for by itself.
    package var demandedChecks: [String] {
        let modes = Set(use.map(\.mode))
        let demands = [
            ("ai-undeclared", modes.contains { $0.demandsTrailer }),
            ("ai-declaration-form", modes.contains(.normalise)),
            ("ai-trailer-forbidden", modes.contains(.forbidTrailer)), ("ai-forbidden", modes.contains(.forbidAI)),
            ("ai-declaration-missing", everyCommit), ("ai-lines-unclaimed", lineShare != nil),
        ]
        return demands.filter(\.1).map(\.0)
    }
}
