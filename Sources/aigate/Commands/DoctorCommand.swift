// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Forge
import Gate
import Git
import Glibc

/// `aigate doctor`
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what check would judge, by which policy, and why.",
        discussion: """
            Ends with 0 when check could judge, with 2 for a mistake in the policy, with 3 when it could not.

              aigate doctor main..topic
            """)

    @OptionGroup var what: RangeOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var review: ReviewOptions

    func run() throws {
        let environment = Environment.current
        line("aigate", Version.text)
        try explaining {
            let repository = try Repository(at: what.repository)
            try describe(repository)
            do {
                let situation = try Targeting(what: what, environment: environment).situation()
                line("forge", situation.ci.map { "\($0.system), event \($0.event)" } ?? "none")
                var resolved = try RangeResolution(repository, situation: situation).resolve()
                let set = try describePolicy(repository, resolved)
                try describe(&resolved, repository, set, situation)
            } catch let error as ForgeError {
                throw Stop(error.kind == .usage ? ExitCode.usage : ExitCode.incomplete, error.description)
            }
        }
    }

    private func line(_ name: String, _ value: String) {
        Console.out(name + String(repeating: " ", count: max(1, 12 - name.count)) + Outgoing.masked(value))
    }

    private func describe(_ repository: Repository) throws {
        line("repository", VisibleText.of(repository.workingFolder ?? repository.commonFolder))
        line("address", try repositoryAddress(repository).map { VisibleText.of($0) } ?? "no origin")
        let depth = repository.isShallow ? "shallow: most ranges cannot be judged (fetch-depth: 0)" : "whole history"
        line("depth", try depth + (repository.isPartial ? ", partial clone: objects may be missing" : ""))
        line("ownership", ownership(of: repository.commonFolder))
        for sentence in try repository.rewrittenHistory() { line("note", sentence) }
        let notes = try repository.references(startingWith: "refs/notes/")
        line(
            "notes",
            notes.isEmpty
                ? "none fetched: git fetch origin 'refs/notes/*:refs/notes/*'"
                : VisibleText.of(notes.joined(separator: ", ")))
        let stores = try ClaimStores(repository, head: try repository.headCommit())
        for source in stores.sources(in: repository) where source.state != .absent { line("claims", source.text) }
    }

    private func ownership(of folder: String) -> String {
        var status = stat()
        guard stat(folder, &status) == 0 else { return "unknown" }
        return status.st_uid == geteuid()
            ? "yours" : "another user's (uid \(status.st_uid)); aigate reads it all the same and runs nothing from it"
    }

    private func describePolicy(_ repository: Repository, _ resolved: ResolvedRange) throws -> PolicySet {
        let set = try PolicyLoading(options: policy, kinds: Checks.all, today: (what.now ?? Clock.now).day)
            .load(from: repository, commit: resolved.policyCommit, waivers: resolved.waiverCommit, change: resolved)
        _ = try Judge(Checks.all, policy: set, today: (what.now ?? Clock.now).day)
        for source in set.sources {
            let place = source.commit.map { " at \($0.short)" } ?? ""
            switch source.kind {
            case .builtIn: line(source.role, "none\(place): built-in defaults (aigate init writes one)")
            case .commit, .file:
                line(source.role, VisibleText.of(source.path ?? "") + place + ", sha256:" + (source.sha256 ?? ""))
            }
        }
        return set
    }

    private func describe(
        _ resolved: inout ResolvedRange, _ repository: Repository, _ policy: PolicySet, _ situation: Situation
    ) throws {
        let ids = try resolved.commits(in: repository, since: policy.repository.since)
        let range = resolved.range
        line("range", VisibleText.of(range.spec))
        line("base", range.base?.hex ?? "none: everything that the head reaches")
        line("head", range.head?.hex ?? "none")
        for reason in range.reasons { line("why", VisibleText.of(reason)) }
        let kind = policy.kind(of: situation)
        line(
            "run",
            kind.rawValue
                + (kind.hasLanded || policy.repository.review.strict
                    ? ": a missing review is a finding" : ": reviews are pending"))
        line("commits", String(ids.count))
        let sentences = try ReviewSentences(
            repository: repository, policy: policy, kind: kind, base: range.policyCommit, given: GivenFiles(review))
        for (name, sentence) in try sentences.all() { line(name, sentence) }
        for (commit, reason) in resolved.excluded { line("left out", "\(commit.short) \(reason)") }
    }
}
