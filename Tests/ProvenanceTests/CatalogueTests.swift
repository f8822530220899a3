// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Provenance
import TestKit
import Testing

/// An entry of ai-tools.json.
private struct Entry: Decodable {
    struct Identity: Decodable {
        let literal: String?
        let confidence: String
    }

    let id: String
    let name: String
    let vendor: String
    let confidence: String
    let authorIsAgent: Bool
    let identities: [Identity]

    static func all() throws -> [Entry] {
        let file = projectRoot.appending(path: "Sources/CCatalogue/ai-tools.json")
        return try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    }
}

struct CatalogueTests {
    @Test func catalogueIsNotStale() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", projectRoot.appending(path: "Sources/CCatalogue/generate.py").path, "--check",
        ]
        try process.run()
        process.waitUntilExit()
        #expect(
            process.terminationStatus == 0,
            "run python3 Sources/CCatalogue/generate.py (without python3: apt-get install python3)")
    }

    @Test func theToolsAreThoseOfTheSource() throws {
        let entries = try Entry.all()
        #expect(ToolCatalogue.embedded.tools.last?.id == AITool.listedAgent)
        let tools = ToolCatalogue.embedded.tools.dropLast()
        #expect(tools.map(\.id) == entries.map(\.id))
        #expect(tools.map(\.name) == entries.map(\.name))
        #expect(tools.map(\.vendor) == entries.map(\.vendor))
        #expect(tools.map(\.confidence.rawValue) == entries.map(\.confidence))
        #expect(tools.map(\.authorIsAgent) == entries.map(\.authorIsAgent))
        #expect(tools.first?.shortName == "Claude Code")
    }

    /// The addresses to name a tool by are addresses that the catalogue knows it by.
    @Test func anAddressNamesItsTool() throws {
        var named = 0
        for tool in ToolCatalogue.embedded.tools {
            guard let address = tool.address else { continue }
            let ai = try Sample.read(trailers: "Co-authored-by: \(tool.shortName) <\(address)>").ai
            #expect(ai.tools.map(\.id) == [tool.id], "\(address)")
            named += 1
        }
        #expect(named > 25)
    }

    @Test func theCatalogueFindsItsOwnExamples() throws {
        for entry in try Entry.all() {
            for identity in entry.identities where identity.confidence != "low" {
                guard let literal = identity.literal else { continue }
                let author = try #require(IdentityParser.read(literal).only, "\(literal)")
                let ai = try Sample.read("Add a thing\n", author: author).ai
                #expect(ai.state == .declared, "\(literal)")
                #expect(ai.tools.map(\.id).contains(entry.id), "\(literal)")
            }
        }
    }
}
