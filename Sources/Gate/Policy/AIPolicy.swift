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

        func concerns(_ path: Path?, tool: String) -> Bool {
            guard tools.isEmpty || tools.contains(tool) else { return false }
            return paths.isEmpty || path.map { path in paths.contains { $0.matches(path) } } ?? false
        }
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
        let own = use.last { $0.concerns(path, tool: tool) }?.mode ?? .require
        guard let least = floor.last(where: { $0.concerns(path, tool: tool) })?.mode else { return own }
        return own.covers(least) ? own : least
    }
}

/// What holds for one tool in one commit.
package struct AIUse: Sendable {
    /// Of all the commit's paths, those before a rename included.
    package let modes: Set<AIPolicy.Mode>
    /// On which AI takes no part, in the order of the commit.
    package let forbidden: [ChangedFile]

    package init(of tool: String, in files: [ChangedFile], _ policy: AIPolicy) {
        guard !(policy.use.isEmpty && policy.floor.isEmpty), !files.isEmpty else {
            modes = [policy.mode(at: nil, tool: tool)]
            forbidden = []
            return
        }
        var modes: Set<AIPolicy.Mode> = []
        forbidden = files.filter { file in
            let own = [file.path, file.oldPath].compactMap(\.self).map { policy.mode(at: $0, tool: tool) }
            modes.formUnion(own)
            return own.contains(.forbidAI)
        }
        self.modes = modes
    }

    package var demandsTrailer: Bool { modes.contains { $0.demandsTrailer } }
    /// A trailer speaks for the whole commit, so one path that demands it outweighs all that forbid it.
    package var forbidsTrailer: Bool { !demandsTrailer && modes.contains(.forbidTrailer) }
    package var forbidsAI: Bool { modes.contains(.forbidAI) }
}

extension CommitChange {
    /// What the policy asks of a tool's part in this commit.
    package func use(of tool: String) -> AIUse { AIUse(of: tool, in: files, aiPolicy) }
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
            ("ai-undeclared", modes.contains { $0.demandsTrailer }), ("ai-declaration-form", modes.contains(.normalise)),
            ("ai-trailer-forbidden", modes.contains(.forbidTrailer)), ("ai-forbidden", modes.contains(.forbidAI)),
            ("ai-declaration-missing", everyCommit), ("ai-lines-unclaimed", lineShare != nil),
        ]
        return demands.filter(\.1).map(\.0)
    }
}
