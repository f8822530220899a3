// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

@Suite struct CodeOwnersTests {
    private let owners = CodeOwners(
        Array(
            """
            # the whole tree
            *            @Acme/all
            /docs/       Bo@Example.org @annlee # who writes
            src/a\\ b.c   @sp
            !negated     @nobody
            /free/

            [Security][2] @acme/sec
            crypto/
            crypto/test/ @tester

            ^[Optional]
            *.md @words

            """.utf8))

    @Test(arguments: [
        ("a.c", ["@acme/all"]), ("docs/a.txt", ["@annlee", "bo@example.org"]), ("src/a b.c", ["@sp"]),
        ("free/x", []), ("crypto/k.c", ["@acme/all", "@acme/sec"]), ("crypto/test/k.c", ["@acme/all", "@tester"]),
        ("docs/a.md", ["@annlee", "@words", "bo@example.org"]),
    ]) func theLastMatchOfEachSectionCounts(path: String, expected: [String]) {
        #expect(owners.of(Path(path)) == expected)
    }

    @Test func theFirstPlaceCounts() throws {
        let tree = MemoryTree([
            Path("CODEOWNERS"): Array("* @second\n".utf8), Path(".github/CODEOWNERS"): Array("* @first\n".utf8),
        ])
        #expect(try CodeOwners(tree).of(Path("a")) == ["@first"])
        #expect(try CodeOwners(MemoryTree()).of(Path("a")).isEmpty)
    }
}
