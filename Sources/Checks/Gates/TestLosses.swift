// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The tests that a commit takes away, file by file, less those that it brings elsewhere.
struct TestLosses {
    struct Loss {
        let file: ChangedFile
        /// Before the change less after it, and less the tests that stand elsewhere under their name.
        fileprivate(set) var counts: TestCounts
        /// No line that asserts came into the file.
        let isPure: Bool
        fileprivate var names: TestNames
    }

    /// In the order of the commit.
    private(set) var files: [Loss] = []
    /// By so many lines the files that lost tests became shorter, and code outside of tests; less than 0: longer.
    private(set) var testLines = 0
    private(set) var sourceLines = 0
    /// Other files gained at least half as many tests, or assertions, under other names.
    private(set) var isRewrite = false
    /// A submodule came, which may hold them.
    private(set) var bringsSubmodule = false

    /// `deleted`: of the files that are gone; else of those that remain.
    init(_ change: CommitChange, deleted: Bool) throws {
        var losing: Set<Path> = []
        var named = TestNames()
        for file in change.files where (file.status == .deleted) == deleted {
            guard let words = TestLosses.words(of: file, in: change.commit), case .text(let text) = file.content else {
                continue
            }
            let removed = RemovedLines.of(text, in: try change.texts.old(file))
            let before = TestCounts(removed, words)
            guard before.tests + before.assertions > 0 else { continue }
            let after = TestCounts(text.addedText, words)
            let counts = before - after
            // A deleted file without a test helped others.
            guard counts.tests > 0 || counts.assertions > 0 && file.status != .deleted else { continue }
            var names = TestNames(removed, words)
            var kept = TestNames(text.addedText, words)
            _ = names.takeOut(&kept)
            named.add(kept)
            files.append(Loss(file: file, counts: counts, isPure: after.assertions == 0, names: names))
            losing.insert(file.path)
        }
        if !files.isEmpty { try weigh(change, besides: losing, where: named) }
    }

    /// Leaves out what moved or went with its code, and says what speaks for the rest.
    /// `named`: the tests that are new in the files that lost others.
    private mutating func weigh(_ change: CommitChange, besides losing: Set<Path>, where named: TestNames) throws {
        var (gained, names) = (TestCounts(), named)
        for file in change.files where !losing.contains(file.path) {
            guard case .text(let text) = file.content, let words = TestWords.of(file.path) else { continue }
            let hasBefore = file.removedLines > 0 && !change.commit.isMerge
            let removed = hasBefore ? RemovedLines.of(text, in: try change.texts.old(file)) : []
            let counts = TestCounts(text.addedText, words) - TestCounts(removed, words)
            gained.tests += max(0, counts.tests)
            gained.assertions += max(0, counts.assertions)
            var (came, went) = (TestNames(text.addedText, words), TestNames(removed, words))
            _ = came.takeOut(&went)
            names.add(came)
        }
        testLines = files.reduce(0) { $0 + $1.file.removedLines - $1.file.addedLines }
        sourceLines = TestLosses.sourceLines(change)
        bringsSubmodule = change.files.contains {
            $0.addedLines > 0 && $0.path.name.elementsEqual(".gitmodules".utf8)
        }
        files = files.compactMap { TestLosses.remaining($0, &gained, &names) }
        isRewrite = files.reduce(into: TestCounts()) { $0.add($1.counts) }.isAbout(twice: gained)
        let subjects = TestLosses.removedSubjects(change)
        files.removeAll { TestLosses.isAbout(subjects, $0.file) }
    }

    /// Nil where other files hold all of it.
    private static func remaining(_ loss: Loss, _ gained: inout TestCounts, _ names: inout TestNames) -> Loss? {
        var loss = loss
        guard loss.counts.tests > 0 else {
            guard gained.assertions >= loss.counts.assertions else { return loss }
            gained.assertions -= loss.counts.assertions
            return nil
        }
        let moved = min(loss.names.takeOut(&names), loss.counts.tests)
        loss.counts.tests -= moved
        gained.tests = max(0, gained.tests - moved)
        return loss.counts.tests > 0 ? loss : nil
    }

