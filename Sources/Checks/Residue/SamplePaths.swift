// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Paths under which text stands that only shows something: tests and what they read, examples, documentation, prompts.
enum SamplePaths {
    /// `prompts`: whether they count.
    static func contain(_ path: Path, prompts: Bool = true) -> Bool {
        let lower = Path(path.bytes.map(\.folded))
        let components = lower.bytes.split(separator: UInt8(ascii: "/"))
        let above = components.dropLast().map { String(decoding: $0, as: UTF8.self) }
        let words = words(of: path.name)
        guard !above.contains(where: folders.contains), !words.contains(where: names.contains) else { return true }
        return prompts && (above + words).contains { $0 == "prompt" || $0 == "prompts" }
    }

    private static let folders: Set<String> = [
        "test", "tests", "testing", "__tests__", "spec", "specs", "testdata", "test-data", "test_data", "fixtures",
        "fixture", "__fixtures__", "__snapshots__", "snapshots", "t", "e2e", "example", "examples", "sample",
        "samples", "demo", "demos", "docs", "doc", "documentation", "man", "mocks", "__mocks__", "golden",
    ]

    private static let names: Set<String> = [
        "test", "tests", "spec", "specs", "fixture", "fixtures", "example", "examples", "sample", "samples",
        "snap", "mock", "mocks",
    ]

    /// `RetryTests.swift` and `retry_test.go` hold the word alike.
    private static func words(of name: ArraySlice<UInt8>) -> [String] {
        var words: [[UInt8]] = [[]]
        var wasLower = false
        for byte in name {
            let isLetter = (0x61...0x7A).contains(byte.folded)
            let isUpper = (0x41...0x5A).contains(byte)
            if !isLetter || isUpper && wasLower { words.append([]) }
            if isLetter { words[words.count - 1].append(byte.folded) }
            wasLower = isLetter && !isUpper
        }
        return words.map { String(decoding: $0, as: UTF8.self) }
    }
}
