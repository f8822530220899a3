// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// A note of git-ai: who is said to have written which lines of a commit. Transcripts that it may carry are never
/// decoded.
///
/// Source: git-ai-project/git-ai, specs/git_ai_standard_v3.0.0.md; where its own reader
/// (src/authorship/authorship_log_serialization.rs) takes more, so does this.
struct AuthorshipLog {
    /// One range of an entry; both ends belong to it.
    struct Claim {
        let first: UInt32
        let last: UInt32
        /// Index in `keys`.
        let key: Int32
    }

    /// By path as the note spells it, in the order of the note: where claims overlap, the later one holds.
    let files: [Path: [Claim]]
    /// The entries' keys, each once.
    let keys: [String]
    let metadata: AuthorshipMetadata

    /// The divider is the first line that is exactly `---`; it may be the very first. Throws for what is over a limit
    /// or against the format.
    init(_ note: [UInt8]) throws(NoteProblem) {
        var attestations = AttestationReader()
        var rest = note[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            var line = rest[..<end]
            rest = rest[(end + 1)...]
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if line.elementsEqual("---".utf8) {
                files = attestations.files
                keys = attestations.keys
                metadata = try AuthorshipMetadata(json: rest)
                return
            }
            try attestations.read(line)
        }
        throw NoteProblem(.unparsable, "it has no line --- between the claims and their JSON")
    }
}
