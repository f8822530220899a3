// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Licences

private let id = "SPDX-License-" + "Identifier"
private let notice = "SPDX-FileCopyright" + "Text"

struct ReusePatternTests {
    @Test(
        arguments: [
            ("a.txt", "a.txt", true), ("a.txt", "b/a.txt", false), ("*.txt", "a.txt", true),
            ("*.txt", "b/a.txt", false), ("*", "", true),
            ("**", "a/b/c", true), ("**.txt", "a/b.txt", true), ("**/*.md", "a.md", true),
            ("**/*.md", "a/b/c.md", true),
            ("a/**", "a/b", true), ("a/**", "a", false), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxb/c", false), ("\\*.txt", "*.txt", true), ("\\*.txt", "a.txt", false),
            ("a\\\\b", "a\\b", true), ("\\a", "a", true),
            ("?", "a", false), ("***", "a/b", true), ("é*", "éa", true), ("*a", "baaa", true), ("a/*/b", "a//b", true),
        ] as [(String, String, Bool)])
    func readsTOML(_ pattern: String, _ path: String, _ matches: Bool) throws {
        #expect(try #require(ReusePattern(pattern, .toml)).matches(Array(path.utf8)) == matches)
    }

    @Test(
        arguments: [
            ("*", "a/b", true), ("a/*.c", "a/b/c.c", true), ("?.c", "a.c", true), ("?.c", "ab.c", false),
            ("\\?", "?", true),
        ] as [(String, String, Bool)])
    func readsDep5(_ pattern: String, _ path: String, _ matches: Bool) throws {
        #expect(try #require(ReusePattern(pattern, .dep5)).matches(Array(path.utf8)) == matches)
    }

    @Test func manyStarsTakeNoTime() throws {
        let pattern = try #require(ReusePattern(String(repeating: "*a", count: 64), .toml))
        #expect(!pattern.matches(Array(String(repeating: "a", count: 4000).utf8) + [0x62]))
        #expect(ReusePattern(String(repeating: "*a", count: 65), .toml) == nil)
        #expect(ReusePattern(String(repeating: "a", count: 4097), .toml) == nil)
    }
}

