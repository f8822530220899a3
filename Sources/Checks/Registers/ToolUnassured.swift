// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A tool was used on a day on which what has to stand behind it did not: assessment, agreement, certificate, opt-out.
struct ToolUnassured: CommitCheck {
    static let about = About(
        id: "tool-unassured",
        title: "AI tool without a supplier's fact that has to stand behind it",
        why: """
            What is sent to a tool leaves the organisation on the strength of an assessment, an agreement, a certificate and \
            the opt-out from training, and each of these ends on a day. An expired one is as good as none, and blocks: the             organisation relied on it and let it lapse. One that the register never had only warns, so that a register can             be begun with what is known and filled in while people work. Of a tool on the organisation's own machines only             an assessment is asked, and it warns.
            """,
        fix: "Renew it, and add the new one beside the old in tools.yml.",
        level: .block,
        judgesGeneratedFiles: true,
        rules: ToolFact.allCases.flatMap { fact in
            [
                About.Rule("\(fact.rawValue)-missing", "The register has no \(fact.noun)"),
                About.Rule("\(fact.rawValue)-expired", "The \(fact.noun) had expired"),
            ]
        },
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
                registers: [ToolExamples.register()], committedOn: "2026-12-31"),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tools

    struct Settings: CheckSettings {
        var external = ["assessment", "dpa", "certificate", "opt-out"]
        var selfHosted = ["assessment"]
        var certificates: [String] = []

        static let fields: [Field<Settings>] = [
            .texts(
                "external", "What has to stand behind a tool of a provider: assessment, contract, dpa, certificate, "
                    + "opt-out, retention.", \.external),
            .texts("self-hosted", "What has to stand behind a tool on one's own machines.", \.selfHosted),
            .texts(
                "certificates", "Names of certificates of which each has to hold; empty: any one will do.",
                \.certificates),
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

    func findings(in change: CommitChange) -> [Finding] {
        ToolUse.all(in: change).flatMap { use -> [Finding] in
            guard let entry = use.entry else { return [] }
            return (asked[entry.deployment] ?? []).flatMap { fact -> [Finding] in
                let names = fact == .certificate && !certificates.isEmpty ? certificates.map(Optional.some) : [nil]
                return names.compactMap { finding(fact, named: $0, use, entry, change.days) }
            }
        }
    }

    /// On a day on which the tool may not be used at all, nothing else is asked of it.
    private func finding(
        _ fact: ToolFact, named name: String?, _ use: ToolUse, _ entry: RegisteredTool, _ days: JudgedDays
    ) -> Finding? {
        let problem = days.firstProblem { day -> FactStanding? in
            let standing = entry.standing(of: fact, named: name, on: day)
            if case .holds = standing { return nil }
            return entry.state(on: day).status.isUsable ? standing : nil
        }
        guard let (day, standing) = problem else { return nil }
        let what: Message = name.map { "'\($0)'" } ?? fact.phrase
        let on = days.name(of: day)
        if case .expired(let last) = standing {
            return Finding(
                rule: "\(fact.rawValue)-expired", at: use.place, .expired(use.name, what, last, on),
                excerpt: use.excerpt("\(fact.rawValue) \(name ?? "") expired"), fix: .renew(fact, entry.id),
                defaultLevel: entry.deployment == .external ? nil : .warn)
        }
        return Finding(
            rule: "\(fact.rawValue)-missing", at: use.place, .missing(use.name, what, entry.place, on),
            excerpt: use.excerpt("\(fact.rawValue) \(name ?? "") missing"), fix: .renew(fact, entry.id),
            defaultLevel: .warn)
    }
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

    fileprivate var phrase: Message { "\(noun)" }

    /// What to add, as YAML below the tool's entry.
    fileprivate var proposal: Message {
        switch self {
        case .assessment: "assessments: - {reference: ..., assessed-on: ..., next-review: ...}"
        case .contract: "supplier: contracts: - {reference: ..., valid-from: ..., valid-to: ...}"
        case .dpa: "supplier: dpas: - {reference: ..., valid-from: ..., valid-to: ...}"
        case .certificate: "supplier: certificates: - {name: ..., reference: ..., valid-from: ..., valid-to: ...}"
        case .optOut: "supplier: opt-outs: - {reference: ..., verified-on: ..., next-review: ...}"
        case .retention: "supplier: retention: - {name: ..., reference: ..., valid-from: ...}"
        }
    }
}

extension Message {
    fileprivate static func expired(_ name: String, _ what: Message, _ last: DatedFact, _ day: String) -> Message {
        let end: Message = last.to.map { " ended on \($0)" } ?? " ended"
        return "on \(day), no \(what) of \(name) held: the last one\(end) (\(.at(last.place)))"
    }

    fileprivate static func missing(_ name: String, _ what: Message, _ place: RegisterPlace, _ day: String) -> Message {
        "on \(day), the register had no \(what) of \(name) (\(.at(place)))"
    }

    fileprivate static func renew(_ fact: ToolFact, _ id: String) -> Message {
        "add in tools.yml, below \(id), and keep the older ones: \(fact.proposal)"
    }
}
