// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The AI tools that an organisation knows, `tools.yml`: who owns each, what it may see, and what was decided on it
/// when.
package struct ToolRegister: Sendable {
    /// In the file's order.
    package private(set) var tools: [RegisteredTool]
    private let byID: [String: Int]

    package init(_ tools: [RegisteredTool]) {
        self.tools = tools
        byID = Dictionary(tools.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    package func tool(_ id: String) -> RegisteredTool? { byID[id].map { tools[$0] } }

    /// What was decided on a tool, as of the day.
    package func state(of id: String, on day: Day) -> ToolState {
        tool(id)?.state(on: day) ?? ToolState(.unregistered)
    }

    /// The same register with what `change` makes of its events.
    package func mappingEvents(_ change: (_ tool: String, ToolEvent) -> ToolEvent) -> ToolRegister {
        var register = self
        for index in tools.indices {
            let id = tools[index].id
            register.tools[index].events = tools[index].events.map { change(id, $0) }
            register.tools[index].ownEvents = tools[index].ownEvents.map { change(id, $0) }
        }
        return register
    }
}

/// Where a tool runs.
package enum Deployment: String, Sendable, CaseIterable {
    /// With a provider outside the organisation.
    case external
    /// On the organisation's own machines.
    case selfHosted = "self-hosted"
}
