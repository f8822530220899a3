// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// The value of a trailer, with the identities in it told apart.
struct Value {
    let value: String
    let reading: IdentityReading
    /// Identities that the catalogue has, with what it says of them.
    let ai: [(identity: Identity, matches: [Match])]
    /// Identities that it does not have, or is not sure of.
    let people: [Identity]
    /// What the catalogue's patterns for values may look at: without the addresses of people that the policy lists.
    let catalogueValue: String

    init(_ value: String, _ matcher: CatalogueMatcher) {
        self.value = value
        reading = IdentityParser.read(value)
        let found = reading.identities.map { (identity: $0, matches: matcher.matches($0)) }
        ai = found.filter { !$0.matches.isEmpty }
        people = found.filter { $0.matches.allSatisfy { $0.confidence == .low } }.map(\.identity)
        catalogueValue = reading.identities.reduce(value) { value, identity in
            matcher.listed.isHuman(identity) ? value.replacing(identity.email, with: "listed@person.invalid") : value
        }
    }

    var identityMatches: [Match] { ai.flatMap(\.matches) }

    /// The text before the first identity's address.
    var words: String { reading.identities.first?.name ?? value }

    /// The text after the last `>`, or after the last address where none stands in `<` and `>`.
    var rest: String {
        let end = value.lastIndex(of: ">").map { value.index(after: $0) }
        guard let start = end ?? reading.identities.last.flatMap({ value.ranges(of: $0.email).last?.upperBound }) else {
            return ""
        }
        return String(value[start...].trimmingBlanks)
    }

    /// The account of a forge that the value names without an address: `github-copilot[bot]`.
    var account: Identity? {
        guard reading.identities.isEmpty, value.hasSuffix("[bot]"), value.utf8.count < 80,
            value.dropLast(5).utf8.allSatisfy(\.isKeyByte)
        else { return nil }
        return Identity(name: value, email: "\(value)@users.noreply.github.com")
    }

    /// `AGENT:MODEL [TOOL]`, the kernel's form (Documentation/process/coding-assistants.rst).
    var kernelForm: (agent: String, model: String?)? { Value.kernelForm(words) }

    /// The same after a person: `Ann Lee <ann@example.org>, Claude:opus-4`.
    var kernelFormOfRest: (agent: String, model: String?)? {
        Value.kernelForm(String(rest.drop { ",;&+ ".contains($0) }))
    }

    private static func kernelForm(_ text: String) -> (agent: String, model: String?)? {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
        let agent = text[..<colon]
        let after = text[text.index(after: colon)...].prefix(CatalogueMatcher.limit)
        guard agent.utf8.count <= 80, agent.first?.isLetter == true,
            let first = after.first, first.isASCII, first.isLetter || first.isNumber,
            agent.utf8.allSatisfy({ $0.isKeyByte || $0 == 0x20 || ".+_".utf8.contains($0) })
        else { return nil }
        var words = after.split(separator: " ").prefix { !$0.hasPrefix("[") }
        var model = words.removeFirst()
        // `Claude:Opus 4.6`: a version belongs to the model, what follows it is the tools.
        if let next = words.first, next.first?.isNumber == true { model = after[model.startIndex..<next.endIndex] }
        return (String(agent), ModelName.stated(in: String(model)))
    }

    /// The name in `NAME (MODEL)`, `NAME MODEL` and `NAME 2.1`, where a model or version stands beside it.
    var toolBesideVersion: Substring? {
        let words = words
        if words.hasSuffix(")"), let open = words.firstRange(of: " (") {
            let inner = String(words[open.upperBound...].dropLast())
            let isVersion = ModelName.claimed(in: inner) != nil || inner.contains { $0.isASCII && $0.isNumber }
            return isVersion ? words[..<open.lowerBound] : nil
        }
        guard let blank = words.lastIndex(of: " ") else { return nil }
        let version = words[words.index(after: blank)...]
        let number = version.first == "v" ? version.dropFirst() : version
        let isVersion = number.first?.isNumber == true || ModelName.claimed(in: String(version)) != nil
        return isVersion ? words[..<blank] : nil
    }

    /// Where ` via ` stands in the words.
    private var via: Range<String.Index>? {
        let words = words
        var start = words.startIndex
        while let blank = words[start...].utf8.firstIndex(of: 0x20) {
            start = words.index(after: blank)
            if words[start...].hasPrefix("via ") { return blank..<words.index(start, offsetBy: 4) }
        }
        return nil
    }

    /// `MODEL via TOOL`.
    var viaTool: Substring? { via.map { words[$0.upperBound...] } }

    /// Nil for words without a family or a version: they may be a person's name.
    var viaModel: String? {
        guard let via else { return nil }
        return ModelName.stated(in: String(words[..<via.lowerBound]))
    }
}
