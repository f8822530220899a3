// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CCatalogue
package import Gate

/// The AI tools that are known, and by what their traces are recognised. Read once, shared by all threads.
package final class ToolCatalogue: Sendable {
    package typealias Confidence = AIEvidence.Confidence

    /// What an entry is.
    package enum Class: UInt8, Sendable {
        case codingAgent, assistant, aiReview, model, sessionRecorder
        /// No tool: what several tools and people write.
        case generic
    }

    /// What a tool did, by the trace that it left. Strongest first.
    package enum Role: UInt8, Sendable {
        case author, assist, suggestion, review

        /// As in the catalogue and in reports.
        package var word: String {
            switch self {
            case .author: "author"
            case .assist: "assist"
            case .suggestion: "ai-suggestion"
            case .review: "ai-review"
            }
        }
    }

    /// One AI tool.
    package struct Tool: Sendable {
        package let id: String
        package let name: String
        package let vendor: String
        /// To name it by as co-author; nil where none is sure.
        package let address: String?
        package let kind: Class
        package let confidence: Confidence
        /// Commits with the tool itself as author.
        package let authorIsAgent: Bool

        /// The name without what stands in brackets.
        package var shortName: String { String(name.prefix { $0 != "(" }.trimmingBlanks) }
    }

    /// An expression, and a text in lower case that each of its matches contains.
    struct Expression: Sendable {
        /// Number of the expression among all different ones.
        let number: Int
        let literal: [UInt8]
    }

    struct TrailerPattern: Sendable {
        let tool: Int
        let key: String
        let value: Expression
        let confidence: Confidence
        let role: Role
    }

    struct IdentityPattern: Sendable {
        let tool: Int
        let name: Expression?
        /// Nil: the name alone decides (Aider's suffix to the name of a person).
        let email: Expression?
        let confidence: Confidence
        let role: Role
    }

    struct Marker: Sendable {
        enum Place: UInt8, Sendable {
            case body, subject, pullRequestBody, pullRequestTitle
        }

        let tool: Int
        let expression: Expression
        let confidence: Confidence
        let place: Place
    }

    struct Branch: Sendable {
        let tool: Int
        /// In lower case.
        let prefix: String
    }

    /// A trailer that proves nothing on some days.
    struct Window: Sendable {
        /// In lower case.
        let key: String
        let value: Expression
        let reason: String
        /// Where that was found out.
        let source: String
        /// Of the committer's claim, both included.
        let days: ClosedRange<Day>
    }

    /// The catalogue that the program carries.
    package static let embedded = ToolCatalogue(
        bytes: Array(UnsafeBufferPointer(start: aigate_catalogue_bytes(), count: aigate_catalogue_size)))

    /// The compiled catalogue, for its digest.
    package let bytes: [UInt8]
    /// In the order of the source; the last stands for agents that a policy lists.
    package let tools: [Tool]
    /// Index in `tools`.
    let listedAgent: Int
    let trailers: [TrailerPattern]
    let identities: [IdentityPattern]
    let markers: [Marker]
    let branches: [Branch]
    let windows: [Window]
    let expressions: [String]
    /// By key in lower case, indices in `trailers`.
    let trailersByKey: [String: [Int]]

    /// Reads what generate.py wrote; its file says the layout.
    private init(bytes: [UInt8]) {
        var reader = CatalogueReader(bytes)
        let counts = reader.header()
        let known = (0..<counts[0]).map { _ in
            Tool(
                id: reader.text(), name: reader.text(), vendor: reader.text(), address: reader.optionalText(),
                kind: reader.value(), confidence: reader.confidence(), authorIsAgent: reader.byte() == 1)
        }
        listedAgent = known.count
        tools =
            known + [
                Tool(
                    id: AITool.listedAgent, name: "listed agent", vendor: "", address: nil, kind: .codingAgent,
                    confidence: .high, authorIsAgent: true)
            ]
        trailers = (0..<counts[1]).map { _ in
            TrailerPattern(
                tool: reader.number(), key: reader.text(), value: reader.expression(),
                confidence: reader.confidence(), role: reader.value())
        }
        identities = (0..<counts[2]).map { _ in
            IdentityPattern(
                tool: reader.number(), name: reader.optionalExpression(), email: reader.optionalExpression(),
                confidence: reader.confidence(), role: reader.value())
        }
        markers = (0..<counts[3]).map { _ in
            Marker(
                tool: reader.number(), expression: reader.expression(), confidence: reader.confidence(),
                place: reader.value())
        }
        branches = (0..<counts[4]).map { _ in Branch(tool: reader.number(), prefix: reader.text()) }
        windows = (0..<counts[5]).map { _ in
            Window(
                key: reader.text(), value: reader.expression(), reason: reader.text(), source: reader.text(),
                days: reader.day()...reader.day())
        }
        expressions = reader.expressions
        trailersByKey = Dictionary(grouping: trailers.indices) { [trailers] in trailers[$0].key }
        self.bytes = bytes
    }
}
