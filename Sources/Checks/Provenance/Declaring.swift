// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension Message {
    /// How to declare a tool in the policy's form; nil: a tool that is not known.
    static func declare(_ tool: AITool?, in change: CommitChange) -> Message {
        let name = tool.flatMap { $0.id == AITool.unknown || $0.id == AITool.listedAgent ? nil : $0.name }
        let trailer = change.aiPolicy.form.declaration(tool: name, model: tool?.models.first)
        return "\(.add(trailer, to: change.commit))\(.replacing(placeholdersIn: trailer))"
    }

    /// How to add a trailer that is made of plain words.
    static func add(_ trailer: String, to commit: Commit) -> Message {
        guard !commit.id.isZero else { return "add to the end of the message: \(trailer)" }
        return "git commit --amend --no-edit --trailer '\(trailer)' (an older commit: git rebase -i \(commit.id)^, then reword)"
    }

    private static func replacing(placeholdersIn trailer: String) -> Message {
        let words = trailer.split { " :()<>".contains($0) }.map(String.init)
        let left = words.filter { DeclarationForm.placeholders.contains($0) }
        guard !left.isEmpty else { return "" }
        return "; write what was used for \(left.joined(separator: " and ")) ('aigate trailer' lists tools)"
    }
}

extension Finding.Place {
    /// A line of the message; of a commit as a whole its first.
    static func message(_ line: Int?) -> Finding.Place { Finding.Place(line: line ?? 1) }
}
