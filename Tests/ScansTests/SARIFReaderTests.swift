// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Scans
import TestKit
import Testing

@Suite struct SARIFReaderTests {
    private func read(_ text: String, folder: String? = "/work/repo") throws -> ScanReport {
        try SARIFReader(folder: folder).read(Array(text.utf8))
    }

    /// A report with one run: `run` are members besides the tool, `results` items.
    private func report(_ results: String, run: String = "", rules: String = "", version: String = "2.1.0") -> String {
        """
        {"version": "\(version)", "runs": [{"tool": {"driver": {"name": "lint", "version": "1.2", "rules": [\(rules)]}},
        \(run.isEmpty ? "" : run + ",") "results": [\(results)]}]}
        """
    }

    private func result(_ location: String, _ more: String = "") -> String {
        """
        {"ruleId": "R1", "message": {"text": "m"}\(more), "locations": [{"physicalLocation": {"artifactLocation": \(location),
        "region": {"startLine": 3}}}]}
        """
    }

    @Test func aResultWithMoreLocationsThanAreReadIsRefused() throws {
        let location = "{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"a.c\"}}}"
        func result(_ count: Int) -> String {
            let locations = Array(repeating: location, count: count).joined(separator: ", ")
            return "{\"ruleId\": \"R1\", \"locations\": [\(locations)]}"
        }
        #expect(try read(report(result(100))).results[0].places.count == 100)
        #expect(throws: ScanError.self) { try read(report(result(101))) }
    }

    /// Written by a foreign scanner.
    @Test func readsWhatBanditWrites() throws {
        let bytes = Array(try Data(contentsOf: projectRoot.appending(path: "Fixtures/Scans/bandit.sarif")))
        let report = try SARIFReader(folder: "/work/repo").read(bytes)
        #expect(report.scanners.map(\.name) == ["Bandit"])
        #expect(report.scanners[0].version != nil)
        let shown = report.results.map {
            "\($0.rule) \($0.severity.rawValue) \($0.places.map { "\($0.path.visible):\($0.line ?? 0)" })"
        }
        #expect(shown.contains("B602 error [\"src/run.py:5\"]"), "\(shown)")
    }

