// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Testing

/// What the dependency checks say of a range beyond what their examples show.
struct DependencyChecksTests {
    /// `path:line message` of each finding, and its basis behind it where there is one.
    private func findings(
        _ id: String, before: [String: String], after: [String: String], settings: ConfigNode? = nil
    ) throws -> [String] {
        func tree(_ files: [String: String]) -> MemoryTree {
            MemoryTree(Dictionary(uniqueKeysWithValues: files.map { (Path($0.key), Array($0.value.utf8)) }))
        }
        let commit = try #require(ObjectID(hex: String(repeating: "1", count: 40)))
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let facts = RangeFacts(
            records: [], policyChanges: [], waivers: [], today: Day(number: 20_000), base: tree(before),
            head: tree(before.merging(after) { $1 }.filter { after[$0.key] != "" }), policy: BaseFacts(tree(before))
        ).touching(
            changed.map { Touch(path: Path($0), commit: commit, isAIMarked: false) }.sorted { $0.path < $1.path })
        let kind = try #require(Checks.all.first { $0.about.id == id })
        let check = try #require(try kind.make(settings) as? any RangeCheck)
        return try check.findings(in: facts).map { finding in
            let place = "\(finding.place.path?.visible ?? ""):\(finding.place.line ?? 0)"
            return ([place, finding.message.description] + finding.basis).joined(separator: " | ")
        }
    }

    private static let lock =
        "{\"packages\": {\"\": {}, \"packages/a\": {\"name\": \"a\"}, \"node_modules/x\": {\"version\": \"1.0.0\"}}}"

