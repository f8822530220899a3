// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

@testable import Provenance

/// Notes to read, and the change that they are on.
enum SampleNote {
    static let session = "s_0a1b2c3d4e5f60"
    static let person = "h_1234567890abcd"

    /// `attestations`: what stands before the divider, with its last line end.
    static func note(_ attestations: String, prompts: String = "{}", more: String = "") -> [UInt8] {
        Array(
            (attestations + """
                ---
                {"schema_version":"authorship/3.0.0","base_commit_sha":"1111111111111111111111111111111111111111",\
                "prompts":\(prompts),"sessions":{"\(session)":{"agent_id":{"tool":"claude","id":"1","model":"opus-4-6"}}},\
                "humans":{"\(person)":{"author":"Ann Lee <ann@example.org>"}}\(more)}
                """).utf8)
    }

    /// A file of which the commit added lines `added`.
    static func file(_ path: String, _ added: ClosedRange<Int>...) -> ChangedFile {
        let hunks = added.map {
            TextChange.Hunk(oldStart: 0, oldCount: 0, newStart: $0.lowerBound, newCount: $0.count, offset: 0)
        }
        return ChangedFile(
            path: Path(path), status: .modified, oldMode: 0o100644, newMode: 0o100644, oldBlob: nil, newBlob: nil,
            content: .text(TextChange(hunks: hunks, addedText: [])))
    }

    static func read(
        _ note: CommitNote, _ files: [ChangedFile] = [file("a.swift", 1...10)], message: String = "Change\n"
    ) throws -> CommitProvenance {
        let claims = StoredClaims(
            note: note, others: [], checkpoint: ClaimSource(.entireCheckpoints, .notFetched, fetch: "git fetch"))
        return ProvenanceReader().read(try Sample.commit(message), files, claims: claims)
    }
}
