// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit

@testable import Checks

/// One file of a commit of which nothing else matters, and what checks say about it.
struct ResidueSample {
    private let change: CommitChange

    /// `old`: the text before; nil: the file is new.
    init(_ path: String, _ new: [UInt8], old: [UInt8]? = nil, mark: ChangedFile.Mark? = nil) {
        let text = old.map { SampleDiff.change(from: $0, to: new) } ?? ResidueSample.added(new)
        let file = ChangedFile(
            path: Path(path), status: old == nil ? .added : .modified, oldMode: 0, newMode: 0o100644, oldBlob: nil,
            newBlob: nil, content: .text(text), mark: mark)
        let person = Signature(
            identity: Identity(name: "Ann Lee", email: "ann@example.org"), seconds: 1_767_323_045, offsetMinutes: 0)
        let id = ObjectID(hex: String(repeating: "1", count: 40))!
        let commit = Commit(
            id: id, tree: id, parents: [id], author: person, committer: person, message: CommitMessage("Change\n"))
        let provenance = CommitProvenance(trailers: [], ai: AIStatus(state: .noEvidence), declarations: [], credits: [])
        change = CommitChange(
            commit: commit, files: [file], provenance: provenance,
            texts: ChangeTexts(old: { _ in old ?? [] }, new: { _ in new }))
    }

    private static func added(_ text: [UInt8]) -> TextChange {
        let lines = text.count { $0 == UInt8(ascii: "\n") } + (text.isEmpty || text.last == UInt8(ascii: "\n") ? 0 : 1)
        let hunk = TextChange.Hunk(oldStart: 0, oldCount: 0, newStart: text.isEmpty ? 0 : 1, newCount: lines, offset: 0)
        return TextChange(hunks: [hunk], addedText: text)
    }

    func residue() throws -> [Finding] {
        try Residue(NoSettings()).findings(in: WordIndex([Residue.self]).found(in: change))
    }

    func hidden() throws -> [Finding] {
        try HiddenUnicode(NoSettings()).findings(in: change)
    }
}