    @Test(
        arguments: [
            (#"{"uri": "src/a.c"}"#, "src/a.c"), (#"{"uri": "./src//a.c"}"#, "src/a.c"),
            (#"{"uri": "src/a%20b.c"}"#, "src/a b.c"),
            (#"{"uri": "src/../b.c"}"#, "b.c"), (#"{"uri": "../b.c"}"#, nil),
            (#"{"uri": "src/%2e%2e/%2e%2e/b.c"}"#, nil),
            (#"{"uri": "file:///work/repo/src/a.c"}"#, "src/a.c"),
            (#"{"uri": "file://localhost/work/repo/a.c"}"#, "a.c"),
            (#"{"uri": "file:///work/repository/a.c"}"#, nil), (#"{"uri": "/work/repo/a.c"}"#, "a.c"),
            (#"{"uri": "https://example.org/a.c"}"#, nil), (#"{"uri": "a%0"}"#, nil), (#"{"uri": "a%00"}"#, nil),
            (#"{"uri": "a.c", "uriBaseId": "SRC"}"#, "src/a.c"), (#"{"uri": "a.c", "uriBaseId": "ROOT"}"#, "a.c"),
            (#"{"uri": "a.c", "uriBaseId": "%SRCROOT%"}"#, "a.c"), (#"{"uri": "a.c", "uriBaseId": "CI"}"#, "a.c"),
            (#"{"uri": "a.c", "uriBaseId": "LOOP"}"#, "a.c"), (#"{"index": 1}"#, "lib/b.c"), (#"{"index": 7}"#, nil),
        ] as [(String, String?)]) func placesAreInTheRepository(location: String, path: String?) throws
    {
        let run = """
            "originalUriBaseIds": {"ROOT": {"uri": "file:///work/repo/"}, "SRC": {"uri": "src", "uriBaseId": "ROOT"},
            "CI": {"uri": "file:///home/runner/work/"}, "LOOP": {"uriBaseId": "LOOP"}},
            "artifacts": [{"location": {"uri": "a.c"}}, {"location": {"uri": "lib/b.c"}}]
            """
        let report = try read(report(result(location), run: run))
        #expect(report.results.first?.places.first?.path.visible == path)
        #expect(report.elsewhere == (path == nil ? 1 : 0))
        #expect(report.unplaced == 0)
    }

    @Test func aResultMayNameNoFile() throws {
        let report = try read(report(result("{}")))
        #expect(report.results.first?.places.isEmpty == true)
        #expect(report.elsewhere == 0 && report.unplaced == 1)
    }

    @Test(
        arguments: [
            ("", "", "warning", nil), (#", "level": "error""#, "", "error", nil),
            (#", "level": "note""#, "", "note", nil),
            (#", "level": "none""#, "", "none", nil), (#", "kind": "pass""#, "", "none", nil),
            (#", "level": "fatal""#, "", "error", nil),
            ("", #"{"id": "R1", "defaultConfiguration": {"level": "error"}}"#, "error", nil),
            ("", #"{"id": "R1", "properties": {"security-severity": "8.1"}}"#, "warning", 81),
            (
                #", "properties": {"security-severity": 4}"#,
                #"{"id": "R1", "properties": {"security-severity": "8.1"}}"#, "warning", 40
            ),
            (#", "properties": {"security-severity": "1e400"}"#, "", "warning", nil),
            (
                #", "ruleIndex": 1"#, #"{"id": "R0"}, {"id": "R1", "defaultConfiguration": {"level": "note"}}"#, "note",
                nil
            ),
        ] as [(String, String, String, Int?)]) func severity(
            more: String, rules: String, severity: String, security: Int?
        ) throws
    {
        let found = try #require(read(report(result(#"{"uri": "a.c"}"#, more), rules: rules)).results.first)
        #expect(found.severity.rawValue == severity)
        #expect(found.security == security)
    }

    @Test func whatIsLiftedIsCounted() throws {
        let results = [
            #", "suppressions": [{"kind": "inSource"}]"#, #", "baselineState": "absent""#,
            #", "suppressions": [{"kind": "external", "status": "rejected"}]"#,
        ]
        .map { result(#"{"uri": "a.c"}"#, $0) }
        let report = try read(report(results.joined(separator: ",")))
        #expect(report.lifted == 2)
        #expect(report.results.count == 1)
    }

    @Test func aFileMayHoldSeveralRuns() throws {
        let run = #"{"tool": {"driver": {"name": "NAME"}}, "versionControlProvenance": [{"revisionId": "ABC"}]}"#
        let text =
            #"{"version": "2.1.0-rtm.5", "runs": ["# + run + "," + run.replacingOccurrences(of: "NAME", with: "two")
            + "]}"
        let report = try read("\u{FEFF}" + text)
        #expect(report.scanners.map(\.name) == ["NAME", "two"])
        #expect(report.revisions == ["abc", "abc"])
    }

    @Test(arguments: [
        ("", "JSON"), ("{", ""), ("[]", "'version' is missing"), (#"{"version": "2.0.0"}"#, "SARIF 2.0.0"),
        (#"{"version": "2.1.0"}"#, "'runs'"), (#"{"version": "2.1.0", "runs": [{}]}"#, "tool.driver.name"),
        (#"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": {}}]}"#, "no list"),
        (#"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": [1]}]}"#, "no object"),
        (
            #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "invocations": [{"executionSuccessful": false}]}]}"#,
            "executionSuccessful"
        ),
    ]) func saysWhyItIsNotRead(text: String, said: String) throws {
        do {
            _ = try read(text)
            Issue.record("it was read")
        } catch let error as ScanError {
            #expect(said.isEmpty || error.description.contains(said) || said == "JSON", "\(error)")
        }
    }

    @Test func mutationsEndInAReportOrAMistake() throws {
        let sample = Array(
            report(
                result(
                    #"{"uri": "src/a%20b.c", "uriBaseId": "S"}"#,
                    #", "level": "error", "properties": {"security-severity": "9.8"}"#),
                run: #""originalUriBaseIds": {"S": {"uri": "file:///work/repo/"}}"#, rules: #"{"id": "R1"}"#
            ).utf8)
        var dice = SeededRandom(seed: 7)
        let words = [
            "{", "}", "[", "]", ",", ":", "\"", "null", "-1", "1e999", "%", "..", "/", "\u{0}", "file://",
            "99999999999999999999",
        ]
        var read = 0
        for _ in 0..<10_000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let place = Int.random(in: 0...bytes.count, using: &dice)
                let end = min(bytes.count, place + Int.random(in: 0...6, using: &dice))
                bytes.replaceSubrange(place..<end, with: Array((words.randomElement(using: &dice) ?? "").utf8))
            }
            do throws(ScanError) {
                let report = try SARIFReader(folder: "/work/repo").read(bytes)
                #expect(report.results.flatMap(\.places).allSatisfy { !$0.path.bytes.isEmpty && ($0.line ?? 1) > 0 })
                read += 1
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
        #expect(read > 500 && read < 9_500)
    }
}
