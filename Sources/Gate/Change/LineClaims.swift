// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a commit's note claims about single lines, held against the lines that the commit added. Claims are about
/// sessions, not commits: of those that were measured, most name lines that the commit did not add.
package struct LineClaims: Sendable {
    /// Who is said to have written a line.
    package enum Claimant: Hashable, Sendable {
        /// `tool`: id in the catalogue, or `unknown`; `model`: as claimed.
        case ai(tool: String, model: String?)
        /// Says so himself: no review.
        case human
    }

    /// Neighbouring lines of one claimant, numbered from 1 in the file after the change; both ends belong to it.
    package struct Run: Hashable, Sendable {
        package let first: UInt32
        package let last: UInt32
        /// Index in `claimants`.
        package let claimant: Int32

        package init(first: UInt32, last: UInt32, claimant: Int32) {
            self.first = first
            self.last = last
            self.claimant = claimant
        }

        package var count: Int { Int(last) - Int(first) + 1 }
    }

    /// A file of the commit with at least one claimed line among those added.
    package struct File: Sendable {
        package let path: Path
        /// Ascending, without overlap: lines that are claimed and were added.
        package let runs: [Run]
        package let aiLines: Int
        package let humanLines: Int

        package init(path: Path, runs: [Run], aiLines: Int, humanLines: Int) {
            self.path = path
            self.runs = runs
            self.aiLines = aiLines
            self.humanLines = humanLines
        }
    }

    /// Lines that the note names, each once, whether by AI or by a person.
    package let claimed: Int
    /// Added lines, claimed or not.
    package let added: Int
    package let claimants: [Claimant]
    /// By path.
    package let files: [File]

    package init(claimed: Int, added: Int, claimants: [Claimant], files: [File]) {
        self.claimed = claimed
        self.added = added
        self.claimants = claimants
        self.files = files
    }

    package var aiLines: Int { files.reduce(0) { $0 + $1.aiLines } }
    package var humanLines: Int { files.reduce(0) { $0 + $1.humanLines } }
    /// Claimed and added.
    package var covered: Int { aiLines + humanLines }
    /// Added, and no claim names them: nothing is known of who wrote them.
    package var untracked: Int { added - covered }
    /// Claimed, but not added by this commit.
    package var stale: Int { claimed - covered }

    /// Who is said to have written an added line; nil where nobody says anything.
    package func claimant(of line: Int, in path: Path) -> Claimant? {
        let file = LineClaims.last(in: files) { $0.path < path || $0.path == path }
        guard let file, file.path == path, let run = LineClaims.last(in: file.runs, where: { $0.first <= line }) else {
            return nil
        }
        return line <= run.last ? claimants[Int(run.claimant)] : nil
    }

    /// The last element for which something holds that holds for all before it.
    private static func last<Element>(in sorted: [Element], where holds: (Element) -> Bool) -> Element? {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? sorted[low - 1] : nil
    }
}

/// What is known of one added line.
package enum LineStatus: String, Sendable, CaseIterable {
    /// A claim names an AI tool.
    case ai
    /// Only the commit as a whole is known to be AI's.
    case aiCommitLevel = "ai-commit-level"
    /// A claim names a person: declared, not proven.
    case declaredHuman = "declared-human"
    /// Nothing is known; that is not "a person".
    case unattributed
}

extension AIStatus {
    /// The status of a line that the commit added, by the claim on it. A note takes nothing away from what the commit
    /// itself says: where message or people show AI, lines without a claim stay AI's.
    package func status(of claimant: LineClaims.Claimant?) -> LineStatus {
        switch claimant {
        case .ai: .ai
        case .human: .declaredHuman
        case nil: evidence.contains { $0.source != .note } ? .aiCommitLevel : .unattributed
        }
    }
}