    @Test func aLockfileAboveGovernsItsMembersAlone() throws {
        let manifest = "{\"dependencies\": {\"y\": \"1\"}}"
        let before = ["package-lock.json": DependencyChecksTests.lock]
        let member = try findings("dependency-not-locked", before: before, after: ["packages/a/package.json": manifest])
        #expect(
            member == [
                "packages/a/package.json:1 | packages/a/package.json newly asks for y, which package-lock.json does not name"
            ])
        #expect(
            try findings("dependency-not-locked", before: before, after: ["examples/b/package.json": manifest]).isEmpty)
    }

    @Test func whatMovesIsNotNew() throws {
        let manifest = "{\"dependencies\": {\"y\": \"*\"}}"
        let before = ["old/package.json": manifest, "package-lock.json": DependencyChecksTests.lock]
        let after = ["old/package.json": "", "packages/a/package.json": manifest]
        #expect(try findings("dependency-not-locked", before: before, after: after).isEmpty)
        #expect(try findings("dependency-unpinned", before: before, after: after).isEmpty)
    }

    @Test func aBrokenLockfileIsNoEvidence() throws {
        let after = ["package.json": "{\"dependencies\": {\"y\": \"1\"}}"]
        let found = try findings(
            "dependency-not-locked", before: ["package-lock.json": "{\"packages\": "], after: after)
        #expect(found.count == 1)
        #expect(found.first?.contains("| package-lock.json cannot be read: ") == true)
    }

    @Test func aLockfileThatWasBrokenIsSaid() throws {
        let after = ["package-lock.json": DependencyChecksTests.lock]
        #expect(try findings("manifest-unreadable", before: ["package-lock.json": "{"], after: after).count == 1)
    }

    @Test func aBrokenManifestIsJudgedByItsLinesAndSaysSo() throws {
        let before = [
            "package.json": "{\"dependencies\": {\n\"x\": \"1\"\n}}", "package-lock.json": DependencyChecksTests.lock,
        ]
        let after = ["package.json": "{\"dependencies\": {\n\"x\": \"1\",\n\"y\": \"^2\",\n"]
        let reason = "line 4: not JSON: a key in quotes is missing"
        #expect(
            try findings("dependency-not-locked", before: before, after: after) == [
                "package.json:3 | package.json newly asks for y, which package-lock.json does not name | the file cannot be read as a whole "
                    + "(\(reason)): judged by its added lines"
            ])
        #expect(
            try findings("manifest-unreadable", before: before, after: after) == [
                "package.json:4 | package.json cannot be read as a whole, and was judged by its added lines at most: \(reason)"
            ])
    }

    private static func pom(_ entries: String, end: String = "</dependencies></project>") -> String {
        "<project>\n<dependencies>\n\(entries)\(end)\n"
    }

    private static func entry(_ artifact: String, _ version: String) -> String {
        "<dependency>\n<groupId>org.example</groupId>\n<artifactId>\(artifact)</artifactId>\n"
            + "<version>\(version)</version>\n</dependency>\n"
    }

    /// The new entry shares its group's and its version's line with what stood there.
    @Test(arguments: ["", "</dependencies>"]) func anEntryOfABrokenPOMIsNewAsAWhole(end: String) throws {
        let old = DependencyChecksTests.entry("a", "LATEST")
        let before = ["pom.xml": DependencyChecksTests.pom(old)]
        let after = ["pom.xml": DependencyChecksTests.pom(old + DependencyChecksTests.entry("b", "LATEST"), end: end)]
        let found = try findings("dependency-unpinned", before: before, after: after)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.hasPrefix("pom.xml:10 | ") == true && found.first?.contains("org.example:b") == true)
        #expect(found.first?.hasSuffix("judged by its added lines") == true)
        #expect(try findings("manifest-unreadable", before: before, after: after).count == 1)
    }

    @Test func aPOMWithADocumentTypeIsRefusedAndReadByItsEntries() throws {
        let text =
            "<!DOCTYPE project [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n"
            + DependencyChecksTests.pom(
                DependencyChecksTests.entry("a", "LATEST") + DependencyChecksTests.entry("&e;", "LATEST"))
        let found = try findings("dependency-unpinned", before: [:], after: ["pom.xml": text])
        #expect(found.count == 1 && found.first?.contains("org.example:a") == true, "\(found)")
        let said = try findings("manifest-unreadable", before: [:], after: ["pom.xml": text])
        #expect(said.first?.contains("declares a document type") == true, "\(said)")
    }

    @Test func whatABracketTooManyHidesIsReadByItsLines() throws {
        let before = ["build.gradle": "dependencies {\n  api 'org.example:a:+'\n}\n"]
        let after = ["build.gradle": "dependencies {\n  api 'org.example:a:+'\n}\n  api 'org.example:b:+'\n}\n"]
        let found = try findings("dependency-unpinned", before: before, after: after)
        #expect(found.count == 1 && found.first?.hasPrefix("build.gradle:4 | ") == true, "\(found)")
        #expect(found.first?.contains("line 5: a '}' that closes nothing") == true)
        #expect(try findings("manifest-unreadable", before: before, after: after).count == 1)
        // Mended, nothing is new but what the lines could not tell before.
        #expect(try findings("dependency-unpinned", before: after, after: before).isEmpty)
    }

    @Test func anAllowListHasToBeThere() throws {
        let settings = ConfigNode(
            .map([("allow-file", 1, ConfigNode(.scalar("names.txt", plain: true), file: "p", line: 1))]), file: "p",
            line: 1)
        let after = ["package.json": "{\"dependencies\": {\"y\": \"1\"}}", "names.txt": "npm y\n"]
        #expect(throws: SettingError.self) {
            try findings("dependency-denied", before: [:], after: after, settings: settings)
        }
        let listed = try findings(
            "dependency-denied", before: ["names.txt": "npm y # ours\n"], after: after, settings: settings)
        #expect(listed.isEmpty)
    }

    @Test(arguments: ["npm left-pad", "pkg:npm/left-pad@1.0.0", "left-pad", "npm left-*", "pkg:npm/left-pad"])
    func aNameIsForbidden(entry: String) throws {
        let list = ConfigNode(.list([ConfigNode(.scalar(entry, plain: true), file: "p", line: 1)]), file: "p", line: 1)
        let settings = ConfigNode(.map([("deny", 1, list)]), file: "p", line: 1)
        let after = ["package.json": "{\"dependencies\": {\"left-pad\": \"1\", \"right-pad\": \"1\"}}"]
        let found = try findings("dependency-denied", before: [:], after: after, settings: settings)
        #expect(found == ["package.json:1 | package.json asks for npm left-pad, which the policy forbids"])
    }

    @Test(arguments: ["nmp x", "pkg:npm", "a b c"]) func aNameThatIsNoneIsRefused(entry: String) throws {
        var list = NameList()
        #expect(throws: SettingError.self) { try list.add(entry) }
    }

    @Test func aDigestOfAnotherAlgorithmContradictsNothing() throws {
        func lock(_ digest: String) -> String {
            "{\"packages\": {\"node_modules/x\": {\"version\": \"1.0.0\", \"integrity\": \"\(digest)\"}}}"
        }
        for (old, new, count) in [
            ("sha1-AAAA", "sha512-BBBB", 0), ("sha512-AAAA", "sha512-BBBB", 1), ("sha1-A sha512-B", "sha512-B", 0),
        ] {
            let found = try findings(
                "lockfile-tampered", before: ["package-lock.json": lock(old)],
                after: ["package-lock.json": lock(new), "package.json": "{}"])
            #expect(found.count == count, "\(old) \(new)")
        }
    }
}
