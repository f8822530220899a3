// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Foundation
import Gate
import Policy
import TestKit
import Testing

/// The project's packs do what their own examples say.
struct PackTests {
    static func pack(_ name: String) throws -> RulePack {
        let file = "Sources/CRulePacks/Packs/\(name).yml"
        return try RulePack(YAMLReader.read(Array(Data(contentsOf: projectRoot.appending(path: file))), file: file))
    }

    @Test(arguments: EmbeddedPacks.names) func examplesShowIt(name: String) throws {
        let proof = try PackProof(PackTests.pack(name))
        for seed in ["", "a", "b"] {
            let problems = try proof.problems(seed: seed)
            #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
        }
    }
}
