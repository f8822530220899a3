// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Patterns
import TestKit
import Testing

/// The expressions of the tool catalogue: the reader of the catalogue relies on it that all of them compile.
struct CatalogueExpressionTests {
    private struct Entry: Decodable {
        struct Trailer: Decodable {
            let valuePattern: String
        }
        struct Identity: Decodable {
            let namePattern: String?
            let emailPattern: String?
        }
        struct Marker: Decodable {
            let pattern: String
        }

        let id: String
        let trailers: [Trailer]
        let identities: [Identity]
        let bodyMarkers: [Marker]
    }

    @Test func everyExpressionCompiles() throws {
        let file = projectRoot.appending(path: "Sources/CCatalogue/ai-tools.json")
        for entry in try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file)) {
            let expressions =
                entry.trailers.map(\.valuePattern) + entry.bodyMarkers.map(\.pattern)
                + entry.identities.flatMap { [$0.namePattern, $0.emailPattern].compactMap(\.self) }
            #expect(!expressions.contains(""), "\(entry.id): an empty expression matches everybody")
            for expression in expressions {
                #expect(throws: Never.self, "\(entry.id): \(expression)") { try Pattern(expression, .caseless) }
            }
        }
    }
}
