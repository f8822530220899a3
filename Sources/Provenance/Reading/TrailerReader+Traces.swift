// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

// The tools and models that a value shows.
extension TrailerReader {
    /// What stands before a colon and is no agent.
    private static let services: Set<String> = [
        "discord", "email", "github", "gitlab", "http", "https", "irc", "mail", "mailto", "matrix", "slack", "twitter",
    ]

    /// The tools that the value shows. An entry of one tool beats the entries for what several tools write.
    func matches(key: String, _ text: Value, aiOnly: Bool) -> [Match] {
        let all = matcher.matches(key: key, value: text.catalogueValue) + text.identityMatches
        let generic = all.first { isGeneric($0) }
        var specific = CatalogueMatcher.best(all.filter { !isGeneric($0) })
        guard let generic else { return specific }
        if let first = specific.first {
            if generic.confidence.rank < first.confidence.rank { specific[0].confidence = generic.confidence }
            return specific
        }
        guard aiOnly || isPlausible(text) else { return [] }
        let named = tool(in: text) ?? (aiOnly ? tool(ofAIKey: text) : nil)
        return [Match(tool: named, confidence: generic.confidence, role: generic.role)]
    }

    private func isGeneric(_ match: Match) -> Bool {
        match.tool.map { matcher.catalogue.tools[$0].kind == .generic } ?? true
    }

    func known(_ match: Match) -> Match {
        isGeneric(match) ? Match(tool: nil, confidence: match.confidence, role: match.role) : match
    }

    /// False where a shape that tools use holds a person: `Jane Doe via Slack`, `irc:jane`.
    private func isPlausible(_ text: Value) -> Bool {
        if let agent = text.kernelForm?.agent { return !TrailerReader.services.contains(agent.lowercased()) }
        guard text.viaTool != nil || !text.people.isEmpty else { return true }
        return ModelName.claimed(in: text.words) != nil || tool(in: text) != nil
    }

    private func tool(in text: Value) -> Int? {
        if let form = text.kernelForm { return names.tool(named: form.agent[...]) }
        if let name = text.toolBesideVersion, let tool = names.tool(named: name) { return tool }
        if let via = text.viaTool { return names.tool(named: via) ?? names.tool(leading: String(via)) }
        return names.tool(leading: text.words)
    }

    /// Where the key speaks of AI alone, a name that people have too is the tool's.
    private func tool(ofAIKey text: Value) -> Int? {
        names.tool(named: text.words[...]) ?? tool(besidePerson: text) ?? names.tool(mentionedIn: text.value)
    }

    /// A tool or model that is named in words that the catalogue has no pattern for.
    func freeText(_ text: Value, aiOnly: Bool) -> [Match] {
        let isPerson = !text.people.isEmpty
        let words = isPerson ? text.rest : text.words
        if let account = text.account {
            let matches = matcher.matches(account)
            if !matches.isEmpty { return matches }
        }
        let free = isPerson ? tool(besidePerson: text) : tool(alone: text)
        let tool = free ?? (aiOnly ? tool(ofAIKey: text) : nil)
        let isNamed = tool != nil || ModelName.claimed(in: words) != nil || ToolNames.namesAnyAI(words)
        guard isNamed || (aiOnly && !isPerson) else { return [] }
        return [Match(tool: tool, confidence: .medium, role: .assist)]
    }

    private func tool(alone text: Value) -> Int? {
        tool(in: text) ?? names.tool(among: text.words.replacing("[bot]", with: ""))
            ?? (Filler.isNegative(text.words) ? names.tool(mentionedIn: text.words) : nil)
    }

    /// What is named beside or in the place of a person. Brackets in a name hold where somebody works.
    private func tool(besidePerson text: Value) -> Int? {
        if let form = text.kernelFormOfRest, let tool = names.tool(named: form.agent[...]) { return tool }
        return names.tool(leading: text.rest) ?? names.tool(among: text.rest)
            ?? text.people.lazy.compactMap { person in names.tool(among: person.name.prefix { $0 != "(" }) }.first
    }

    func isStructured(key: String, _ text: Value) -> Bool {
        !text.identityMatches.isEmpty || text.kernelForm != nil || text.viaTool != nil || key == "ai-assisted"
    }

    func models(key: String, _ text: Value, _ matches: [Match]) -> [TrailerFacts.Model] {
        let tool = matches.first?.tool
        if key == "ai-model" {
            return ModelName.stated(in: text.value).map { [TrailerFacts.Model(tool: tool, name: $0)] } ?? []
        }
        if let name = text.kernelForm?.model ?? text.viaModel ?? text.kernelFormOfRest?.model {
            return [TrailerFacts.Model(tool: tool, name: name)]
        }
        let claims = text.ai.compactMap { entry in
            ModelName.claimed(in: entry.identity.name).map {
                TrailerFacts.Model(tool: entry.matches.first?.tool, name: $0)
            }
        }
        if !claims.isEmpty { return claims }
        return ModelName.claimed(in: text.words).map { [TrailerFacts.Model(tool: tool, name: $0)] } ?? []
    }
}