struct CoveredFileTests {
    @Test(arguments: [
        "a.c", "LICENSES.md", "src/license.rs", "LICENSEX", "subprojects/a.wrap", "x.spdx.txt", "REUSE.toml.in",
    ])
    func areCovered(_ path: String) { #expect(CoveredFile.isCovered(Path(path))) }

    @Test(arguments: [
        "LICENSES/MIT.txt", "LICENSE", "LICENCE.md", "COPYING-GPL", "a/LICENSE-MIT", "REUSE.toml", "a/REUSE.toml",
        ".reuse/dep5",
        "a.png.license", "sbom.spdx", "sbom.spdx.json", "subprojects/zlib/a.c", "",
    ])
    func areNot(_ path: String) { #expect(!CoveredFile.isCovered(Path(path))) }
}

struct ReuseProjectTests {
    private func table(_ path: String, _ precedence: String?, _ licence: String?, _ holder: String?) -> String {
        "[[annotations]]\npath = \"\(path)\"\n" + (precedence.map { "precedence = \"\($0)\"\n" } ?? "")
            + (licence.map { "\(id) = \"\($0)\"\n" } ?? "") + (holder.map { "\(notice) = \"\($0)\"\n" } ?? "")
    }

    /// Licences and holders, as they are found.
    private func said(_ file: String, _ files: [String: String]) throws -> String {
        let tree = MemoryTree(Dictionary(uniqueKeysWithValues: files.map { (Path($0.key), Array($0.value.utf8)) }))
        let licensing = try ReuseProject(tree).licensing(of: Path(file), content: Array((files[file] ?? "").utf8))
        func list(_ statements: [Licensing.Statement]) -> String {
            statements.map { String(decoding: $0.value, as: UTF8.self) + "@" + $0.path.visible }.joined(separator: ",")
        }
        return list(licensing.licences) + " / " + list(licensing.notices)
    }

    @Test func aSidecarHidesTheFile() throws {
        let files = ["a.c": "// \(id): MIT\n// \(notice): Ann\n", "a.c.license": "\(id): ISC\n"]
        #expect(try said("a.c", files) == "ISC@a.c.license / ")
    }

    @Test func closestFillsEachGapByItself() throws {
        let files = [
            "d/a.c": "// \(id): MIT\n", "REUSE.toml": "version = 1\n" + table("**", nil, "ISC", "Root"),
            "d/REUSE.toml": "version = 1\n" + table("*.c", "closest", "Zlib", nil),
        ]
        #expect(try said("d/a.c", files) == "MIT@d/a.c / Root@REUSE.toml")
        #expect(try said("d/b.c", files) == "Zlib@d/REUSE.toml / Root@REUSE.toml")
        #expect(try said("d/b.h", files) == "ISC@REUSE.toml / Root@REUSE.toml")
    }

    @Test func aggregateAdds() throws {
        let files = [
            "a.c": "// \(id): MIT\n// \(notice): Ann\n",
            "REUSE.toml": "version = 1\n" + table("a.c", "aggregate", "ISC", "Root"),
        ]
        #expect(try said("a.c", files) == "ISC@REUSE.toml,MIT@a.c / Root@REUSE.toml,\(notice): Ann@a.c")
    }

    @Test func theOutermostOverrideWins() throws {
        let files = [
            "d/a.c": "// \(id): MIT\n", "REUSE.toml": "version = 1\n" + table("**", "override", "ISC", nil),
            "d/REUSE.toml": "version = 1\n" + table("a.c", "override", "Zlib", "Inner"),
        ]
        #expect(try said("d/a.c", files) == "ISC@REUSE.toml / ")
        // An outer table that only fills gaps gives way to a closer override.
        let inner = files.merging(["REUSE.toml": "version = 1\n" + table("**", nil, "ISC", "Root")]) { $1 }
        #expect(try said("d/a.c", inner) == "Zlib@d/REUSE.toml / Inner@d/REUSE.toml")
    }

    @Test func theLastAnnotationOfATableCounts() throws {
        let toml = "version = 1\n" + table("**", "override", "MIT", "Ann") + table("a.c", nil, "ISC", nil)
        #expect(try said("a.c", ["a.c": "x", "REUSE.toml": toml]) == "ISC@REUSE.toml / ")
        #expect(try said("b.c", ["b.c": "x", "REUSE.toml": toml]) == "MIT@REUSE.toml / Ann@REUSE.toml")
    }

    @Test func dep5Adds() throws {
        let dep5 = """
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

            # a comment
            Files: *
            Copyright: 2026 Root
            License: ISC

            Files: a/*.c
             b.c
            Copyright: 2026 Ann
              2025 Bo
            License: MIT
             Permission is granted

            """
        #expect(
            try said("a/x/y.c", [".reuse/dep5": dep5, "a/x/y.c": "x"])
                == "MIT@.reuse/dep5 / 2026 Ann@.reuse/dep5,2025 Bo@.reuse/dep5")
        #expect(
            try said("z", [".reuse/dep5": dep5, "z": "# \(id): Zlib"])
                == "ISC@.reuse/dep5,Zlib@z / 2026 Root@.reuse/dep5")
    }

    @Test(
        arguments: [
            ("", "'version' is missing", 1), ("version = 2\n", "version '2'", 1),
            ("version = 1\n[[annotations]]\n", "no 'path'", 2),
            ("version = 1\n[[annotations]]\npath = 'a'\nprecedence = 'closets'\n", "did you mean 'closest'", 4),
            ("version = \n", "not TOML", 1),
            ("version = 1\n[[annotations]]\npath = ['a', ['b']]\n", "something else than texts", 3),
        ] as [(String, String, Int)])
    func saysWhyATableSaysNothing(_ toml: String, _ words: String, _ line: Int) throws {
        let error = #expect(throws: ReuseTableError.self) { try said("a", ["a": "x", "REUSE.toml": toml]) }
        #expect(error?.reason.contains(words) == true, "\(error?.reason ?? "")")
        #expect(error?.line == line)
        #expect(error?.path == Path("REUSE.toml"))
    }
}
