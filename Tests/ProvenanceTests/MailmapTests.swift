// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Provenance
import TestKit
import Testing

/// A mailmap means what git says it means.
struct MailmapTests {
    static let text = """
        # A comment
        Ann Lee <ann@example.org>
        Bo Ray <bo@example.org> <bo@home.example>
        <cy@example.org> <cy@home.example>
        Dee Moe <dee@example.org> Dee <shared@example.org>
        Eve Fox <eve@example.org> E. Fox <SHARED@example.org>
          Fay Gun   <fay@example.org>\t<fay@home.example>  # trailing
        <> <nobody@example.org>
        Gus Hay <gus@example.org> <>
        no address
        Ida <ida@example.org
        Jim < jim@example.org >
        Kay Low <kay@example.org><kay@home.example>
        Bo Second <bo@home.example>
        # Name <commented@example.org> <ann@example.org>
         # Not a comment <odd@example.org> <odd@home.example>
        <lee@example.org> Lee <shared@example.org>
        Mac <mac@one.example> <mac@two.example> <mac@three.example>
        Nål Öst <nal@example.org> N\u{E5}l <nal@home.example>
        """

    static let people = [
        "Ann <ANN@example.org>", "Bo <bo@home.example>", "Bo <BO@HOME.example>", "Cy <cy@home.example>",
        "Dee <shared@example.org>", "dee <shared@example.org>", "E. FOX <shared@example.org>",
        "Lee <shared@example.org>", "Other <shared@example.org>", "F <fay@home.example>", "N <nobody@example.org>",
        "Gus <>", "Ida <ida@example.org>", "Jim <jim@example.org>", "Jim < jim@example.org >", "K <kay@home.example>",
        "A <commented@example.org>", "O <odd@home.example>", "M <mac@one.example>", "M <mac@two.example>",
        "M <mac@three.example>", "Nål <nal@home.example>", "X <x@example.org>", "Lee <lee@example.org>",
    ]

    private func parts(_ line: String) -> Identity {
        let open = line.firstIndex(of: "<") ?? line.endIndex
        let name = line[..<open].trimmingCharacters(in: .whitespaces)
        return Identity(name: name, email: String(line[open...].dropFirst().dropLast()))
    }

    /// What `git check-mailmap` prints for each person.
    private func git(_ mailmap: [UInt8], _ people: [String]) throws -> [String] {
        let sample = try SampleRepository("small")
        try Data(mailmap).write(to: sample.folder.appending(path: ".mailmap"))
        return try sample.git(["check-mailmap", "--stdin"], input: Data((people.joined(separator: "\n") + "\n").utf8))
            .split(separator: "\n").map(String.init)
    }

    private func ours(_ mailmap: [UInt8], _ people: [String]) -> [String] {
        let mailmap = Mailmap(mailmap)
        return people.map { person in
            let identity = mailmap.identity(parts(person))
            return "\(identity.name)\(identity.name.isEmpty ? "" : " ")<\(identity.email)>"
        }
    }

    @Test func agreesWithGit() throws {
        let bytes = Array(Self.text.utf8)
        #expect(try ours(bytes, Self.people) == git(bytes, Self.people))
    }

    /// 3,000 mailmaps bent out of shape, held against git 60 at a time: one line each, told apart by their addresses.
    @Test func agreesWithGitOnDamagedLines() throws {
        var random = SeededRandom(seed: 0x3A11)
        let parts = ["<", ">", " ", "\t", "#", "Bo Ray", "bo@example.org", "", "é", "<>", "> <", "\r", "Bo <", "@"]
        let lines = Self.text.split(separator: "\n").map(String.init)
        var cases = 0
        for _ in 0..<50 {
            var mailmap = ""
            var people: [String] = []
            for index in 0..<60 {
                var line = Array(lines[Int.random(in: 0..<lines.count, using: &random)])
                for _ in 0...Int.random(in: 0...3, using: &random) {
                    let place = Int.random(in: 0...line.count, using: &random)
                    if Bool.random(using: &random), place < line.count {
                        line.remove(at: place)
                    } else {
                        line.insert(contentsOf: parts[Int.random(in: 0..<parts.count, using: &random)], at: place)
                    }
                }
                // Of its own, so that lines do not replace one another.
                let own = String(line).replacingOccurrences(of: "example", with: "e\(index)x")
                mailmap += own + "\n"
                people += Self.people.prefix(12).map { $0.replacingOccurrences(of: "example", with: "e\(index)x") }
                cases += 1
            }
            let bytes = Array(mailmap.utf8)
            #expect(try ours(bytes, people) == git(bytes, people), "\(mailmap)")
        }
        #expect(cases == 3_000)
    }

    @Test func anyBytesAreRead() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<500 {
            let bytes = (0..<200).map { _ in
                Bool.random(using: &random)
                    ? Array("<>\n# aB@".utf8).randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
            }
            _ = Mailmap(bytes).identity(Identity(name: "a", email: "B"))
        }
    }
}
