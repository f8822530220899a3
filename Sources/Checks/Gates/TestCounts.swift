// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// How many lines of a text declare a test, and how many assert something; comment lines do neither.
struct TestCounts: Equatable {
    var tests = 0
    var assertions = 0

    init() {}

    init(_ text: [UInt8], _ words: TestWords) {
        for line in TextLines(text) where !line.isEmpty {
            guard let declares = words.declares(line) else { continue }
            if declares { tests += 1 }
            if words.assertions.isIn(line) { assertions += 1 }
        }
    }

    static func - (left: TestCounts, right: TestCounts) -> TestCounts {
        var difference = left
        difference.tests -= right.tests
        difference.assertions -= right.assertions
        return difference
    }
}
