// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI tool that took part in a commit, with what the register says of it.
struct ToolUse {
    let tool: AITool
    let entry: RegisteredTool?
    /// The first trace of it.
    let evidence: AIEvidence?

    /// Of an AI-marked commit, where a register is kept; in the order of the tools' ids.
    static func all(in change: CommitChange) -> [ToolUse] {
        guard let register = change.registers.tools, change.provenance.ai.isMarked else { return [] }
        let ai = change.provenance.ai
        return ai.tools.flatMap { tool in
            let evidence = ai.evidence.first { $0.tool == tool.id }
            let own = tool.id == AITool.unknown ? ownTools(in: change, register) : []
            guard own.isEmpty else {
                return own.map { ToolUse(tool: tool, entry: $0, evidence: evidence) }
            }
            return [ToolUse(tool: tool, entry: register.tool(tool.id), evidence: evidence)]
        }
    }

    /// Tools of the organisation's own that declarations name and the catalogue does not know. None, unless every such
    /// declaration names one: what is left is unknown.
    private static func ownTools(in change: CommitChange, _ register: ToolRegister)
        -> [RegisteredTool]
    {
        var found: [RegisteredTool] = []
        for declaration in change.provenance.declarations
        where declaration.tool == nil && declaration.kind.namesTool {
            let named = register.tools.filter { $0.isNamed(in: declaration.trailer.value) }
            if named.isEmpty { return [] }
            for tool in named where !found.contains(where: { $0.id == tool.id }) { found.append(tool) }
        }
        return found
    }

    /// As messages call it.
    var name: String { entry?.name ?? (tool.id == AITool.unknown ? entry?.id : nil) ?? tool.name }

    /// The line of the message that shows it.
    var place: Finding.Place { .message(evidence?.line) }

    /// Tells findings on several tools of one commit apart.
    func excerpt(_ what: String) -> Excerpt { Excerpt(line: "\(entry?.id ?? tool.id) \(what)") }
}

extension Declaration.Kind {
    fileprivate var namesTool: Bool { self == .structured || self == .freeText }
}

extension Message {
    /// `tools.yml line 7`
    static func at(_ place: RegisterPlace) -> Message { "\(place.file) line \(place.line)" }
}
