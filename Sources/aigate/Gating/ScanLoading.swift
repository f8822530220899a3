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
        var reports: [ScanReport] = []
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
            if let reason = try otherTree(report) {
                unjudged.append("the scan \(name) \(reason)")
                continue
            }
            facts.scanners.formUnion(report.scanners.map(\.name))
            reports.append(report)
            limitations += sentences(on: report, name)
        }
        facts.alerts = try alerts(reports, &unjudged)
        return facts
    }

    /// Why the report is not of the head as it lies here; nil where nothing speaks against it.
    private func otherTree(_ report: ScanReport) throws(GitError) -> String? {
        guard let head = range.head else { return nil }
        if let other = report.revisions.first(where: { !($0.count >= 7 && head.hex.hasPrefix($0)) }) {
            return "is of the commit \(VisibleText.of(other, limit: 40)), and not of the judged head: scan the head"
        }
        guard report.elsewhere > 0 else { return nil }
        let tree = try TreeFiles(repository, commit: head)
        for place in report.results.prefix(ScanLoading.resultLimit).flatMap(\.places) {
            if try tree.holdsFile(place.path) { return nil }
        }
        return "names files outside of this clone alone, so nobody can tell which lines it means: "
            + "have its paths written from the repository's root"
    }

    private func sentences(on report: ScanReport, _ name: String) -> [String] {
        var sentences: [String] = []
        if report.revisions.isEmpty { sentences.append("the scan \(name) does not say which commit it looked at") }
        let other = report.elsewhere + report.unplaced
        if other > 0 { sentences.append("\(other) results of the scan \(name) name no file of the repository") }
        if report.lifted > 0 { sentences.append("\(report.lifted) results of the scan \(name) are lifted there") }
        return sentences
    }

    private func alerts(_ reports: [ScanReport], _ unjudged: inout [String]) throws(GitError) -> [ScanAlert] {
        guard let head = range.head, !marked.isEmpty else { return [] }
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
