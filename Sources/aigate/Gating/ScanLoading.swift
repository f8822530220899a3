// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Git
import Scans

/// Reads the given scans, and finds out which of their results stand on lines that AI-marked commits of the range
/// brought.
struct ScanLoading {
    /// More results of one scan are not looked at.
    private static let resultLimit = 100_000

    let repository: Repository
    let range: CommitRange
    /// AI-marked commits of the range.
    let marked: Set<ObjectID>

    /// Sentences on what could not be judged go into `unjudged`, those on what was left out into `limitations`.
    func load(
        _ given: inout GivenScans, unjudged: inout [String], limitations: inout [String]
    ) throws(GitError) -> ScanFacts {
        var facts = ScanFacts()
        facts.wereGiven = given.wereGiven
        unjudged += given.problems
        let reader = SARIFReader(folder: repository.workingFolder)
        var scans: [Scan] = []
        for (index, file) in given.files.enumerated() {
            let name = VisibleText.of(file.input.name)
            let report: ScanReport
            do throws(ScanError) {
                report = try reader.read(file.bytes)
            } catch {
                unjudged.append("the scan \(name) could not be read: \(VisibleText.of(error.description, limit: 200))")
                continue
            }
            given.name(report.scanners, of: index)
            let (commit, problem) = try judged(by: report)
            if let problem {
                unjudged.append("the scan \(name) \(problem)")
                continue
            }
            facts.scanners.formUnion(report.scanners.map(\.name))
            if let commit { scans.append(Scan(report: report, commit: commit)) }
            limitations += sentences(on: report, name)
        }
        facts.alerts = try alerts(scans, &unjudged)
        return facts
    }

    /// A report, and the commit whose lines it speaks of.
    private struct Scan {
        let report: ScanReport
        let commit: ObjectID
    }

    /// What the report looked at: the head, or the merge of it that a forge makes to test a change. `problem`: why it is
    /// of neither.
    private func judged(by report: ScanReport) throws(GitError) -> (commit: ObjectID?, problem: String?) {
        guard let head = range.head else { return (nil, nil) }
        var commit = head
        for revision in report.revisions where !(revision.count >= 7 && head.hex.hasPrefix(revision)) {
            guard let merge = ObjectID(hex: revision), try isMerge(merge, of: head) else {
                return (
                    nil,
                    "is of the commit \(VisibleText.of(revision, limit: 40)), and not of the judged head: scan the head"
                )
            }
            commit = merge
        }
        guard report.elsewhere > 0 else { return (commit, nil) }
        let tree = try TreeFiles(repository, commit: commit)
        for place in report.results.prefix(ScanLoading.resultLimit).flatMap(\.places) {
            if try tree.holdsFile(place.path) { return (commit, nil) }
        }
        return (
            nil,
            "names files outside of this clone alone, so nobody can tell which lines it means: "
                + "have its paths written from the repository's root"
        )
    }

    /// The merge of the head into the branch that it is meant for, as GitHub checks it out (`refs/pull/N/merge`); one
    /// that brings something else into the head is newer than what is judged.
    private func isMerge(_ commit: ObjectID, of head: ObjectID) throws(GitError) -> Bool {
        guard repository.contains(commit) else { return false }
        let parents = try repository.commit(commit).parents
        return parents.count == 2 && parents.last == head
    }

    private func sentences(on report: ScanReport, _ name: String) -> [String] {
        var sentences: [String] = []
        if report.revisions.isEmpty { sentences.append("the scan \(name) does not say which commit it looked at") }
        let other = report.elsewhere + report.unplaced
        if other > 0 { sentences.append("\(other) results of the scan \(name) name no file of the repository") }
        if report.lifted > 0 { sentences.append("\(report.lifted) results of the scan \(name) are lifted there") }
        return sentences
    }

    private func alerts(_ scans: [Scan], _ unjudged: inout [String]) throws(GitError) -> [ScanAlert] {
        guard !marked.isEmpty else { return [] }
        var found: Set<ScanAlert> = []
        for (commit, scans) in Dictionary(grouping: scans, by: \.commit).sorted(by: { $0.key.hex < $1.key.hex }) {
            found.formUnion(try alerts(scans.map(\.report), on: commit, &unjudged))
        }
        return found.sorted { left, right in
            if left.path != right.path { return left.path < right.path }
            return (
                left.line ?? 0, left.scanner, left.rule, left.severity.rawValue, left.security ?? -1, left.title ?? ""
            )
                < (
                    right.line ?? 0, right.scanner, right.rule, right.severity.rawValue, right.security ?? -1,
                    right.title ?? ""
                )
        }
    }

    private func alerts(
        _ reports: [ScanReport], on head: ObjectID, _ unjudged: inout [String]
    ) throws(GitError) -> Set<ScanAlert> {
        var byPath: [Path: [(result: ScanReport.Result, line: Int?)]] = [:]
        for report in reports {
            if report.results.count > ScanLoading.resultLimit {
                unjudged.append(
                    "a scan has \(report.results.count) results, of which \(ScanLoading.resultLimit) are read")
            }
            for result in report.results.prefix(ScanLoading.resultLimit) {
                for place in result.places { byPath[place.path, default: []].append((result, place.line)) }
            }
        }
        let files = try ChangedSince(repository, base: range.mergeBase ?? range.base, head: head)
        var found: Set<ScanAlert> = []
        for path in byPath.keys.sorted() where try files.isChanged(path) {
            let blamed = try repository.blame(path, at: head, lines: nil)
            for (result, line) in byPath[path] ?? [] {
                guard let commit = commit(blamed, line) else { continue }
                found.insert(
                    ScanAlert(
                        scanner: result.scanner, rule: result.rule, title: result.title, severity: result.severity,
                        security: result.security, path: path, line: line, commit: commit))
            }
        }
        return found
    }

    /// The AI-marked commit that brought a line; for a whole file one that brought any of it.
    private func commit(_ blamed: [BlamedLines], _ line: Int?) -> ObjectID? {
        guard let line else { return blamed.first { marked.contains($0.commit) }?.commit }
        return blamed.first { $0.first <= line && line - $0.first < $0.count && marked.contains($0.commit) }?.commit
    }
}

/// Which files of the head the range as a whole changed: of the others no line is the range's.
private struct ChangedSince {
    private let base: TreeFiles?
    private let head: TreeFiles

    init(_ repository: Repository, base: ObjectID?, head: ObjectID) throws(GitError) {
        if let base { self.base = try TreeFiles(repository, commit: base) } else { self.base = nil }
        self.head = try TreeFiles(repository, commit: head)
    }

    func isChanged(_ path: Path) throws(GitError) -> Bool {
        guard try head.holdsFile(path), let new = try head.blob(path) else { return false }
        return try base?.blob(path)?.id != new.id
    }
}
