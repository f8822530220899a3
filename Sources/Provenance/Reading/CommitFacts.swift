// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Collects the traces of AI in one commit and settles its status.
struct CommitFacts {
    /// Models of one tool that notes add at most: a note may invent thousands.
    private static let modelLimit = 20

    private let catalogue: ToolCatalogue
    private var declared: [AIEvidence] = []
    private var detected: [AIEvidence] = []
    /// Counts as detected, for anybody can write a date into a commit; no declaration is asked for it.
    private var doubted: [AIEvidence] = []
    private var hints: [AIEvidence] = []
    private var models: [String: Set<String>] = [:]
    private var isDeclaredWithout = false

    init(_ catalogue: ToolCatalogue) {
        self.catalogue = catalogue
    }

    private func id(_ tool: Int?) -> String { tool.map { catalogue.tools[$0].id } ?? AITool.unknown }

    mutating func add(_ facts: TrailerFacts, of trailer: Trailer) {
        for match in facts.matches {
            let evidence = AIEvidence(
                source: .trailer, tool: id(match.tool), role: match.role.word, confidence: match.confidence,
                key: trailer.key, line: trailer.line, doubt: facts.doubt)
            if match.isHint || facts.doubt != nil {
                hints.append(evidence)
                if !match.isHint { doubted.append(evidence) }
            } else if facts.isDeclaration {
                declared.append(evidence)
            } else {
                detected.append(evidence)
            }
        }
        for model in facts.models { models[id(model.tool), default: []].insert(model.name) }
        if facts.kind == .negative { isDeclaredWithout = true }
    }

    mutating func add(author matches: [Match]) {
        for match in matches {
            let evidence = evidence(.author, match)
            if match.isHint { hints.append(evidence) } else { declared.append(evidence) }
        }
    }

    mutating func add(committer matches: [Match]) {
        for match in matches {
            let evidence = evidence(.committer, match)
            if match.isHint { hints.append(evidence) } else { detected.append(evidence) }
        }
    }

    mutating func add(_ marker: ToolCatalogue.Marker, line: Int) {
        let evidence = AIEvidence(
            source: .body, tool: id(marker.tool), role: ToolCatalogue.Role.assist.word, confidence: marker.confidence,
            line: line)
        // A title that begins with a tool's name may be about the tool.
        if marker.confidence == .low || marker.place == .subject {
            hints.append(evidence)
        } else {
            detected.append(evidence)
        }
    }

    mutating func add(branch matches: [Match]) {
        hints += matches.map { evidence(.branch, $0) }
    }

    /// Who is said to have written added lines took part; who merely had a session that the note records is worth a
    /// hint: many notes hang on merges and on commits of other people.
    mutating func add(_ note: NoteReading) {
        for agent in note.agents {
            let isKnown = agent.tool != AITool.unknown
            CommitFacts.add(agent, isKnown ? .high : .medium, to: &detected)
            if let model = agent.model, models[agent.tool, default: []].count < CommitFacts.modelLimit {
                models[agent.tool, default: []].insert(model)
            }
        }
        for agent in note.bystanders { CommitFacts.add(agent, .low, to: &hints) }
    }

    /// One entry a tool, however many models it ran.
    private static func add(
        _ agent: NoteReading.Agent, _ confidence: AIEvidence.Confidence, to list: inout [AIEvidence]
    ) {
        let evidence = AIEvidence(
            source: .note, tool: agent.tool, role: ToolCatalogue.Role.assist.word, confidence: confidence)
        if !list.contains(evidence) { list.append(evidence) }
    }

    private func evidence(_ source: AIEvidence.Source, _ match: Match) -> AIEvidence {
        AIEvidence(source: source, tool: id(match.tool), role: match.role.word, confidence: match.confidence)
    }

    var status: AIStatus {
        let evidence = CommitFacts.sorted(declared + detected + doubted)
        return AIStatus(
            state: state, tools: tools(evidence), evidence: evidence, hints: CommitFacts.sorted(hints),
            undeclared: undeclared)
    }

    private var undeclared: [String] {
        let named = Set(declared.map(\.tool))
        // A declaration that names no tool may mean any, and a trace that names none may be of any that is declared.
        if named.contains(AITool.unknown) { return [] }
        return Set(detected.map(\.tool)).subtracting(named.isEmpty ? [] : named.union([AITool.unknown])).sorted()
    }

    private var state: AIStatus.State {
        if !declared.isEmpty { return .declared }
        if !detected.isEmpty || !doubted.isEmpty { return .detected }
        return isDeclaredWithout ? .declaredWithout : .noEvidence
    }

    private func tools(_ evidence: [AIEvidence]) -> [AITool] {
        Set(evidence.map(\.tool)).sorted().map { id in
            let name = catalogue.tools.first { $0.id == id }?.shortName ?? "unknown tool"
            return AITool(id: id, name: name, models: (models[id] ?? []).sorted())
        }
    }

    /// By source, line and tool.
    private static func sorted(_ evidence: [AIEvidence]) -> [AIEvidence] {
        func rank(_ entry: AIEvidence) -> (Int, Int, String) {
            (AIEvidence.Source.allCases.firstIndex(of: entry.source) ?? 0, entry.line ?? 0, entry.tool)
        }
        return evidence.sorted { rank($0) < rank($1) }
    }
}
