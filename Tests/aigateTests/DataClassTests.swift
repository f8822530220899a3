// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Classes of data, as somebody meets them at the command line.
struct DataClassTests {
    private let sample: SampleRepository

    private static let register = """
        version: 1
        paths:
          - {match: [customers/], class: personal}
          - {match: [prices/], class: confidential}

        """

    init() throws {
        sample = try SampleRepository("small")
        try sample.commit(".aigate/policy.yml", "version: 1\n")
        try sample.commit(".aigate/data.yml", DataClassTests.register)
    }

    private static let message = "Add it\n\nAssisted-by: Claude:claude-opus-4-6\n"

    private func run(_ arguments: String..., input: String? = nil) throws -> Subprocess.Result {
        try Program.run(arguments, in: sample.folder, input: input)
    }

    private func coverage() throws -> [String: Any] {
        let run = try #require(
            try JSONSerialization.jsonObject(with: Data(sample.read("out/run.json").utf8)) as? [String: Any])
        return try #require(run["coverage"] as? [String: Any])
    }

    @Test func prohibitedPathBlocks() throws {
        try sample.commit("customers/ann.csv", "id\n", DataClassTests.message)
        let result = try Program.check(["HEAD^..HEAD"], in: sample)
        #expect(result.status == 1)
        #expect(result.output.contains("block data-class-forbidden/prohibited  customers/ann.csv:1"))
        #expect(result.output.contains("prohibited, preset iso27001"))
        #expect(result.output.contains("policy who-may customers/ann.csv"))
    }

    @Test func oldNameOfARenameCounts() throws {
        try sample.commit("customers/ann.csv", "a long enough line to be found again\nid\n")
        try sample.git(["mv", "customers/ann.csv", "ann.csv"])
        try sample.git(["commit", "--quiet", "--message", DataClassTests.message])
        let result = try Program.check(["HEAD^..HEAD"], in: sample)
        #expect(result.status == 1)
        #expect(result.output.contains("block data-class-forbidden/prohibited  ann.csv"))
        #expect(result.output.contains("warn data-class-changed/renamed  ann.csv:1"))
    }

    @Test func filesWithoutAClassAreCounted() throws {
        try sample.commit("src/b.c", "int b;\n", DataClassTests.message)
        let result = try Program.check(["HEAD^..HEAD", "--output-dir", "out"], in: sample)
        #expect(
            result.output.contains("1 file of AI-marked commits has no data class of its own: 'internal' by default"))
        #expect(try coverage()["unclassified"] as? Int == 1)
        #expect(try sample.read("out/summary.md").contains("no data class of its own"))
    }

    @Test func withoutARegisterNothingIsCounted() throws {
        try sample.git(["rm", "--quiet", ".aigate/data.yml"])
        try sample.git(["commit", "--quiet", "--message", "Drop it"])
        try sample.commit("customers/ann.csv", "id\n", DataClassTests.message)
        let result = try Program.check(["HEAD^..HEAD", "--output-dir", "out"], in: sample)
        #expect(result.status == 0)
        #expect(try coverage()["unclassified"] is NSNull)
    }

    /// An external tool saw confidential data: a trailer is not enough of a review.
    @Test func reviewOfConfidentialDataIsToBeShown() throws {
        let reviewed = DataClassTests.message + "Reviewed-by: Bo Ray <bo@example.org>\n"
        try sample.commit(".aigate/policy.yml", "version: 1\nreview: {strict: true}\n")
        try sample.commit("prices/a.csv", "1\n", reviewed)
        let range = ["HEAD^..HEAD"]
        let asked = try Program.check(range, in: sample)
        #expect(asked.output.contains("review-missing/insufficient"), "\(asked.output)\(asked.errors)")
        #expect(asked.output.contains("R2"))
        try sample.commit("src/b.c", "int b;\n", reviewed)
        #expect(try !Program.check(range, in: sample).output.contains("review-missing"))
    }

    @Test func weakenedRegisterIsAFinding() throws {
        try sample.commit("customers/ann.csv", "id\n")
        try sample.commit(".aigate/data.yml", "version: 1\n")
        let result = try Program.check(["HEAD^..HEAD"], in: sample)
        #expect(result.output.contains("warn data-class-changed/weakened  .aigate/data.yml:1"))
        #expect(result.output.contains("customers/ann.csv count as internal, before as personal"))
        try sample.commit(".aigate/data.yml", "version: 1\npahts: []\n")
        let broken = try Program.check(["HEAD^..HEAD"], in: sample)
        #expect(broken.output.contains("data-class-changed/not-compared"))
        #expect(try Program.check(["HEAD..HEAD"], in: sample).status == 2)
    }

    @Test func badRegisterIsTwo() throws {
        try sample.commit(".aigate/data.yml", "version: 1\npaths:\n  - {match: [a], class: persnal}\n")
        try sample.commit("a", "a\n")
        let result = try Program.check(["HEAD^..HEAD"], in: sample)
        #expect(result.status == 2)
        #expect(
            (result.output + result.errors).contains(
                "data.yml: line 3: unknown class 'persnal'; did you mean 'personal'?"))
    }

    @Test func matrixSaysWhoSaysSo() throws {
        let table = try run("policy", "matrix")
        #expect(table.status == 0)
        #expect(table.output.contains("personal          prohibited   with-controls"))
        let json = try run("policy", "matrix", "--format", "json")
        let matrix = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(matrix["defaultClass"] as? String == "internal")
        #expect((matrix["classes"] as? [Any])?.count == 6)
    }

    @Test func whoMayAnswersForAPath() throws {
        let result = try run("policy", "who-may", "./customers/ann.csv")
        #expect(result.output.hasPrefix("customers/ann.csv: personal\n"))
        #expect(result.output.contains("pattern customers/ in .aigate/data.yml line 3"))
        #expect(result.output.contains("no   any other tool: prohibited"))
        #expect(try run("policy", "who-may", "prices/a").output.contains("yes  any other tool: with a review"))
        #expect(try run("policy", "who-may", "../x").status == 2)
    }

    @Test func exportWritesChecksAndKeepsWhatOthersWrote() throws {
        #expect(
            try run("policy", "export", "--for", "cursor").output
                == "**/customers/**\n!**/customers/**/\n!prices/\n!**/prices/**\n")
        #expect(try run("policy", "export", "--for", "cursor", "--check").status == 1)
        try Data("node_modules/\n".utf8).write(to: sample.folder.appending(path: ".cursorignore"))
        #expect(try run("policy", "export", "--for", "cursor", "--write").status == 0)
        #expect(try run("policy", "export", "--for", "cursor", "--check").status == 0)
        #expect(try sample.read(".cursorignore").hasSuffix("# aigate: end\nnode_modules/\n"))
        #expect(try run("policy", "export", "--for", "claude-code", "--write").status == 0)
        #expect(try sample.read(".claude/settings.json").contains("Read(/**/customers/**)"))
        let unknown = try run("policy", "export", "--for", "curser")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean 'cursor'?"))
        #expect(try run("policy", "export", "--for", "github-copilot", "--write").status == 2)
    }

    @Test func exportFollowsNoLink() throws {
        try FileManager.default.createSymbolicLink(
            at: sample.folder.appending(path: ".cursorignore"),
            withDestinationURL: sample.folder.appending(path: "b.txt"))
        let result = try run("policy", "export", "--for", "cursor", "--write")
        #expect(result.status == 2)
        #expect(result.errors.contains("symbolic link"))
    }

    @Test func driftIsAFinding() throws {
        try sample.commit(".cursorignore", "node_modules/\n")
        #expect(
            try Program.check(["HEAD^..HEAD"], in: sample).output.contains(
                "warn agent-ignore-drift/outdated  .cursorignore:1"))
        #expect(try run("policy", "export", "--for", "cursor", "--write").status == 0)
        try sample.commit("b.txt", "b\n")
        #expect(try !Program.check(["HEAD^..HEAD"], in: sample).output.contains("agent-ignore-drift"))
    }

    @Test func textsAreJudgedByTheirFile() throws {
        let blocked = try run("scan", "--stdin", "--path", "customers/ann.csv", "--tool", "cursor", input: "id\n")
        #expect(blocked.status == 1)
        #expect(blocked.output.contains("block data-class-forbidden/prohibited"))
        #expect(try run("scan", "--stdin", "--path", "src/a.c", input: "int a;\n").status == 0)
        #expect(try run("scan", "--stdin", "--path", "../a", input: "").status == 2)
        let unknown = try run("scan", "--stdin", "--tool", "curser", input: "")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean 'cursor'?"))
    }

    @Test func hookStopsFilesThatItNames() throws {
        try sample.commit("customers/ann.csv", "id\n")
        let folder = sample.folder.path
        func hook(_ json: String) throws -> Subprocess.Result { try run("scan", "--stdin", "--hook", input: json) }
        let mention = try hook("{\"cwd\": \"\(folder)\", \"prompt\": \"sum up @customers/ann.csv, please\"}")
        #expect(mention.status == 2)
        #expect(mention.errors.contains("customers/ann.csv holds data of class personal"))
        #expect(try hook("{\"cwd\": \"\(folder)\", \"prompt\": \"ask @customers/nobody.csv\"}").status == 0)
        #expect(try hook("{\"file_path\": \"\(folder)/customers/ann.csv\", \"content\": \"x\"}").status == 2)
        #expect(
            try hook("{\"attachments\": [{\"type\": \"file\", \"filePath\": \"\(folder)/b.txt\"}], \"prompt\": \"x\"}")
                .status == 0)
        #expect(try hook("{\"prompt\": \"x\", ").status == 2)
        #expect(try hook("{\"file_path\": \"/elsewhere/customers/ann.csv\"}").status == 0)
    }

    @Test func markedTextIsConfidential() throws {
        let strict = DataClassTests.register.replacingOccurrences(
            of: "version: 1\n", with: "version: 1\npreset: strict\n")
        try sample.commit(".aigate/data.yml", strict)
        let result = try run("scan", "--stdin", input: "TLP:AMBER\n\nthe plan\n")
        #expect(result.status == 1)
        #expect(result.output.contains("line 1  the text is marked 'tlp:amber'"))
        #expect(try run("scan", "--stdin", input: "the plan\n").status == 0)
    }
}
