// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Content
import Foundation
import Gate
import Policy
import Provenance
import TestKit
import Testing

/// An example of a check as the change it stands for, and where its marks are.
struct ExampleChange {
    let change: CommitChange
    /// The files before and after it.
    let base: MemoryTree
    let head: MemoryTree
    let policy: Policy
    /// Expected findings: path (empty for the message) and line; a deleted file's is its first.
    let marks: Set<String>

    init(_ example: Example) throws {
        let yaml = Array("version: 1\n\(example.policy ?? "")\n".utf8)
        policy = try PolicyReader.policy(yaml, file: "example", kinds: Checks.all)
        var template = ExampleText(seed: example.title)
        func expanded(_ text: String) throws -> String {
            example.isTemplate ? String(decoding: try template.expand(text), as: UTF8.self) : text
        }
        let message = try MarkedText(expanded(example.message))
        var marks = message.lines.map { ":\($0)" }
        var files: [ChangedFile] = []
        var before: [Path: [UInt8]] = [:]
        for (path, marked) in example.before {
            let text = MarkedText(marked)
            marks += text.lines.map { "\(path):\($0)" }
            before[Path(path)] = Array(text.text.utf8)
        }
        var after = before
        for (path, marked) in example.files {
            let text = try MarkedText(expanded(marked))
            marks += text.lines.map { "\(path):\($0)" }
            after[Path(path)] = Array(text.text.utf8)
            files.append(ExampleChange.file(path, from: before[Path(path)], to: Array(text.text.utf8)))
        }
        for marked in example.deleted {
            let text = MarkedText(marked)
            if !text.lines.isEmpty { marks.append("\(text.text):1") }
            after[Path(text.text)] = nil
            files.append(ExampleChange.file(text.text, from: before[Path(text.text)], to: nil))
        }
        files.sort { $0.path < $1.path }
        (base, head) = (MemoryTree(before), MemoryTree(after))
        self.marks = Set(marks)
        let commit = Commit(
            id: ObjectID(hex: String(repeating: "1", count: 40))!,
            tree: ObjectID(hex: String(repeating: "2", count: 40))!,
            parents: [ObjectID(hex: String(repeating: "3", count: 40))!],
            author: ExampleChange.signature(example.author),
            committer: ExampleChange.signature(example.committer, on: example.committedOn),
            message: CommitMessage(message.text))
        let reader = ProvenanceReader(policy: policy.ai)
        let claims = StoredClaims(
            note: example.note.map { .found(Array($0.utf8)) } ?? .absent, others: [],
            checkpoint: ClaimSource(.entireCheckpoints, .absent))
        let provenance = reader.read(commit, files, claims: claims)
        let review = reader.review(
            of: commit, files: files, provenance: provenance,
            on: ReviewBasis(policy: policy.review, kind: example.run, registers: try ExampleChange.registers(example)),
            isAsked: Checks.askForReview(files)
        ) { _ in nil }
        let scanner = try ContentScanner(ContentProgram(rules: EmbeddedPacks.rules))
        let registers = try ExampleChange.registers(example)
        let rules = policy.tasks
        let tasks = try registers.tasks.map { try TaskReader($0, policy: rules) }
        change = CommitChange(
            commit: commit, files: files, provenance: provenance, review: review, aiPolicy: policy.ai,
            content: try scanner.scan(commit, files).matches,
            texts: ChangeTexts(
                old: { [before] in before[$0.oldPath ?? $0.path] ?? [] }, new: { [after] in after[$0.path] ?? [] }),
            base: BaseFacts(base), registers: registers,
            days: try example.committedOn.map { try #require(Day($0)) }.map {
                JudgedDays(commit: $0, run: try example.judgedOn.map { try #require(Day($0)) } ?? $0)
            }, tasks: provenance.ai.isMarked ? tasks?.references(in: commit, provenance) ?? [] : [])
    }

    private static func registers(_ example: Example) throws -> Registers {
        var files = RegisterFiles()
        for (name, text) in example.registers {
            let parts = name.split(separator: "/")
            let part = try #require(Registers.Part(rawValue: String(parts[0].prefix { $0 != "." })))
            let source = PolicySource(role: part.rawValue, kind: .commit, path: ".aigate/\(name)")
            files.own.append(
                RegisterFile(part, name: String(parts[parts.count - 1]), bytes: Array(text.utf8), source: source))
        }
        return try RegistersReader(today: Day(number: 20_000), checks: Checks.all.map(\.about.id)).read(files).naming {
            "p_" + Fingerprint.sha256(Array($0.utf8)).prefix(16)
        }
    }

    /// What the change makes of the repository's register of data.
    func dataAfter() throws -> DataAfter {
        let path = Path(Registers.Part.data.path)
        let bytes = try head.bytes(of: path, limit: .max)
        guard try base.bytes(of: path, limit: .max) != bytes, change.registers.data != nil else { return .same }
        var files = RegisterFiles()
        if let bytes {
            let source = PolicySource(role: "data", kind: .commit, path: Registers.Part.data.path)
            files.own = [RegisterFile(.data, name: "data.yml", bytes: bytes, source: source)]
        }
        do { return .changed(try RegistersReader(today: Day(number: 20_000)).data(files)) } catch {
            return .unreadable(error.errors[0].description)
        }
    }

    private static func file(_ path: String, from old: [UInt8]?, to new: [UInt8]?) -> ChangedFile {
        func id(_ text: [UInt8]?) -> ObjectID? {
            text.map { ObjectID(hex: Fingerprint.sha256($0).prefix(40).description)! }
        }
        return ChangedFile(
            path: Path(path), status: old == nil ? .added : new == nil ? .deleted : .modified,
            oldMode: old == nil ? 0 : 0o100644,
            newMode: new == nil ? 0 : 0o100644, oldBlob: id(old), newBlob: id(new),
            content: .text(SampleDiff.change(from: old ?? [], to: new ?? [])))
    }

    private static func signature(_ text: String, on day: String? = nil) -> Signature {
        let parts = text.split(separator: "<")
        return Signature(
            identity: Identity(
                name: parts[0].trimmingCharacters(in: .whitespaces), email: String(parts[1].dropLast())),
            seconds: day.flatMap { Instant("\($0)T12:00:00Z") }?.seconds ?? 1_767_323_045, offsetMinutes: 0)
    }
}
