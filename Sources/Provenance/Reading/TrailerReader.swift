// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Reads single trailers: who or what is meant.
struct TrailerReader {
    private static let template = "it is a template that nobody filled in"
    private static let vague = "it says neither yes nor no, and names no tool or model"
    private static let contradiction = "it begins with a word for no and names a tool or model"
    private static let foreignAddress = "it names a tool with an address that is not known as the tool's"

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
}
