// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Holds the claims of a note against what its commit added.
struct ClaimedLines {
    private let log: AuthorshipLog
    /// By the note's keys: index in `claimants`.
    private let claimantOfKey: [Int32]
    private let claimants: [LineClaims.Claimant]

    /// `tool`: the catalogue's id for a tool as notes name it.
    init(_ log: AuthorshipLog, tool: (String?) -> String) {
        self.log = log
        var claimants: [LineClaims.Claimant] = []
        var indices: [LineClaims.Claimant: Int32] = [:]
        claimantOfKey = log.keys.map { key in
            let claimant: LineClaims.Claimant =
                switch log.metadata.author(of: key) {
                case .human: .human
                case .agent(let agent): .ai(tool: tool(agent.tool), model: ClaimedLines.shown(agent.model))
                }
            if let known = indices[claimant] { return known }
            indices[claimant] = Int32(claimants.count)
            claimants.append(claimant)
            return Int32(claimants.count - 1)
        }
        self.claimants = claimants
    }

    /// A model as reports may name it; what says nothing or is no plain name is none.
    static func shown(_ model: String?) -> String? {
        guard let model, model != "unknown" else { return nil }
        return ModelName.noted(model)
    }

    /// `files`: what the commit did; of a merge, the lines that are in none of its parents.
    func lines(in files: [ChangedFile]) -> LineClaims {
        var claimed = 0
        var added: [Path: [ClosedRange<UInt32>]] = [:]
        for file in files {
            if case .text(let change) = file.content, log.files[file.path] != nil {
                added[file.path] = ClaimedLines.added(change)
            }
        }
        var found: [LineClaims.File] = []
        for (path, claims) in log.files.sorted(by: { $0.key < $1.key }) {
            let resolved = ResolvedClaims(
                claims.map { .init(lines: $0.first...$0.last, claimant: claimantOfKey[Int($0.key)]) })
            claimed += resolved.count
            let runs = resolved.within(added[path] ?? []).map {
                LineClaims.Run(first: $0.lines.lowerBound, last: $0.lines.upperBound, claimant: $0.claimant)
            }
            if !runs.isEmpty { found.append(file(path, runs)) }
        }
        return LineClaims(
            claimed: claimed, added: files.reduce(0) { $0 + $1.addedLines }, claimants: claimants, files: found)
    }

    private func file(_ path: Path, _ runs: [LineClaims.Run]) -> LineClaims.File {
        let human = runs.reduce(0) { $0 + (claimants[Int($1.claimant)] == .human ? $1.count : 0) }
        return LineClaims.File(
            path: path, runs: runs, aiLines: runs.reduce(-human) { $0 + $1.count }, humanLines: human)
    }

    private static func added(_ change: TextChange) -> [ClosedRange<UInt32>] {
        change.hunks.compactMap { hunk in
            guard hunk.newCount > 0, let first = UInt32(exactly: hunk.newStart),
                let last = UInt32(exactly: hunk.newStart + hunk.newCount - 1)
            else { return nil }
            return first...last
        }
    }
}
