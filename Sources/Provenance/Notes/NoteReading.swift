// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// What a note says of one commit.
struct NoteReading {
    /// What the catalogue calls a tool of a note, and the models that are claimed of it.
    struct Agent: Hashable {
        /// Id in the catalogue, or `unknown`.
        let tool: String
        let model: String?
    }

    /// Nil where there is no note that could be read.
    private(set) var lines: LineClaims?
    /// What became of the note; nil where there is none.
    private(set) var source: ClaimSource?
    /// Agents with a claim on an added line, by tool and model.
    private(set) var agents: [Agent] = []
    /// Agents whose sessions the note records without such a claim: no evidence that the change is theirs.
    private(set) var bystanders: [Agent] = []

    /// `tool`: the catalogue's id for a tool as notes name it.
    init(_ note: CommitNote, _ files: [ChangedFile], tool: (String?) -> String) {
        switch note {
        case .absent: return
        case .tooLarge(let bytes): source = ClaimSource(.gitAINotes, .tooLarge, reason: "the note has \(bytes) bytes")
        case .unreadable(let reason): source = ClaimSource(.gitAINotes, .unparsable, reason: reason)
        case .found(let bytes):
            do throws(NoteProblem) {
                read(try AuthorshipLog(bytes), files, tool)
            } catch {
                let state: ClaimSource.State = error.kind == .tooLarge ? .tooLarge : .unparsable
                source = ClaimSource(.gitAINotes, state, reason: error.reason)
            }
        }
    }

    private mutating func read(_ log: AuthorshipLog, _ files: [ChangedFile], _ tool: (String?) -> String) {
        let found = ClaimedLines(log, tool: tool).lines(in: files)
        lines = found
        source = ClaimSource(.gitAINotes, .read)
        let covering = Set(found.files.flatMap { $0.runs.map(\.claimant) })
        func agents(_ isCovering: Bool) -> Set<Agent> {
            Set(
                found.claimants.enumerated().compactMap { index, claimant in
                    guard case .ai(let tool, let model) = claimant, covering.contains(Int32(index)) == isCovering else {
                        return nil
                    }
                    return Agent(tool: tool, model: model)
                })
        }
        let active = agents(true)
        let recorded = Set(
            log.metadata.allAgents.map { Agent(tool: tool($0.tool), model: ClaimedLines.shown($0.model)) })
        self.agents = NoteReading.sorted(active)
        bystanders = NoteReading.sorted(agents(false).union(recorded).subtracting(active))
    }

    private static func sorted(_ agents: Set<Agent>) -> [Agent] {
        agents.sorted { ($0.tool, $0.model ?? "") < ($1.tool, $1.model ?? "") }
    }
}
