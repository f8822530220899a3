// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension Message {
    /// How to declare a tool in the policy's form; nil: a tool that is not known.
    static func declare(_ tool: AITool?, in change: CommitChange) -> Message {
        let known = tool.flatMap { $0.id == AITool.unknown || $0.id == AITool.listedAgent ? nil : $0 }
        let form = change.aiPolicy.form
        let model = tool?.models.first
        let trailer = form.declaration(tool: known?.name, model: model)
        let amend = Message.add(
            trailer, of: known?.id ?? "TOOL", model: model.flatMap(form.plainModel) ?? "MODEL", to: change.commit)
        return "\(amend)\(.replacing(placeholdersIn: trailer))"
    }

    /// How to say that no AI was used.
    static func declareNone(in change: CommitChange) -> Message {
        .add(DeclarationForm.withoutAI, of: "none", model: nil, to: change.commit)
    }

    /// How to add a trailer that is made of plain words; `tool` and `model`: as `aigate trailer` takes them.
    private static func add(_ trailer: String, of tool: String, model: String?, to commit: Commit) -> Message {
        guard !commit.id.isZero else { return "add to the end of the message: \(trailer)" }
        let head: Message = "\(Message(stringLiteral: AmendCommand.adding)) '\(trailer)'"
        if commit.isMerge { return head }
        let option: Message = model.map { " --model \"\($0)\"" } ?? ""
        return "\(head) (an older commit: 'aigate trailer \(tool) \(commit.id)\(option) --amend-hint' prints how)"
    }

    private static func replacing(placeholdersIn trailer: String) -> Message {
        let left = DeclarationForm.placeholders(in: trailer)
        guard !left.isEmpty else { return "" }
        return "; write what was used for \(left.joined(separator: " and ")) ('aigate trailer' lists tools)"
    }
}

extension Finding.Place {
    /// A line of the message; of a commit as a whole its first.
    static func message(_ line: Int?) -> Finding.Place { Finding.Place(line: line ?? 1) }
}
