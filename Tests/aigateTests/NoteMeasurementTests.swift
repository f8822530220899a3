// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Git
import Provenance
import TestKit
import Testing

/// What real notes claim, and what of it their commits added.
///
/// `AIGATE_NOTES=/path/to/clone swift test --filter NoteMeasurement` measures every note in `refs/notes/ai` of a clone
/// that
/// has fetched them, and prints the figures. A clone of git-ai-project/git-ai gave 10,685 notes, 63 % of them without
/// their commit.
struct NoteMeasurementTests {
    private static let clone = ProcessInfo.processInfo.environment["AIGATE_NOTES"]

    private struct Figures: CustomStringConvertible {
        var notes = 0
        var claimed = 0
        var covered = 0
        var ai = 0
        var coveringNothing = 0
        var coveringAll = 0

        mutating func add(_ lines: LineClaims) {
            notes += 1
            claimed += lines.claimed
            covered += lines.covered
            ai += lines.aiLines
            if lines.covered == 0 { coveringNothing += 1 }
            if lines.covered > 0, lines.untracked == 0 { coveringAll += 1 }
        }

        var description: String {
            let share = claimed > 0 ? Double(covered) / Double(claimed) * 100 : 0
            return "\(notes) notes, \(claimed) attested lines, \(covered) of them added (\(share) %), \(ai) by AI; "
                + "\(coveringNothing) notes cover no added line, \(coveringAll) cover all"
        }
    }

    @Test(.enabled(if: clone != nil)) func notesOfAPublicHistory() throws {
        let path = try #require(NoteMeasurementTests.clone)
        let repository = try Repository(at: path)
        let notes = Notes(repository, ref: try repository.notesRef("refs/notes/ai"))
        let changes = try ChangeReader(repository, fileLimit: 64 << 20)
        let reader = ProvenanceReader()
        var orphans = 0
        var states: [ClaimSource.State: Int] = [:]
        var merges = 0
        var incomplete = 0
        var all = Figures()
        var first = Figures()
        let ids = try NoteMeasurementTests.annotated(in: path)
        for id in ids {
            guard repository.contains(id) else {
                orphans += 1
                // Its note must be readable all the same.
                let source = try self.source(of: notes.note(on: id), reader)
                states[source, default: 0] += 1
                continue
            }
            let commit = try repository.commit(id)
            let claims = StoredClaims(
                note: notes.note(on: id), others: [], checkpoint: ClaimSource(.entireCheckpoints, .absent))
            let files: [ChangedFile]
            do throws(GitError) {
                files = try changes.files(of: commit)
            } catch {
                guard error.kind == .missingObject else { throw error }
                // Mirrors leave large objects out.
                incomplete += 1
                continue
            }
            let provenance = reader.read(commit, files, claims: claims)
            states[try #require(provenance.claimSources.first).state, default: 0] += 1
            guard commit.parents.count == 1 else {
                merges += 1
                continue
            }
            guard let lines = provenance.lines, lines.claimed > 0 else { continue }
            all.add(lines)
            if first.notes < 1500 { first.add(lines) }
        }
        print("\(ids.count) notes, \(orphans) without their commit (\(Double(orphans) / Double(ids.count) * 100) %)")
        print("states:", states.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" })
        print(
            "on commits with one parent: \(all); \(merges) on merges and roots, \(incomplete) whose files are missing")
        print("the first 1500 of these: \(first)")
        #expect(ids.count > 0 && all.covered <= all.claimed && states[.unparsable, default: 0] == 0)
    }

    private func source(of note: CommitNote, _ reader: ProvenanceReader) throws -> ClaimSource.State {
        let nobody = Signature(identity: Identity(name: "", email: ""), seconds: 0, offsetMinutes: 0)
        let commit = Commit(
            id: .zero, tree: .zero, parents: [], author: nobody, committer: nobody, message: CommitMessage(""))
        let claims = StoredClaims(note: note, others: [], checkpoint: ClaimSource(.entireCheckpoints, .absent))
        return try #require(reader.read(commit, claims: claims).claimSources.first).state
    }

    /// The commits that have a note, in the order of the notes' tree.
    private static func annotated(in clone: String) throws -> [ObjectID] {
        let result = try Subprocess.run(
            "/usr/bin/env", ["git", "--git-dir", clone, "ls-tree", "-r", "--name-only", "refs/notes/ai"],
            in: URL(filePath: clone), environment: Subprocess.cleanGit)
        return result.output.split(separator: "\n").compactMap { ObjectID(hex: $0.filter { $0 != "/" }) }
    }
}
