// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

// Trailers that are not what they look like.
extension TrailerReader {
    private static let hidden = "it holds characters that cannot be seen"

    /// What a value says whose characters are not what they show: as it is, and where that shows no AI, as it looks.
    func facts(key: String, value: String, shown: String) -> TrailerFacts? {
        let asIs = facts(key: key, value: value)
        let hides = LookAlike.hidesCharacters(value)
        if var facts = asIs, facts.showsAI || facts.kind != nil && facts.kind != .person {
            if hides { facts.problem = TrailerReader.hidden }
            return facts
        }
        guard var looks = facts(key: key, value: shown), looks.showsAI || looks.namesAIAsHolder else {
            guard hides, var facts = asIs, facts.credit?.holder == .person else { return asIs }
            facts.credit?.holder = .unreadable(TrailerReader.hidden)
            return facts
        }
        looks.isDeclaration = false
        looks.kind = looks.kind.map { _ in .placeholder }
        looks.problem = hides ? TrailerReader.hidden : "it only looks like the name or address of an AI tool"
        return looks
    }

    /// What a declaration says whose key is not quite that of one; nil for one that says nothing about AI. Nobody else
    /// reads such a trailer, so it declares nothing.
    func lookAlike(of key: String, value: String) -> TrailerFacts? {
        guard var facts = facts(key: key, value: value), facts.kind != nil, facts.kind != .person else {
            return nil
        }
        facts.isDeclaration = false
        facts.kind = .placeholder
        facts.problem = "its key only looks like \(key)"
        return facts
    }

    /// The same for a key in ASCII; nil where it is near no declaration's.
    func misspelt(key: String, value: String) -> TrailerFacts? {
        TrailerPurpose.declarationKey(near: key).flatMap { lookAlike(of: $0, value: value) }
    }
}
