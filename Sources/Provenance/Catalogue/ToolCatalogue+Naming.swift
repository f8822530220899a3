// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

extension ToolCatalogue {
    /// The tools that a person may name in a declaration, in the order of their ids.
    package var namable: [Tool] {
        tools.dropLast().filter { $0.kind == .codingAgent || $0.kind == .assistant || $0.kind == .aiReview }
            .sorted { $0.id < $1.id }
    }

    /// The tool with this id or, in any case, this name; nil: there is none to name in a declaration.
    package func tool(called name: String) -> Tool? {
        let id = name.lowercased()
        if let tool = namable.first(where: { $0.id == id }) { return tool }
        guard let index = ToolNames(self).tool(named: name[...]) else { return nil }
        return namable.first { $0.id == tools[index].id }
    }
}
