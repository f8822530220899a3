// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// What a project says of its licence where nothing stood before.
struct FirstPushTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
        try sample.git(["checkout", "--quiet", "--orphan", "first"])
        try sample.git(["rm", "-r", "--quiet", "--force", "."])
        try sample.git(["branch", "--quiet", "-D", "main"])
        try sample.git(["branch", "--quiet", "--move", "main"])
    }

    private static let gpl = "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n"
    private static let mit = "MIT License\n\nPermission is hereby granted, free of charge, to any person\n"
    private static let stray = "// Licensed under the GNU Affero General Public License, version 3.\n"
    private static let tag = "SPDX-License-" + "Identifier:"

    /// Ten folders of files under the GPL, by their words and by tags.
    private static let project = Dictionary(
        uniqueKeysWithValues: (0..<10).flatMap { index in
            [
                ("part\(index)/a.c", "// Licensed under the GNU General Public License, version 3.\nint a\(index);\n"),
                ("part\(index)/b.c", "// \(tag) GPL-3.0-or-later\nint b\(index);\n"),
            ]
        })

    @discardableResult
    private func commit(_ files: [String: String]) throws -> String {
        for (path, text) in files {
            let file = sample.folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try sample.git(["add", "--all"])
        try sample.git(["commit", "--quiet", "--message", "Change"])
        return try sample.git(["rev-parse", "HEAD"])
    }

    private func licences(_ run: Judged) -> [String] { run.findings.filter { $0.hasPrefix("licence-") } }

    private func push(_ tip: String) throws -> Judged {
        let event = try CIEvent(
            "github/push", [CIEvent.mainBefore: String(repeating: "0", count: 40), CIEvent.mainTip: tip], in: sample)
        return try Program.judge(in: sample, environment: event.environment)
    }

    @Test(arguments: [
        ["LICENSE": gpl], ["COPYING": gpl], ["licence.md": "# GNU General Public License, version 3\n"],
        ["LICENSES/GPL-3.0-or-later.txt": gpl],
        ["LICENSE": gpl, "REUSE.toml": "version = 1\n"],
    ])
    func aProjectHasOneLicenceAndNotOneForEachFolder(_ licence: [String: String]) throws {
        let tip = try commit(FirstPushTests.project.merging(licence) { $1 })
        #expect(licences(try push(tip)).count { $0.contains(" warn") } == 0)
        #expect(licences(try Program.judge(["HEAD"], in: sample)).count { $0.contains(" warn") } == 0)
    }

    /// Commits of the first push come before the one that brings the licence.
    @Test func theLicenceMayComeLast() throws {
        try commit(FirstPushTests.project)
        #expect(licences(try push(commit(["COPYING": FirstPushTests.gpl]))).isEmpty)
    }

    @Test func withoutALicenceFileEachFolderIsSaid() throws {
        let found = licences(try push(commit(FirstPushTests.project)))
        #expect(found.count { $0.hasPrefix("licence-text/strong-copyleft warn") } == 10)
    }

    @Test(arguments: [gpl, mit]) func aStrangerIsFoundOnTheFirstPush(_ licence: String) throws {
        let found = licences(try push(commit(["LICENSE": licence, "src/a.c": FirstPushTests.stray])))
        #expect(found == ["licence-text/strong-copyleft warn src/a.c"])
    }

    /// A library that is brought along is not the project.
    @Test func aLicenceBelowTheRootStandsForNothing() throws {
        let library = ["LICENSE": FirstPushTests.mit, "lib/COPYING": FirstPushTests.gpl]
        let tip = try commit(library.merging(["lib/a.c": "// Licensed under the GPL, version 3.\n"]) { $1 })
        #expect(licences(try push(tip)) == ["licence-text/strong-copyleft warn lib/a.c"])
    }

    /// With a base, a licence file of the change itself stands for nothing.
    @Test func aRangeWithABaseIsAsStrictAsEver() throws {
        try commit(["README.md": "A project.\n"])
        try commit(["LICENSE": FirstPushTests.gpl, "src/a.c": "// Licensed under the GPL, version 3.\n"])
        let found = licences(try Program.judge(["HEAD~1..HEAD"], in: sample))
        #expect(found.contains("licence-text/strong-copyleft warn src/a.c"))
        try commit(["lib/b.c": FirstPushTests.stray])
        #expect(
            licences(try Program.judge(["HEAD~1..HEAD"], in: sample)) == ["licence-text/strong-copyleft warn lib/b.c"])
    }

    @Test func aBranchWithARootOfItsOwnHasItsOwnLicence() throws {
        let main = try commit(["LICENSE": FirstPushTests.mit])
        try sample.git(["checkout", "--quiet", "--orphan", "pages"])
        try sample.git(["rm", "-r", "--quiet", "--force", "."])
        let tip = try commit(FirstPushTests.project.merging(["COPYING": FirstPushTests.gpl]) { $1 })
        let run = try Program.judge(
            in: sample, environment: CIEvent("github/push-new-branch", [CIEvent.branchTip: tip], in: sample).environment
        )
        #expect(run.evidence.range.policyCommit == main)
        #expect(licences(run).isEmpty)
    }

    @Test func theFirstCommitIsJudgedAlikeBeforeItIsMade() throws {
        try commit(FirstPushTests.project.merging(["COPYING": FirstPushTests.gpl]) { $1 })
        try sample.git(["update-ref", "-d", "HEAD"])
        #expect(licences(try Program.judge(["--staged"], in: sample)).isEmpty)
    }
}
