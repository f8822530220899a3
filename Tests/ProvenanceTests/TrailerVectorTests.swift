// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Provenance
import TestKit
import Testing

/// A message, what git and libgit2 make of it, and what aigate should.
struct TrailerVector: Decodable, CustomTestStringConvertible, Sendable {
    let name: String
    let message: String
    let strict: [[String]]
    let lenient: [[String]]

    enum CodingKeys: String, CodingKey {
        case name, message
        case strict = "aigate_strict"
        case lenient = "aigate_lenient_extra"
    }

    var testDescription: String { name }

    static func all() throws -> [TrailerVector] {
        let file = projectRoot.appending(path: "Fixtures/Trailers/vectors.json")
        return try JSONDecoder().decode([TrailerVector].self, from: Data(contentsOf: file))
    }
}

struct TrailerVectorTests {
    @Test func thereAre32() throws {
        #expect(try TrailerVector.all().count == 32)
    }

    @Test(arguments: try TrailerVector.all())
    func givesWhatIsRecommended(_ vector: TrailerVector) {
        let trailers = TrailerParser(catalogue: .embedded).trailers(in: CommitMessage(vector.message))
        let strict = trailers.filter { $0.block == .strict }
        let lenient = trailers.filter { $0.block == .lenient }
        #expect(strict.map { [$0.key, $0.value] } == vector.strict)
        #expect(lenient.map { [$0.key, $0.value] } == vector.lenient)
        #expect(trailers.map(\.line) == trailers.map(\.line).sorted())
    }
}
