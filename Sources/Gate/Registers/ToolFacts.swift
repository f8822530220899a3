// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What has to stand behind a tool of a supplier.
package enum ToolFact: String, Sendable, CaseIterable {
    case assessment, contract, dpa, certificate
    case optOut = "opt-out"
    case retention

    /// Somebody looked on a day, and has to look again by another.
    package var isReview: Bool { self == .assessment || self == .optOut }
}

/// A fact that holds for a time.
package struct DatedFact: Sendable {
    /// Of a certificate or clause; nil: there is one of its kind.
    package var name: String?
    /// Where the paper is.
    package var reference: String
    /// The first day on which it holds.
    package var from: Day
    /// The last day on which it holds; nil: until somebody writes another.
    package var to: Day?
    package var place: RegisterPlace

    package init(name: String? = nil, reference: String, from: Day, to: Day?, place: RegisterPlace) {
        self.name = name
        self.reference = reference
        self.from = from
        self.to = to
        self.place = place
    }

    package func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}

/// A risk assessment: it holds from the day of the assessment to that of the next review.
package struct RiskAssessment: Sendable {
    package var fact: DatedFact
    /// The data protection impact assessment.
    package var dpia: String?
    /// The entry of the risk register.
    package var risk: String?

    package init(_ fact: DatedFact, dpia: String? = nil, risk: String? = nil) {
        self.fact = fact
        self.dpia = dpia
        self.risk = risk
    }
}

/// What is known of a tool's supplier. Lists are in the order of their days; nothing is overwritten.
package struct SupplierRecord: Sendable {
    package var contracts: [DatedFact] = []
    /// Data processing agreements.
    package var dpas: [DatedFact] = []
    package var certificates: [DatedFact] = []
    /// From the day on which somebody saw that what is sent trains no model, to that of the next look.
    package var optOuts: [DatedFact] = []
    /// Clauses on how long the supplier keeps what is sent.
    package var retention: [DatedFact] = []
    package var region: String?
    package var encryption: String?
    package var breachNotification: String?

    package init() {}
}

/// Whether a fact stands on a day.
package enum FactStanding: Sendable {
    case holds(DatedFact)
    /// The last one that held before.
    case expired(DatedFact)
    case missing
}

extension RegisteredTool {
    package func facts(_ kind: ToolFact) -> [DatedFact] {
        switch kind {
        case .assessment: assessments.map(\.fact)
        case .contract: supplier.contracts
        case .dpa: supplier.dpas
        case .certificate: supplier.certificates
        case .optOut: supplier.optOuts
        case .retention: supplier.retention
        }
    }

    /// `name`: only those of that name, whatever its case.
    package func standing(of kind: ToolFact, named name: String? = nil, on day: Day) -> FactStanding {
        let facts = facts(kind).filter { fact in name.map { fact.name?.lowercased() == $0.lowercased() } ?? true }
        // A later review stands for all before it, however long those would have held.
        let counting = kind.isReview ? facts.last { $0.from <= day }.map { [$0] } ?? [] : facts
        if let fact = counting.last(where: { $0.holds(on: day) }) { return .holds(fact) }
        let past = counting.filter { fact in fact.to.map { $0 < day } ?? false }
        return past.max { ($0.to ?? $0.from) < ($1.to ?? $1.from) }.map { .expired($0) } ?? .missing
    }
}
