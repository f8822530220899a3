// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Content
import Foundation
import Gate
import Policy
import Provenance
import TestKit

/// An example of a check as the change it stands for, and where its marks are.
struct ExampleChange {
    let change: CommitChange
    /// Expected findings: path (empty for the message) and line.
    let marks: Set<String>

    init(_ example: Example) throws {
        let yaml = Array("version: 1\n\(example.policy ?? "")\n".utf8)
        let policy = try PolicyReader.policy(yaml, file: "example", kinds: Checks.all)
        var template = ExampleText(seed: example.title)
        func expanded(_ text: String) throws -> String {
            example.isTemplate ? String(decoding: try template.expand(text), as: UTF8.self) : text
        }
        let message = try MarkedText(expanded(example.message))
        var marks = message.lines.map { ":\($0)" }
        var files: [ChangedFile] = []
        for (path, marked) in example.files {
            let text = try MarkedText(expanded(marked))
            marks += text.lines.map { "\(path):\($0)" }
            files.append(ExampleChange.added(path, text.text))
        }
        self.marks = Set(marks)
        let commit = Commit(
            id: ObjectID(hex: String(repeating: "1", count: 40))!, tree: ObjectID(hex: String(repeating: "2", count: 40))!,
            parents: [ObjectID(hex: String(repeating: "3", count: 40))!], author: ExampleChange.signature(example.author),
            committer: ExampleChange.signature(example.committer), message: CommitMessage(message.text))
        let reader = ProvenanceReader(policy: policy.ai)
        let claims = StoredClaims(
            note: example.note.map { .found(Array($0.utf8)) } ?? .absent, others: [],
            checkpoint: ClaimSource(.entireCheckpoints, .absent))
        let provenance = reader.read(commit, files, claims: claims)
        let review = reader.review(
            of: commit, files: files, provenance: provenance, on: ReviewBasis(policy: policy.review, kind: example.run),
            isAsked: Checks.askForReview(files)
        ) { _ in nil }
        let scanner = try ContentScanner(ContentProgram(rules: EmbeddedPacks.rules))
        change = CommitChange(
            commit: commit, files: files, provenance: provenance, review: review, aiPolicy: policy.ai,
            content: try scanner.scan(commit, files).matches)
    }

    static func added(_ path: String, _ text: String) -> ChangedFile {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
        let hunk = TextChange.Hunk(oldStart: 0, oldCount: 0, newStart: 1, newCount: lines, offset: 0)
        return ChangedFile(
            path: Path(path), status: .added, oldMode: 0, newMode: 0o100644, oldBlob: nil,
            newBlob: ObjectID(hex: String(repeating: "4", count: 40)),
            content: .text(TextChange(hunks: [hunk], addedText: Array(text.utf8))))
    }

    private static func signature(_ text: String) -> Signature {
        let parts = text.split(separator: "<")
        return Signature(
            identity: Identity(
                name: parts[0].trimmingCharacters(in: .whitespaces), email: String(parts[1].dropLast())),
            seconds: 1_767_323_045, offsetMinutes: 0)
    }
}
