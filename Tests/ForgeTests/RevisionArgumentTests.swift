// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Testing

/// Ranges as people type them.
@Suite struct RevisionArgumentTests {
    static let ranges: [(String, RangeRequest)] = [
        ("A..B", .between(from: "A", to: "B")),
        ("A...B", .symmetric(from: "A", to: "B")),
        ("A..", .between(from: "A", to: "HEAD")),
        ("..B", .between(from: "HEAD", to: "B")),
        ("A...", .symmetric(from: "A", to: "HEAD")),
        ("...B", .symmetric(from: "HEAD", to: "B")),
        ("HEAD~3..HEAD^2", .between(from: "HEAD~3", to: "HEAD^2")),
        ("v1.0..v1.1.x", .between(from: "v1.0", to: "v1.1.x")),
        ("HEAD", .revision("HEAD", withAncestors: false)),
        ("HEAD^{/a..b c}", .revision("HEAD^{/a..b c}", withAncestors: false)),
        ("main@{2 days ago}..main", .between(from: "main@{2 days ago}", to: "main")),
        ("größe..HEAD", .between(from: "größe", to: "HEAD")),
    ]

    @Test(arguments: ranges) func reads(argument: String, request: RangeRequest) throws {
        #expect(try RevisionArgument.request(argument) == request)
    }

    @Test func readsARevisionWithWhatItReaches() throws {
        #expect(try RevisionArgument.request("HEAD", withAncestors: true) == .revision("HEAD", withAncestors: true))
        #expect(throws: ForgeError.self) { try RevisionArgument.request("A..B", withAncestors: true) }
    }

    static let mistakes = [
        "", "..", "...", "....", "A....B", "A..B..C", "A...B..C", "-x", "--all", "A..-x", "-x..A", "^A", "A..^B",
        "A\n..B", "A\u{1B}",
    ]

    @Test(arguments: mistakes) func refuses(argument: String) {
        do {
            let request = try RevisionArgument.request(argument)
            Issue.record("read as \(request)")
        } catch {
            #expect(error.kind == .usage)
            #expect(!error.description.unicodeScalars.contains(where: VisibleText.isHidden))
        }
    }
}
