// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// What a trailer says is one thing; who wrote the commit, when, and what stands above it is another.
struct Circumstances {
    private let reader: TrailerReader
    private let own: [Identity]
    private let day: Day
    /// Trailers of git's block so far: key in lower case, and value.
    private var seen: Set<[String]> = []

    init(_ commit: Commit, _ reader: TrailerReader) {
        self.reader = reader
        own = [commit.author.identity, commit.committer.identity]
        day = Instant(seconds: commit.committer.seconds).day
    }

    /// What the trailer says in this commit.
    mutating func judge(_ facts: TrailerFacts, of trailer: Trailer) -> TrailerFacts {
        var facts = facts
        let key = trailer.key.lowercased()
        if facts.showsAI, let doubt = reader.matcher.doubt(key: key, value: trailer.value, on: day) {
            facts.doubt = doubt
            facts.kind = .unreliable
        }
        if facts.kind == nil || facts.kind == .person, key == "co-authored-by" || key == "co-developed-by",
            isAmbiguous(trailer.value)
        {
            facts.kind = .person
            facts.problem = "it names a tool with the address of the commit's own author or committer"
        }
        // A squash joins the trailers of several commits, so repetition in its body is no mistake.
        if facts.kind != nil, trailer.block == .strict, !seen.insert([key, trailer.value]).inserted {
            facts.problem = facts.problem ?? "the same trailer stands above it"
        }
        return facts
    }

    /// `Claude <ann@example.org>` in a commit by Ann Lee: whether the tool or the person is meant, nobody can say.
    private func isAmbiguous(_ value: String) -> Bool {
        guard let named = IdentityParser.read(value).only, reader.names.tool(named: named.name[...]) != nil else {
            return false
        }
        return own.contains { $0.key == named.key && $0.name.lowercased() != named.name.lowercased() }
    }
}
