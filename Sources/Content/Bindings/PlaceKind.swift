// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Where secrets are expected to be made up.
enum PlaceKind: String, Sendable {
    case ordinary
    case test
    case example
    case documentation

    /// By the words of the path: folders and names that say what they hold.
    init(_ path: Path) {
        let parts = path.bytes.lowered.split(separator: UInt8(ascii: "/"))
        for (index, part) in parts.enumerated() {
            let isName = index == parts.count - 1
            let stem = isName ? part.prefix { $0 != UInt8(ascii: ".") } : part[...]
            let words = Set(part.split { !$0.isAlphanumeric }.map { $0.string })
            // Perl's folder of tests, also that of others.
            if !words.isDisjoint(with: PlaceKind.tests) || (!isName && part.elementsEqual("t".utf8))
                || (isName && PlaceKind.isTestName(path, stem))
            {
                self = .test
                return
            }
            if !words.isDisjoint(with: PlaceKind.examples) {
                self = .example
                return
            }
            if (!isName && PlaceKind.docs.contains(part.string)) || (isName && PlaceKind.isDocument(part)) {
                self = .documentation
                return
            }
        }
        self = .ordinary
    }

    private static let tests: Set<String> = [
        "test", "tests", "testing", "testdata", "spec", "specs", "fixture", "fixtures", "mock", "mocks", "stub",
        "stubs", "e2e", "integrationtest", "unittest", "unittests", "functests", "testcases", "testcase", "testsuite",
        "testproj", "testproject", "testapp", "testutil", "testutils", "testlib", "testfiles", "cypress", "jest",
        "corpus",
    ]
    private static let examples: Set<String> = [
        "example", "examples", "sample", "samples", "demo", "demos", "template", "templates", "dist", "tutorial",
        "tutorials", "quickstart", "playground", "snippets",
    ]
    private static let docs: Set<String> = ["doc", "docs", "documentation", "wiki", "website", "man", "manual"]

    private static func isDocument(_ name: ArraySlice<UInt8>) -> Bool {
        if name.starts(with: "readme".utf8) || name.starts(with: "changelog".utf8) { return true }
        let suffix = name.split(separator: UInt8(ascii: ".")).last.map { $0.string } ?? ""
        return ["md", "markdown", "mdx", "rst", "adoc", "asciidoc", "tex", "rdoc"].contains(suffix)
    }

    /// `PaymentTests.swift`, `PaymentSpec.scala`, `TestPayment.java`: words in capitals.
    private static func isTestName(_ path: Path, _ stem: ArraySlice<UInt8>) -> Bool {
        let written = path.bytes.suffix(
            path.bytes.count - (path.bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)
        )
        .prefix(stem.count).string
        return ["Test", "Tests", "Spec", "IT"].contains { written.hasSuffix($0) && written != $0 }
            || (written.hasPrefix("Test") && written.dropFirst(4).first?.isUppercase == true)
    }
}
