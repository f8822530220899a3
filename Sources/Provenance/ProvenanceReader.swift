// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads from commits what they say about AI and about people. For one thread: it remembers identities and trailers.
package final class ProvenanceReader {
    private struct CacheKey: Hashable {
        let key: String
        let value: String
    }

    private static let cacheLimit = 10_000

    private let catalogue: ToolCatalogue
    let matcher: CatalogueMatcher
    private let reader: TrailerReader
    private let parser: TrailerParser
    private var cache: [CacheKey: TrailerFacts?] = [:]

    /// Of the policy only the listed agents and humans count here.
    package init(catalogue: ToolCatalogue = .embedded, policy: AIPolicy = AIPolicy()) {
        self.catalogue = catalogue
        matcher = CatalogueMatcher(catalogue, listed: ListedPeople(policy))
        reader = TrailerReader(matcher)
        parser = TrailerParser(catalogue: catalogue)
    }

    /// Branch: the one the commit comes from, without `refs/heads/`; worth a hint only. `files`: what the commit did,
    /// for claims about its lines.
    package func read(
        _ commit: Commit, _ files: [ChangedFile] = [], claims: StoredClaims = .none, branch: String? = nil
    ) -> CommitProvenance {
        let text = MessageText(commit.message)
        let trailers = parser.trailers(in: text)
        var commitFacts = CommitFacts(catalogue)
        var declarations: [Declaration] = []
        var credits: [Credit] = []
        func add(_ facts: TrailerFacts, of trailer: Trailer) {
            commitFacts.add(facts, of: trailer)
            if let kind = facts.kind {
                let tool = facts.matches.lazy.compactMap(\.tool).first.map { catalogue.tools[$0].id }
                declarations.append(Declaration(trailer: trailer, kind: kind, tool: tool, problem: facts.problem))
            }
            if let credit = facts.credit, trailer.block == .strict {
                credits.append(Credit(trailer: trailer, identity: credit.identity, holder: credit.holder))
            }
        }
        var circumstances = Circumstances(commit, reader)
        if let trailer = parser.titleTrailer(in: text),
            TrailerPurpose.declarationKeys.contains(trailer.key.lowercased()),
            let facts = facts(of: trailer), facts.kind == .structured, facts.showsAI
        {
            add(circumstances.judge(facts, of: trailer), of: trailer)
        }
        for trailer in trailers {
            guard !isProse(trailer, in: text), let facts = facts(of: trailer) else { continue }
            // What is indented may be an example; of a trace of AI that is no reason to overlook it.
            if facts.kind == .negative, trailer.block == .lenient, isIndented(trailer, in: text) { continue }
            add(circumstances.judge(facts, of: trailer), of: trailer)
        }
        for found in parser.lookAlikes(of: TrailerPurpose.declarationKeys, in: text)
        where !isProse(found.trailer, in: text) {
            if let facts = reader.lookAlike(of: found.key, value: found.trailer.value) { add(facts, of: found.trailer) }
        }
        declarations.sort { $0.trailer.line < $1.trailer.line }
        commitFacts.add(author: matcher.matches(commit.author.identity))
        // Aider marks only the committer's name for edits that a person made.
        commitFacts.add(committer: matcher.matches(commit.committer.identity).filter { !$0.marksPerson })
        for found in matcher.markers(in: text) { commitFacts.add(found.marker, line: found.line) }
        if let branch { commitFacts.add(branch: matcher.matches(branch: branch)) }
        let note = NoteReading(claims.note, files, tool: toolID)
        commitFacts.add(note)
        let checkpoint = trailers.contains { $0.isKey("Entire-Checkpoint") } ? claims.checkpoint : nil
        let ai = commitFacts.status
        return CommitProvenance(
            trailers: trailers, ai: ai, declarations: declarations, credits: credits, lines: note.lines,
            claimSources: [note.source].compactMap(\.self) + claims.others + [checkpoint].compactMap(\.self),
            person: ai.isMarked ? person(of: commit, trailers) : nil)
    }

    private func person(of commit: Commit, _ trailers: [Trailer]) -> Identity? {
        let makers = [commit.author.identity, commit.committer.identity]
        if let person = makers.first(where: { !$0.key.isEmpty && !isAutomation($0) }) { return person }
        let others = trailers.lazy.filter { $0.block == .strict && $0.isKey("Co-authored-by") }
            .flatMap { self.facts(of: $0)?.people ?? [] }
        return others.first { !self.isAutomation($0) }
    }

    /// The trailer stands in text that is quoted.
    private func isProse(_ trailer: Trailer, in text: MessageText) -> Bool {
        trailer.block == .lenient && text.line(number: trailer.line).map(text.isQuoted) ?? false
    }

    private func isIndented(_ trailer: Trailer, in text: MessageText) -> Bool {
        text.line(number: trailer.line).map(text.isIndented) ?? false
    }

    /// The catalogue's id for a tool as notes name it.
    private func toolID(_ name: String?) -> String {
        guard let name, name.utf8.count <= 80 else { return AITool.unknown }
        if let tool = reader.names.tool(named: name[...]) { return catalogue.tools[tool].id }
        return catalogue.tools.first { $0.id == name }?.id ?? AITool.unknown
    }

    /// What a trailer says, wherever it stands; nil when it says nothing about people or AI.
    func facts(of trailer: Trailer) -> TrailerFacts? {
        let key = CacheKey(key: trailer.key, value: trailer.value)
        if let known = cache[key] { return known }
        if cache.count >= ProvenanceReader.cacheLimit { cache.removeAll(keepingCapacity: true) }
        let name = key.key.lowercased()
        let facts: TrailerFacts? =
            if let shown = LookAlike.plain(key.value) {
                reader.facts(key: name, value: key.value, shown: shown)
            } else {
                reader.facts(key: name, value: key.value)
            }
        cache[key] = .some(facts)
        return facts
    }

    /// What a trailer of any key says about who vouches.
    func credit(of trailer: Trailer) -> (identity: Identity?, holder: Credit.Holder)? {
        facts(of: Trailer(key: "Reviewed-by", value: trailer.value, line: trailer.line, block: trailer.block))?.credit
    }
}

extension TrailerParser {
    /// Knows the keys of the catalogue and those that speak of AI.
    package init(catalogue: ToolCatalogue) {
        self.init(
            knownKeys: TrailerPurpose.aiKeys.union(TrailerPurpose.madeWithKeys).union(catalogue.trailersByKey.keys))
    }
}
