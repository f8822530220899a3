// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// What a trailer says, whatever line it stands on.
struct TrailerFacts {
    struct Model: Hashable {
        /// Index in the catalogue; nil for a tool that it does not have.
        let tool: Int?
        let name: String
    }

    /// Traces of AI, one a tool.
    var matches: [Match] = []
    /// The trailer itself says that AI took part.
    var isDeclaration = true
    /// Nil where the trailer does not speak about AI.
    var kind: Declaration.Kind?
    var problem: String?
    /// Why its traces of AI prove nothing; nil where they count.
    var doubt: String?
    var models: [Model] = []
    /// Who it names besides AI.
    var people: [Identity] = []
    /// For trailers that vouch for a commit.
    var credit: (identity: Identity?, holder: Credit.Holder)?

    /// More than a hint at AI.
    var showsAI: Bool { matches.contains { !$0.isHint } }

    /// An AI tool vouches.
    var namesAIAsHolder: Bool {
        if case .ai = credit?.holder { true } else { false }
    }
}

/// Reads single trailers: who or what is meant.
struct TrailerReader {
    private static let template = "it is a template that nobody filled in"
    private static let vague = "it says neither yes nor no, and names no tool or model"
    private static let contradiction = "it begins with a word for no and names a tool or model"
    private static let foreignAddress = "it names a tool with an address that is not known as the tool's"
    /// What stands before a colon and is no agent.
    private static let services: Set<String> = [
        "discord", "email", "github", "gitlab", "http", "https", "irc", "mail", "mailto", "matrix", "slack", "twitter",
    ]

    let matcher: CatalogueMatcher
    let names: ToolNames

    init(_ matcher: CatalogueMatcher) {
        self.matcher = matcher
        names = ToolNames(matcher.catalogue)
    }

    /// Nil for a trailer that says nothing about people or AI. The key is in lower case.
    func facts(key: String, value: String) -> TrailerFacts? {
        let isInCatalogue = matcher.catalogue.trailersByKey[key] != nil
        return switch TrailerPurpose(key: key, isInCatalogue: isInCatalogue) {
        case .disclosure(let aiOnly): disclosure(key: key, value: value, aiOnly: aiOnly)
        case .coAuthor: coAuthor(key: key, value: value)
        case .signOff, .review: credit(key: key, value: value)
        case .trace: trace(key: key, value: value)
        case .otherCredit: misspelt(key: key, value: value) ?? otherCredit(value: value)
        case nil: misspelt(key: key, value: value)
        }
    }

    // MARK: Purposes

    private func disclosure(key: String, value: String, aiOnly: Bool) -> TrailerFacts {
        var facts = TrailerFacts()
        if value.isEmpty {
            facts.kind = .placeholder
            facts.problem = IdentityReading.Problem.empty.rawValue
            return facts
        }
        let text = Value(value, matcher)
        let denies = text.reading.identities.isEmpty && Filler.isNegative(value)
        if denies, !mentionsAI(text) {
            facts.kind = text.reading.problem == .tooLong ? .placeholder : .negative
            facts.problem = text.reading.problem == .tooLong ? IdentityReading.Problem.tooLong.rawValue : nil
            return facts
        }
        facts.matches = matches(key: key, text, aiOnly: aiOnly)
        if Filler.isTemplate(text) {
            facts.kind = .placeholder
            facts.problem = TrailerReader.template
            facts.matches.removeAll { $0.tool == nil }
            return facts
        }
        if facts.matches.isEmpty { facts.matches = freeText(text, aiOnly: aiOnly) }
        facts.people = text.people
        if isVague(key: key, text, facts.matches, aiOnly: aiOnly) {
            facts.kind = .placeholder
            facts.problem = TrailerReader.vague
            facts.matches = []
            return facts
        }
        if text.reading.problem == .tooLong {
            facts.kind = .placeholder
            facts.problem = text.reading.problem?.rawValue
            return facts
        }
        guard aiOnly || facts.matches.contains(where: { !$0.isHint }) else {
            facts.kind = !text.people.isEmpty || key == "assisted-by" ? .person : nil
            return facts
        }
        facts.kind = isStructured(key: key, text) ? .structured : .freeText
        facts.models = models(key: key, text, facts.matches)
        switch text.reading.problem {
        case .several, .entity, .unclosed: facts.problem = text.reading.problem?.rawValue
        case .trailing where !text.ai.isEmpty: facts.problem = text.reading.problem?.rawValue
        default: break
        }
        if denies { facts.problem = TrailerReader.contradiction }
        return facts
    }

    /// A tool or model is named anywhere in a value that begins with a word for no.
    private func mentionsAI(_ text: Value) -> Bool {
        names.tool(mentionedIn: text.value) != nil || ModelName.claimed(in: text.value) != nil
    }

    /// What neither answers the key nor names anybody. A key for names takes any plain name of a tool.
    private func isVague(key: String, _ text: Value, _ matches: [Match], aiOnly: Bool) -> Bool {
        if matches.contains(where: { $0.tool != nil }) { return false }
        if ModelName.claimed(in: text.words) != nil || ModelName.claimed(in: text.rest) != nil { return false }
        guard text.people.isEmpty else { return aiOnly && !ToolNames.namesAnyAI(text.rest) }
        if Filler.isVague(text.value) { return true }
        guard TrailerPurpose.questions.contains(key) else { return false }
        return !Filler.isAffirmative(text.value) && !ToolNames.namesAnyAI(text.value)
            && ModelName.stated(in: text.value) == nil
    }

