// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The words by which a language's test frameworks declare tests, assert, and leave tests out.
struct TestWords: Sendable {
    /// What a comment line begins with.
    let comments: LineWords
    /// Declare one test, at most one a line.
    let tests: LineWords
    /// The same, in a comment.
    let marks: LineWords
    let assertions: LineWords
    /// Leave a test out, or let it fail.
    let skips: LineWords
    /// Leave it out where it cannot run: a platform, a missing tool.
    let conditions: LineWords
    /// Leave out all others.
    let focus: LineWords
    /// Tests stand beside the code, in any file.
    let standAnywhere: Bool

    init(
        comments: [String], tests: [String], marks: [String] = [], assertions: [String], skips: [String] = [],
        conditions: [String] = [],
        focus: [String] = [], standAnywhere: Bool = false
    ) {
        self.comments = LineWords(comments.map { "^\($0)*" })
        self.tests = LineWords(tests)
        self.marks = LineWords(marks)
        self.assertions = LineWords(assertions)
        self.skips = LineWords(skips)
        self.conditions = LineWords(conditions + ["if", "unless", "when"])
        self.focus = LineWords(focus)
        self.standAnywhere = standAnywhere
    }

    /// Whether a line declares a test; nil for a comment that says nothing of one.
    func declares(_ line: ArraySlice<UInt8>) -> Bool? {
        guard comments.isIn(line) else { return tests.isIn(line) }
        return marks.isIn(line) ? true : nil
    }

    /// By the extension; nil where none of the words is known.
    static func of(_ path: Path) -> TestWords? {
        let name = path.name
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.endIndex - dot <= 8 else { return nil }
        switch String(decoding: name[(dot + 1)...], as: UTF8.self) {
        case "py", "pyx": return python
        case "js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte", "coffee": return javaScript
        case "java", "kt", "kts", "scala", "groovy": return jvm
        case "cs", "vb", "fs": return dotNet
        case "go": return go
        case "rs": return rust
        case "swift": return swift
        case "rb", "cr": return ruby
        case "php", "phpt": return php
        case "c", "cc", "cpp", "cxx", "h", "hh", "hpp", "m", "mm": return c
        case "tcl": return tcl
        case "sh", "bash", "bats": return shell
        case "ex", "exs": return elixir
        case "dart": return dart
        case "lua": return lua
        case "t", "pl", "pm", "perl": return perl
        case "clj", "cljs", "cljc": return clojure
        case "zig": return zig
        default: return nil
        }
    }
}
