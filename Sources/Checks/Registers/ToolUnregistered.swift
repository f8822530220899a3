// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI tool that took part in a commit and that the register does not have.
struct ToolUnregistered: CommitCheck {
    static let about = About(
        id: "tool-unregistered",
        title: "AI tool that is not in the register",
        why: """
            An auditor's first question is which AI tools are in use; whatever is used and not registered (shadow AI) \
            has no owner, no contract and no assessment, and nobody decided what it may see. Whoever keeps a register \
            says that it is complete, so a tool that is missing in it blocks.
            """,
        fix: """
            Have it requested and approved: aigate tools request ID writes the entry for tools.yml. Where the trace is \
            wrong, correct the declaration.
            """,
        level: .block,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "nobody registered it", message: "Add retry\n\nAssisted-by: Cursor:gpt-5 1️⃣\n",
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
            Example(
                "a tool that nobody knows", message: "Add retry\n\nAssisted-by: Frobnicator:llama-3 1️⃣\n",
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
        ],
        clean: [
            Example(
                "it is registered", message: "Add retry\n\nAssisted-by: Claude:claude-sonnet-4-5\n",
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
            Example("no sign of AI", registers: [ToolExamples.register()], committedOn: "2026-05-03"),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tools

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        ToolUse.all(in: change).filter { $0.entry == nil }.map { use in
            Finding(
                at: use.place, .unregistered(use), excerpt: use.excerpt("unregistered"),
                fix: use.tool.id == AITool.unknown ? .nameTool : .request(use.tool.id))
        }
    }
}

extension Message {
    fileprivate static func unregistered(_ use: ToolUse) -> Message {
        if use.tool.id == AITool.unknown {
            return "a tool that neither the catalogue nor the register knows took part (\(.evidence(use.evidence)))"
        }
        return """
            \(use.tool.name) took part (\(.evidence(use.evidence))), and the register of AI tools has no \
            '\(use.tool.id)'
            """
    }

    fileprivate static func request(_ id: String) -> Message {
        """
        'aigate tools request \(id)' writes the entry for tools.yml (tools: {\(id): {..., status: requested}}); a \
        listed approver approves it there
        """
    }

    fileprivate static let nameTool: Message = """
        name the tool by its id or name in the register, or request it: 'aigate tools request NAME' writes the entry
        """
}