    private func coAuthor(key: String, value: String) -> TrailerFacts {
        var facts = TrailerFacts()
        let text = Value(value, matcher)
        facts.matches = matches(key: key, text, aiOnly: false)
        facts.people = text.people
        guard facts.matches.contains(where: { !$0.isHint }) else {
            if text.reading.problem == .tooLong {
                facts.kind = .placeholder
                facts.problem = text.reading.problem?.rawValue
            } else if text.people.contains(where: { names.certainTool(named: $0.name) != nil }) {
                facts.kind = .person
                facts.problem = TrailerReader.foreignAddress
            }
            return facts
        }
        facts.kind = isStructured(key: key, text) ? .structured : .freeText
        if text.reading.problem == .tooLong { facts.kind = .placeholder }
        facts.problem = text.reading.problem?.rawValue
        facts.models = models(key: key, text, facts.matches)
        if Filler.isTemplate(text) {
            facts.kind = .placeholder
            facts.problem = TrailerReader.template
            facts.models = []
        }
        return facts
    }

    private func credit(key: String, value: String) -> TrailerFacts {
        var facts = TrailerFacts()
        let text = Value(value, matcher)
        // Whatever would be an AI co-author is an AI here too.
        facts.matches = matches(key: "co-authored-by", text, aiOnly: false)
        facts.isDeclaration = false
        if TrailerPurpose.creditKeys.contains(key) {
            facts.credit = (text.reading.identities.first, holder(text, facts.matches))
        }
        if key != "signed-off-by" {
            facts.matches = facts.matches.map { Match(tool: $0.tool, confidence: $0.confidence, role: .review) }
        }
        return facts
    }

    private func trace(key: String, value: String) -> TrailerFacts? {
        var facts = TrailerFacts()
        facts.matches = matcher.matches(key: key, value: value).map { known($0) }
        if facts.matches.isEmpty, TrailerPurpose.madeWithKeys.contains(key) { return madeWith(key: key, value: value) }
        guard !facts.matches.isEmpty else { return nil }
        if facts.matches.contains(where: { !$0.isHint }) { facts.kind = .structured }
        return facts
    }

    /// Nil for what names no tool: things are made with care, too.
    private func madeWith(key: String, value: String) -> TrailerFacts? {
        var facts = TrailerFacts()
        let tool = names.tool(among: value)
        guard tool != nil || ToolNames.namesAnyAI(value) else { return nil }
        let text = Value(value, matcher)
        facts.matches = [Match(tool: tool, confidence: .medium, role: .assist)]
        facts.kind = .freeText
        facts.models = models(key: key, text, facts.matches)
        return facts
    }

    private func otherCredit(value: String) -> TrailerFacts? {
        var facts = TrailerFacts()
        let text = Value(value, matcher)
        facts.matches = CatalogueMatcher.best(text.identityMatches)
        guard !facts.matches.isEmpty else { return nil }
        if facts.matches.contains(where: { !$0.isHint }) {
            facts.kind = .structured
            facts.models = models(key: "", text, facts.matches)
        }
        return facts
    }

    /// Who a credit belongs to.
    private func holder(_ text: Value, _ matches: [Match]) -> Credit.Holder {
        if let match = matches.first(where: { $0.confidence != .low }) {
            return .ai(tool: match.tool.map { matcher.catalogue.tools[$0].id } ?? AITool.unknown)
        }
        if Filler.isTemplate(text) { return .unreadable(TrailerReader.template) }
        guard let identity = text.reading.only else {
            return .unreadable((text.reading.problem ?? .noAddress).rawValue)
        }
        return Automation.isRobot(identity) ? .robot : .person
    }

    // MARK: Traces

    /// The tools that the value shows. An entry of one tool beats the entries for what several tools write.
    private func matches(key: String, _ text: Value, aiOnly: Bool) -> [Match] {
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

    private func known(_ match: Match) -> Match {
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
    private func freeText(_ text: Value, aiOnly: Bool) -> [Match] {
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

    private func isStructured(key: String, _ text: Value) -> Bool {
        !text.identityMatches.isEmpty || text.kernelForm != nil || text.viaTool != nil || key == "ai-assisted"
    }

    // MARK: Models

    private func models(key: String, _ text: Value, _ matches: [Match]) -> [TrailerFacts.Model] {
        let tool = matches.first?.tool
        if key == "ai-model" {
            return ModelName.stated(in: text.value).map { [TrailerFacts.Model(tool: tool, name: $0)] } ?? []
        }
        if let name = text.kernelForm?.model ?? text.viaModel ?? text.kernelFormOfRest?.model { return [TrailerFacts.Model(tool: tool, name: name)] }
        let claims = text.ai.compactMap { entry in
            ModelName.claimed(in: entry.identity.name).map {
                TrailerFacts.Model(tool: entry.matches.first?.tool, name: $0)
            }
        }
        if !claims.isEmpty { return claims }
        return ModelName.claimed(in: text.words).map { [TrailerFacts.Model(tool: tool, name: $0)] } ?? []
    }
}