    /// The words of a file of tests that lost lines.
    private static func words(of file: ChangedFile, in commit: Commit) -> TestWords? {
        // A merge's lines before have no one text.
        guard file.removedLines > 0, !commit.isMerge || file.status == .deleted,
            let words = TestWords.of(file.oldPath ?? file.path)
        else { return nil }
        return words.standAnywhere || TestFiles.isTest(file.oldPath ?? file.path) ? words : nil
    }

    /// What the code is about that goes with the commit.
    private static func removedSubjects(_ change: CommitChange) -> Set<[UInt8]> {
        let gone = change.files.filter {
            $0.status == .deleted && TestWords.of($0.path) != nil && !TestFiles.isTest($0.path)
        }
        return Set(gone.map { TestFiles.subject(of: $0.path) })
    }

    /// Shorter names are parts of many others.
    private static let shortestSubject = 4

    private static func isAbout(_ subjects: Set<[UInt8]>, _ file: ChangedFile) -> Bool {
        guard file.status == .deleted, !subjects.isEmpty else { return false }
        let subject = TestFiles.subject(of: file.path)
        if subjects.contains(subject) { return true }
        // Each with each would take minutes where a commit removes everything.
        guard subjects.count <= comparedSubjects, subject.count >= shortestSubject else { return false }
        return subjects.contains { $0.count >= shortestSubject && (subject.holds($0) || $0.holds(subject)) }
    }

    private static let comparedSubjects = 500

    private static func sourceLines(_ change: CommitChange) -> Int {
        change.files.reduce(0) { lines, file in
            guard TestWords.of(file.path) != nil, !TestFiles.isTest(file.path) else { return lines }
            return lines + file.removedLines - file.addedLines
        }
    }
}

extension TestLosses {
    /// Why a loss may be none, in words.
    func doubts(about loss: Loss, _ change: CommitChange) -> [String] {
        var doubts: [String] = []
        // An agent mends a line here and deletes a file of tests there.
        let part = change.provenance.ai.isMarked ? 10 : Int.max
        if sourceLines > 0, sourceLines >= testLines / part {
            doubts.append("other code became \(sourceLines) lines shorter: what goes takes its tests with it")
        }
        // An agent that deletes a test that fails brings new ones in the same commit.
        if isRewrite, !change.provenance.ai.isMarked {
            doubts.append("other files gained at least half as many tests or assertions under other names")
        }
        if bringsSubmodule { doubts.append("a submodule came, which may hold them") }
        if loss.counts.tests <= 0, !loss.isPure {
            doubts.append("the file gained other assertions: these may have been rewritten")
        }
        return doubts
    }
}

extension TestLosses.Loss {
    /// What was counted, in words.
    var basis: String {
        "lines that declare a test: \(counts.tests) fewer; that assert: \(counts.assertions) fewer"
    }

    var excerpt: Excerpt { Excerpt(line: "\(file.status.rawValue) \(file.oldBlob?.hex ?? "")") }
}

extension TestCounts {
    /// At most twice as much as another count.
    fileprivate func isAbout(twice other: TestCounts) -> Bool {
        tests > 0 && other.tests * 2 >= tests || assertions > 0 && other.assertions * 2 >= assertions
    }

    fileprivate mutating func add(_ other: TestCounts) {
        tests += other.tests
        assertions += other.assertions
    }
}

extension [UInt8] {
    /// True where the other stands in it; both are short.
    func holds(_ other: [UInt8]) -> Bool {
        guard !other.isEmpty, other.count <= count else { return other.isEmpty }
        return (0...(count - other.count)).contains { self[$0..<($0 + other.count)].elementsEqual(other) }
    }
}
