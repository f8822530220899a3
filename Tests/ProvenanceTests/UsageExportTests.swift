// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import TestKit
import Testing

/// Exports of usage as vendors and spreadsheets write them.
struct UsageExportTests {
    private func export(_ text: String, _ map: String...) throws -> UsageExport {
        var usage = UsageMap()
        for entry in map {
            let isKnown = usage.add(entry)
            #expect(isKnown)
        }
        return try UsageExport(Array(text.utf8), map: usage)
    }

    @Test(arguments: [
        "tool,account,date\nCursor,ann,2026-01-02\n", "tool;account;date\r\nCursor;ann;2026-01-02\r\n",
        "tool\taccount\tdate\rCursor\tann\t2026-01-02",
        "\u{FEFF}Tool,\"Account\",Date\n\"Cursor\",ann,2026-01-02T23:00:00Z\n",
        "Date,E-Mail Address,Product Name\n\n2026-01-02 10:00:00 UTC, ann ,Cursor\n",
    ]) func readsCommonForms(text: String) throws {
        let read = try export(text)
        #expect(read.rows.count == 1)
        #expect(read.rows.first?.tool == "Cursor" && read.rows.first?.account == "ann")
        #expect(read.rows.first?.day == Day("2026-01-02") && read.rows.first?.isIdle == false)
    }

    @Test func quotesHoldWhateverTheyHold() throws {
        let rows = try CSVRows(Array("a,b\n\"x, \"\"y\"\"\nz\",\"\"\n".utf8)).rows
        #expect(rows == [["x, \"y\"\nz", ""]])
    }

    @Test func knowsCopilotsReports() throws {
        let old = try export("Login,Last Usage Date,Last Editor Used\nann,2026-01-02,vim\nbob,None,None\n")
        #expect(old.toolID == "github-copilot" && old.rows.map(\.isIdle) == [false, true])
        let told = try export("Login,Last Surface Used,Product\nann,vim,Cursor\n", "tool=Product")
        #expect(told.toolID == nil && told.rows.first?.tool == "Cursor")
    }

    @Test(arguments: ["", "account\n", "tool,name\nx,y\n", "a,\"b", "\u{FEFF}"])
    func refusesWhatItCannotRead(text: String) {
        #expect(throws: CSVRows.Problem.self) { try export(text) }
    }

    @Test func refusesUTF16() {
        #expect(throws: CSVRows.Problem.self) { try CSVRows([0xFF, 0xFE, 0x61, 0]) }
    }

    /// Whatever the bytes, it ends, with rows or a sentence that is safe to show.
    @Test func survivesMutations() throws {
        let seed = Array(
            "Tool,Account,Date\r\nCursor,\"ann \"\"x\"\"\",2026-01-02\r\nClaude;eve@example.org\tNone\n".utf8)
        let pieces: [[UInt8]] = [
            [0x22], [0x2C], [0x3B], [0x0D, 0x0A], [0xFF], [0], Array("=1+1".utf8), [0xEF, 0xBB, 0xBF],
        ]
        var random = SeededRandom(seed: 6)
        var cases = 0
        for _ in 0..<10_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) { bytes.remove(at: place) }
                if let piece = pieces.randomElement(using: &random) { bytes.insert(contentsOf: piece, at: place) }
            }
            do {
                let read = try UsageExport(bytes, map: UsageMap())
                #expect(read.rows.allSatisfy { !$0.account.isEmpty })
            } catch {
                let text = (error as any Error) as? CSVRows.Problem
                #expect(text?.description.unicodeScalars.contains(where: VisibleText.isHidden) == false)
                #expect(text?.description.contains("eve@") == false)
            }
            cases += 1
        }
        #expect(cases == 10_000)
    }
}
