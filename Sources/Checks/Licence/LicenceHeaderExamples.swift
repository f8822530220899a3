// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Small changes that show what the check finds, and what it leaves alone. Ids stand apart from their tags, so that
/// these lines are no headers of this file.
enum LicenceHeaderExamples {
    private static let tag = "SPDX-License-" + "Identifier:"
    private static let header = "// Copyright 2026 Example Ltd\n// \(tag) Apache-2.0\n"

    /// A project in which every source file has a header.
    private static let project = (1...9).map { ("src/file\($0).swift", header + "let number = \($0)\n") }

    static let due: [Example] = [
        Example(
            "the only file without a header", before: project, files: [("src/new.swift", "let answer = 42 1️⃣\n")]),
        Example(
            "the policy asks for headers", files: [("new.py", "#!/usr/bin/env python3 1️⃣\nprint(42)\n")],
            policy: "checks: {licence-header: {header: require}}"),
        Example(
            "the header went", before: [("a.swift", header + "let one = 1\n")],
            files: [("a.swift", "let one = 1 1️⃣\n")]),
        Example(
            "another licence", before: [("a.swift", header + "let one = 1\n")],
            files: [("a.swift", "// Copyright 2026 Example Ltd\n// \(tag) MIT 1️⃣\nlet one = 1\n")]),
        Example("no id of the list", files: [("a.go", "// \(tag) Apache2 1️⃣\npackage a\n")]),
        Example("no expression", files: [("a.go", "// \(tag) MIT/Apache-2.0 1️⃣\npackage a\n")]),
        Example(
            "a replaced id", files: [("a.c", "/* \(tag) GPL-2.0 1️⃣ */\n")],
            policy: "checks: {licence-header: {allow: [strong-copyleft]}}"),
        Example(
            "a licence that is not allowed",
            files: [("a.go", "// \(tag) MIT OR 0BSD\npackage a\n"), ("b.go", "// \(tag) MIT AND ISC 1️⃣\n")],
            policy: "checks: {licence-header: {allow: [MIT]}}"),
        Example(
            "a table that cannot be read",
            files: [("REUSE.toml", "version = 1\n[[annotations]]\nprecedence = \"last\" 1️⃣\npath = \"a\"\n")]),
    ]

    static let clean: [Example] = [
        Example("no convention, no policy", files: [("a.swift", "let one = 1\n")]),
        Example(
            "the id of what was named without a version",
            before: [("a.py", "# :copyright: 2019 Example\n# :license: BSD, see LICENSE for more details.\nx = 1\n")],
            files: [("a.py", "# :copyright: 2019 Example\n# :license: BSD-3-Clause\nx = 1\n")]),
        Example("as the others", before: project, files: [("src/new.swift", header + "let answer = 42\n")]),
        Example(
            "the header stands beside the file", before: project,
            files: [
                ("src/new.swift", "let answer = 42\n"),
                ("src/new.swift.license", "Copyright 2026 Example Ltd\n\(tag) Apache-2.0\n"),
            ]),
        Example(
            "a table speaks for the file",
            before: project + [
                (
                    "REUSE.toml",
                    "version = 1\n[[annotations]]\npath = \"gen/**\"\nSPDX-License-Identifier = \"CC0-1.0\"\n"
                )
            ], files: [("gen/new.swift", "let answer = 42\n")]),
        Example(
            "another year and another holder", before: [("a.swift", header + "let one = 1\n")],
            files: [("a.swift", "// Copyright 2026-2027 Example Inc\n// \(tag) Apache-2.0\nlet one = 1\n")]),
        Example(
            "a file that had none", before: project + [("old.swift", "let old = 1\n")],
            files: [("old.swift", "let old = 2\n")]),
        Example("a tag that a program writes", files: [("a.py", "print(\"\(tag) \" + licence)\n")]),
    ]
}
