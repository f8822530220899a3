// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Licences

/// Tags stand apart from their colons here, so that no reader takes these lines for headers of this file.
private let id = "SPDX-License-" + "Identifier:"
private let text = "SPDX-FileCopyright" + "Text:"
private let snippet = "SPDX-SnippetCopyright" + "Text:"
private let word = "Copy" + "right"

struct LicenceTagsTests {
    private func values(_ text: String) -> [String] {
        LicenceTags(Array(text.utf8)).tags.map { String(decoding: $0.value, as: UTF8.self) }
    }
    private func holders(_ text: String) -> [String] {
        LicenceTags(Array(text.utf8)).notices.map { String(decoding: $0.holder, as: UTF8.self) }
    }

    @Test(
        arguments: [
            "# \(id) MIT", "/* \(id) MIT */", "<!-- \(id) MIT -->", "(* \(id) MIT *)", "{# \(id) MIT #}",
            "{{!-- \(id) MIT --}}",
            "<%-- \(id) MIT --%>", ";; \(id) MIT ;;", "** \(id) MIT **", "// \(id)MIT", " * \(id)\tMIT \t",
            "<x value=\"\(id) MIT\"/>",
            "<x value='\(id) MIT'>", "[\(id) MIT] ::", "\(id) MIT\r\nx", "x = \"\(id) MIT\"", "#| \(id) MIT |#",
            "-- \(id) MIT",
        ])
    func takesTheValueOutOfItsComment(_ line: String) {
        #expect(values("a\n\(line)\nb") == ["MIT"])
    }

    @Test func keepsWhatBelongsToTheValue() {
        #expect(values("# \(id) (MIT OR ISC) AND GPL-2.0+") == ["(MIT OR ISC) AND GPL-2.0+"])
        #expect(values("# \(id) LicenseRef-\(word)-x") == ["LicenseRef-\(word)-x"])
        #expect(values("# \(id)") == [""])
        #expect(values("# spdx-license-identifier: MIT").isEmpty)
    }

    @Test(
        arguments: [
            ("# \(text) 2026 Jane Doe <jane@example.org>", "Jane Doe"), ("# \(text) © 2026 Jane Doe", "Jane Doe"),
            ("# \(text) \(word) (c) 2016, 2018-2019 Jane Doe", "Jane Doe"),
            ("// \(word) 2026 The Authors. All rights reserved.", "The Authors. All rights reserved."),
            ("/* \(word) (C) Example Ltd */", "Example Ltd"), ("© Example Ltd <https://example.org>", "Example Ltd"),
            ("<!-- \(snippet) (c) Ann -->", "Ann"), ("# \(word)(c) Ann", "Ann"), ("# \(word) by Ann", "Ann"),
            ("# \(word) 日本", "日本"),
        ])
    func readsNotices(_ line: String, _ holder: String) {
        #expect(holders("x\n\(line)\n") == [holder])
    }

    @Test(arguments: [
        "# (c) 2026 Ann", "# \(word) 2026", "# \(word)", "\(word)Notice()", "no\(word) Ann", "# \(text)",
        "#  copyright Ann", "© 2026-2027",
    ])
    func othersAreNoNotices(_ line: String) {
        #expect(holders(line).isEmpty)
    }

    @Test func leavesIgnoredBlocksOut() {
        let (start, end) = ("REUSE-Ignore" + "Start", "REUSE-Ignore" + "End")
        #expect(values("# \(id) MIT\n# \(start)\n# \(id) ISC\n# \(end)\n# \(id) Zlib\n") == ["MIT", "Zlib"])
        #expect(values("# \(start)\n# \(id) ISC\n") == [])
        #expect(values("# \(end)\n# \(id) ISC\n") == ["ISC"])
        #expect(values("# \(id) MIT \(start) \(id) ISC\n\(end) \(id) Zlib\n") == ["MIT", "Zlib"])
        #expect(values("\(start)\(start)\(end)\n\(id) ISC") == ["ISC"])
    }

    @Test func tellsSnippetsApart() {
        let tags = LicenceTags(
            Array(
                ("# \(id) MIT\n# SPDX-Snippet\("Begin")\n# \(snippet) Ann\n# \(id) ISC\n"
                    + "# SPDX-Snippet\("End")\n# \(id) Zlib\n")
                    .utf8))
        #expect(tags.tags.map(\.isInSnippet) == [false, true, false])
        #expect(tags.notices.map(\.isInSnippet) == [true])
        #expect(tags.tags.map(\.line) == [1, 4, 6])
    }

    @Test(arguments: [
        ("# ", true), ("", true), ("REM ", true), ("dnl ", true), (".\\\" ", true), ("print(\"", false),
        ("see ", false),
    ])
    func tellsTagsFromProse(_ opener: String, _ standsAlone: Bool) {
        #expect(LicenceTags(Array("\(opener)\(id) MIT".utf8)).tags.map(\.standsAlone) == [standsAlone])
    }

    @Test func readsUTF16AndNoBinary() {
        let line = "// \(id) MIT\r\n"
        func halves(_ unit: UInt16) -> [UInt8] { [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let little: [UInt8] = [0xFF, 0xFE] + Array(line.utf16.map(halves).joined())
        let big: [UInt8] = [0xFE, 0xFF] + Array(line.utf16.map { halves($0).reversed() }.joined())
        for bytes in [little, big, [0xEF, 0xBB, 0xBF] + Array(line.utf8)] {
            #expect(LicenceTags(bytes).tags.map(\.value) == [Array("MIT".utf8)])
        }
        #expect(LicenceTags([0] + Array(line.utf8)).isEmpty)
        #expect(LicenceTags([0xFF, 0xFE, 0x41]).isEmpty)
    }

    @Test func readsOnlyTheLinesAskedFor() {
        let bytes = Array((String(repeating: "x\r", count: 10) + "\(id) MIT\n").utf8)
        #expect(LicenceTags(bytes, lines: 10).isEmpty)
        #expect(LicenceTags(bytes, lines: 11).tags.map(\.line) == [11])
    }
}
