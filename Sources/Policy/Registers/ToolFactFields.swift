// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Lists of facts that hold for a time.
enum ToolFactFields {
    /// Papers that hold from a day to another. Of one name only one may hold on a day.
    static func documents(
        _ name: String, _ doc: String, _ kind: ToolFact,
        _ path: any WritableKeyPath<SupplierRecord, [DatedFact]> & Sendable
    ) -> Field<SupplierRecord> {
        // Those of one kind of certificate are told from others by their name, and none holds for ever.
        let isCertificate = kind == .certificate
        let fields = [
            FactEntry.name(required: isCertificate || kind == .retention),
            FactEntry.reference,
            FactEntry.from("valid-from", "The first day on which it holds."),
            FactEntry.to("valid-to", "The last day on which it holds.", required: isCertificate),
        ]
        return list(name, doc, fields, path) { facts in try checkOverlap(facts) }
    }

    /// Looks that somebody took, each of which stands for those before it.
    static func reviews(
        _ name: String, _ doc: String, _ path: any WritableKeyPath<SupplierRecord, [DatedFact]> & Sendable
    ) -> Field<SupplierRecord> {
        let fields = [
            FactEntry.reference,
            FactEntry.from("verified-on", "The day on which somebody looked."),
            FactEntry.to("next-review", "The last day on which that counts.", required: true),
        ]
        return list(name, doc, fields, path) { facts in try checkDays(facts) }
    }

    static let assessments: Field<RegisteredTool> = {
        let fields = [
            FactEntry.reference,
            Field<FactEntry>.words("dpia", "The data protection impact assessment.", \.dpia),
            Field<FactEntry>.words("risk", "The entry of the risk register.", \.risk),
            FactEntry.from("assessed-on", "The day of the assessment."),
            FactEntry.to("next-review", "The last day on which it counts.", required: true),
        ]
        return Field(
            "assessments", "Risk assessments; a later one stands for those before it.",
            shape: .list(.record(fields.map { FieldDescription($0, default: FactEntry()) }))
        ) { node, tool in
            tool.assessments = try entries(node, fields).map { RiskAssessment($0.fact, dpia: $0.dpia, risk: $0.risk) }
            try checkDays(tool.assessments.map(\.fact))
        }
    }()

    private static func list(
        _ name: String, _ doc: String, _ fields: [Field<FactEntry>],
        _ path: any WritableKeyPath<SupplierRecord, [DatedFact]> & Sendable,
        check: @escaping @Sendable ([DatedFact]) throws -> Void
    ) -> Field<SupplierRecord> {
        Field(
            name, doc, shape: .list(.record(fields.map { FieldDescription($0, default: FactEntry()) }))
        ) { node, record in
            let facts = try entries(node, fields).map(\.fact)
            try check(facts)
            record[keyPath: path] = facts
        }
    }

    /// By their first days.
    private static func entries(_ node: ConfigNode, _ fields: [Field<FactEntry>]) throws -> [FactEntry] {
        var errors = ConfigErrors.Collection()
        let entries = try node.list.compactMap { item in
            errors.collecting(at: item) {
                var entry = FactEntry()
                try Field.readAll(item, into: &entry, fields)
                return try entry.placed(at: item)
            }
        }
        try errors.check()
        return entries.enumerated().sorted { ($0.element.fact.from, $0.offset) < ($1.element.fact.from, $1.offset) }
            .map(\.element)
    }

    private static func checkOverlap(_ facts: [DatedFact]) throws {
        var last: [String: DatedFact] = [:]
        for fact in facts {
            let name = fact.name?.lowercased() ?? ""
            if let before = last[name], before.to.map({ fact.from <= $0 }) ?? true {
                let remedy =
                    before.from < fact.from
                    ? "end that one with 'valid-to: \(fact.from.adding(days: -1))'" : "leave one of them out"
                throw fact.error(
                    "on \(fact.from) the entry of line \(before.place.line) holds as well; \(remedy), or give each a "
                        + "name of its own")
            }
            last[name] = fact
        }
    }

    private static func checkDays(_ facts: [DatedFact]) throws {
        for (before, fact) in zip(facts, facts.dropFirst()) where before.from == fact.from {
            throw fact.error(
                "a second entry of \(fact.from), beside that of line \(before.place.line); which counts? Leave one out")
        }
    }
}

/// A dated fact while it is read.
private struct FactEntry {
    var fact = DatedFact(
        reference: "", from: Day(number: 0), to: nil, place: RegisterPlace(file: "", line: 0))
    var dpia: String?
    var risk: String?
    var fromKey = ""
    var toKey = ""

    static let reference = Field<FactEntry>.words(
        "reference", "Where the paper is.", required: true, \.fact.reference)

    static func name(required: Bool) -> Field<FactEntry> {
        Field(
            "name", required ? "What it is, such as ISO 27001." : "Tells it from others that hold at the same time.",
            shape: ToolWords.words, required: required
        ) { $1.fact.name = try $0.words }
    }

    static func from(_ key: String, _ doc: String) -> Field<FactEntry> {
        Field(key, doc, shape: .day, required: true) { node, entry in
            entry.fact.from = try node.day
            entry.fromKey = key
        }
    }

    static func to(_ key: String, _ doc: String, required: Bool) -> Field<FactEntry> {
        Field(key, doc + (required ? "" : " Left out: until another is written."), shape: .day, required: required) {
            node, entry in
            entry.fact.to = try node.day
            entry.toKey = key
        }
    }

    func placed(at node: ConfigNode) throws(ConfigError) -> FactEntry {
        if let to = fact.to, to < fact.from {
            throw node.error("\(toKey) (\(to)) lies before \(fromKey) (\(fact.from)); were they swapped?")
        }
        var entry = self
        entry.fact.place = RegisterPlace(node)
        return entry
    }
}

extension DatedFact {
    fileprivate func error(_ reason: String) -> ConfigError {
        ConfigError(file: place.file, line: place.line, reason: reason)
    }
}
