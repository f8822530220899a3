// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A tool was used on a day on which what has to stand behind it did not: assessment, agreement, certificate, opt-out.
struct ToolUnassured: CommitCheck {
    static let about = About(
        id: "tool-unassured",
        title: "AI tool without a supplier's fact that has to stand behind it",
        why: """
            What is sent to a tool leaves the organisation on the strength of an assessment, an agreement, a \
            certificate and the opt-out from training, and each of these ends on a day. An expired one is as good as \
            none, and blocks: the organisation relied on it and let it lapse. One that the register never had only \
            warns, so that a register can be begun with what is known and filled in while people work. Of a tool on \
            the organisation's own machines only an assessment is asked, and it warns.
            """,
        fix: "Renew it, and add the new one beside the old in tools.yml.",
        level: .block,
        judgesGeneratedFiles: true,
        rules: [About.Rule("missing", "The register never had it")]
            + ToolFact.allCases.map { About.Rule("\($0.rawValue)-expired", "The \($0.noun) had expired") },
        examples: [
            Example(
                "the assessment's review is overdue", message: ToolExamples.message,
                registers: [ToolExamples.register()], committedOn: "2027-01-01"),
            Example(
                "it expired before the run", message: ToolExamples.message,
                registers: [ToolExamples.register()], committedOn: "2026-12-31", judgedOn: "2027-01-01"),
            Example(
                "nobody wrote anything down", message: ToolExamples.message,
                registers: [ToolExamples.register(facts: "")], committedOn: "2026-05-03"),
        ],
        clean: [
            Example(
                "on the last day", message: "Add retry\n\nAssisted-by: Claude:claude-sonnet-4-5\n",
                registers: [ToolExamples.register()], committedOn: "2026-12-31")
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tools

    struct Settings: CheckSettings {
        var external = ["assessment", "dpa", "certificate", "opt-out"]
        var selfHosted = ["assessment"]
        var certificates: [String] = []

        static let fields: [Field<Settings>] = [
            .texts(
                "external",
                "What has to stand behind a tool of a provider: assessment, contract, dpa, certificate, "
                    + "opt-out, retention.", \.external
            ).tightened(.longer),
            .texts("self-hosted", "What has to stand behind a tool on one's own machines.", \.selfHosted)
                .tightened(.longer),
            .texts(
                "certificates", "Names of certificates of which each has to hold; empty: any one will do.",
                \.certificates
            ).tightened(.longer),
        ]
    }

    private let asked: [Deployment: [ToolFact]]
    private let certificates: [String]

    init(_ settings: Settings) throws {
        asked = [
            .external: try settings.external.map(ToolUnassured.fact),
            .selfHosted: try settings.selfHosted.map(ToolUnassured.fact),
        ]
        certificates = settings.certificates
    }

    private static func fact(_ name: String) throws(SettingError) -> ToolFact {
        guard let fact = ToolFact(rawValue: name) else {
            throw SettingError(unknownKey(name, known: ToolFact.allCases.map(\.rawValue), what: "fact"))
        }
        return fact
    }

    /// On a day on which the tool may not be used at all, nothing else is asked of it.
    func findings(in change: CommitChange) -> [Finding] {
        ToolUse.all(in: change).flatMap { use -> [Finding] in
            guard let entry = use.entry else { return [] }
            var missing: [Asked] = []
            var found: [Finding] = []
            for asked in asked(of: entry) {
                let problem = change.days.firstProblem { day -> FactStanding? in
                    guard entry.state(on: day).status.isUsable else { return nil }
                    let standing = entry.standing(of: asked.fact, named: asked.name, on: day)
                    if case .holds = standing { return nil }
                    return standing
                }
                switch problem?.problem {
                case .expired(let last):
                    found.append(expired(asked, last, use, entry, problem?.day, change.days))
                case .missing: missing.append(asked)
                case .holds, nil: break
                }
            }
            return found + (missing.isEmpty ? [] : [self.missing(missing, use, entry)])
        }
    }

    private func asked(of entry: RegisteredTool) -> [Asked] {
        (asked[entry.deployment] ?? []).flatMap { fact -> [Asked] in
            guard fact == .certificate, !certificates.isEmpty else {
                return [Asked(fact: fact, name: nil)]
            }
            return certificates.map { Asked(fact: fact, name: $0) }
        }
    }

    private func expired(
        _ asked: Asked, _ last: DatedFact, _ use: ToolUse, _ entry: RegisteredTool, _ day: Day?,
        _ days: JudgedDays
    ) -> Finding {
        Finding(
            rule: "\(asked.fact.rawValue)-expired", at: use.place,
            .expired(use.name, asked, last, days.name(of: day ?? days.commit)),
            excerpt: use.excerpt("\(asked.words) expired"), fix: .renew([asked], entry.id),
            defaultLevel: entry.deployment == .external ? nil : .warn)
    }

    /// One finding for all: who begins a register would see the same of every commit.
    private func missing(_ asked: [Asked], _ use: ToolUse, _ entry: RegisteredTool) -> Finding {
        Finding(
            rule: "missing", at: use.place, .missing(use.name, asked, entry.place),
            excerpt: use.excerpt("facts missing"), fix: .renew(asked, entry.id), defaultLevel: .warn)
    }
}

/// A fact that has to stand; of certificates maybe one of a name.
private struct Asked {
    let fact: ToolFact
    let name: String?

    var words: String { fact.noun + (name.map { " '\($0)'" } ?? "") }
}

extension ToolFact {
    fileprivate var noun: String {
        switch self {
        case .assessment: "risk assessment"
        case .contract: "contract"
        case .dpa: "data processing agreement"
        case .certificate: "certificate"
        case .optOut: "opt-out from training"
        case .retention: "retention clause"
        }
    }

    /// What to add, as YAML below the tool's entry.
    fileprivate var proposal: Message {
        switch self {
        case .assessment: "assessments: - {reference: ..., assessed-on: ..., next-review: ...}"
        case .contract: "supplier: contracts: - {reference: ..., valid-from: ..., valid-to: ...}"
        case .dpa: "supplier: dpas: - {reference: ..., valid-from: ..., valid-to: ...}"
        case .certificate:
            "supplier: certificates: - {name: ..., reference: ..., valid-from: ..., valid-to: ...}"
        case .optOut: "supplier: opt-outs: - {reference: ..., verified-on: ..., next-review: ...}"
        case .retention: "supplier: retention: - {name: ..., reference: ..., valid-from: ...}"
        }
    }
}

extension Message {
    fileprivate static func expired(_ name: String, _ asked: Asked, _ last: DatedFact, _ day: String)
        -> Message
    {
        let end: Message = last.to.map { " ended on \($0)" } ?? " ended"
        return "on \(day), no \(asked.words) of \(name) held: the last one\(end) (\(.at(last.place)))"
    }

    fileprivate static func missing(_ name: String, _ asked: [Asked], _ place: RegisterPlace)
        -> Message
    {
        "the register has no \(asked.map(\.words).joined(separator: ", no ")) of \(name) (\(.at(place)))"
    }

    fileprivate static func renew(_ asked: [Asked], _ id: String) -> Message {
        var list: Message = ""
        for (index, asked) in asked.enumerated() {
            let separator: Message = index == 0 ? "" : "; "
            list = "\(list)\(separator)\(asked.fact.proposal)"
        }
        return "add in tools.yml, below \(id), and keep the older ones: \(list)"
    }
}
