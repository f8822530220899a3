// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The AI tools that an organisation knows, `tools.yml`: who owns each, what it may see, and what was decided on it when.
package struct ToolRegister: Sendable {
    /// In the file's order.
    package let tools: [RegisteredTool]
    private let byID: [String: Int]

    package init(_ tools: [RegisteredTool]) {
        self.tools = tools
        byID = Dictionary(tools.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    package func tool(_ id: String) -> RegisteredTool? { byID[id].map { tools[$0] } }
}

/// Where a tool runs.
package enum Deployment: String, Sendable, CaseIterable {
    /// With a provider outside the organisation.
    case external
    /// On the organisation's own machines.
    case selfHosted = "self-hosted"
}

/// One AI tool with all that was decided on it.
package struct RegisteredTool: Sendable {
    /// In the catalogue, or the organisation's own.
    package let id: String
    package var deployment = Deployment.external
    /// Ids of the data classes that it may see; nil: those that the matrix permits.
    package var dataClasses: [String]?
    /// Cells of the matrix that this tool has differently, by data class.
    package var matrix: [String: Permission] = [:]
    /// The record of the controls under which it may see classes that ask for them.
    package var controls: String?
    /// The record of the legal basis for classes that ask for one.
    package var legalBasis: String?
    package let place: RegisterPlace

    package init(id: String, place: RegisterPlace) {
        self.id = id
        self.place = place
    }
}
