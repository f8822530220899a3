// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Which files hold tests, told by their path as the runners of the ecosystems find them.
enum TestFiles {
    /// Code of tests, and neither what they compare with nor what they feed on.
    static func isTest(_ path: Path) -> Bool {
        guard !isMaterial(path) else { return false }
        if hasTestName(path.name) { return true }
        return !isRunByNameOnly(path.name) && folders(of: path).contains(where: isTestFolder)
    }

    /// Go and pytest run nothing that is not named as a test: in a folder of tests it is a part of what they feed on.
    private static func isRunByNameOnly(_ name: ArraySlice<UInt8>) -> Bool {
        name.suffix(3).elementsEqual(".py".utf8) || name.suffix(3).elementsEqual(".go".utf8)
    }

    /// Names that a runner takes for tests wherever they stand.
    static func hasTestName(_ name: ArraySlice<UInt8>) -> Bool {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let stem = name[..<dot]
        if stem.elementsEqual("tests".utf8) { return true }
        if stem.starts(with: "test_".utf8)
            || stem.starts(with: "Test".utf8) && stem.count > 4 && !stem[stem.startIndex + 4].isLower
        {
            return true
        }
        return affixes.contains { stem.count > $0.count && stem.suffix($0.count).elementsEqual($0) }
    }

    /// What a test file is about: its name in lower case without extension, marks of tests and separators.
    static func subject(of path: Path) -> [UInt8] {
        let name = path.name
        var stem = name[..<(name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)]
        for affix in affixes + subjectEnds
        where stem.count > affix.count && stem.suffix(affix.count).elementsEqual(affix) {
            stem = stem.dropLast(affix.count)
            break
        }
        for prefix in prefixes where stem.count > prefix.count && stem.starts(with: prefix) {
            stem = stem.dropFirst(prefix.count)
            break
        }
        return stem.map(\.lowered).filter {
            $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".")
        }
    }

    /// Recorded results that a runner compares with and rewrites when told to.
    static func isSnapshot(_ path: Path) -> Bool {
        let name = path.name
        return snapshotEnds.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
            || folders(of: path).contains { component in snapshotFolders.contains { component.elementsEqual($0) } }
    }

    private static func isMaterial(_ path: Path) -> Bool {
        isSnapshot(path)
            || folders(of: path).contains { component in materialFolders.contains { component.elementsEqual($0) } }
    }

    private static func isTestFolder(_ component: ArraySlice<UInt8>) -> Bool {
        let folded = component.map(\.lowered)
        if testFolders.contains(where: { folded.elementsEqual($0) }) { return true }
        // FooTests and src/integrationTest, and neither `latest` nor `contest`.
        return folderEnds.contains { component.count > $0.count && component.suffix($0.count).elementsEqual($0) }
    }

    private static func folders(of path: Path) -> ArraySlice<ArraySlice<UInt8>> {
        path.bytes.split(separator: UInt8(ascii: "/")).dropLast()
    }

    private static func list(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    private static let affixes = list([
        "_unittest", "_test", "_tests", "_spec", ".test", ".tests", ".spec", ".cy", ".e2e", "-test", "-tests", "-spec",
        "Tests", "Test", "TestCase", "Cest",
    ])
    /// Words of ordinary names too, which mark a test only in a folder of tests.
    private static let subjectEnds = list(["Spec", "Suite", "IT"])
    private static let prefixes = list(["test_", "test-", "tests_", "Test"])
    private static let testFolders = list([
        "test", "tests", "__tests__", "spec", "specs", "e2e", "cypress", "unittest", "unittests", "t",
    ])
    private static let folderEnds = list([
        "Tests", "Test", "_tests", "_test", "-tests", "-test", ".tests", ".test", ".Specs",
    ])
    private static let materialFolders = list([
        "fixtures", "fixture", "__fixtures__", "testdata", "test-data", "test_data", "mocks", "__mocks__", "golden",
        "goldens", "resources", "examples", "asset", "assets", "support",
    ])
    private static let snapshotFolders = list([
        "__snapshots__", "__image_snapshots__", "snapshots", "__file_snapshots__",
    ])
    private static let snapshotEnds = list([
        ".snap", ".ambr", ".golden", ".approved.txt", ".verified.txt", ".approved.json",
    ])
}

extension UInt8 {
    fileprivate var isLower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
