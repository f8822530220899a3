// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension ProvenanceReader {
    /// What the commit's own trailers show of a human review. Of a commit without a sign of AI nothing is asked, unless
    /// its files ask for it (`isAsked`); before it has landed there is time, unless the policy is strict.
    ///
    /// A trailer counts at the level *asserted* when it stands in git's trailer block, has a key of the policy, and
    /// names one person whom the policy lets review and who is not one of the commit's own people. A commit that was
    /// picked or that reverts may carry the trailers of another, so there none counts.
    package func review(
        of commit: Commit, provenance: CommitProvenance, kind: RunKind, policy: Policy.ReviewPolicy,
        isAsked: Bool = false
    ) -> ReviewState {
        guard provenance.ai.isMarked || isAsked else { return ReviewState(result: .notRequired) }
        guard kind.hasLanded || policy.strict else { return ReviewState(result: .pending) }
        let keys = Set(policy.trailers.map { $0.lowercased() })
        let examination = Examination(
            own: ownPeople(of: commit, provenance),
            humans: Set(policy.humans.map { Identity(name: "", email: $0).mailbox }),
            carriedOver: CarriedOver(commit.message))
        var verdicts: [Examination.Verdict] = []
        var reasons: [String] = []
        for trailer in provenance.trailers where keys.contains(trailer.key.lowercased()) {
            let verdict = trailer.block == .strict ? examination.verdict(credit(of: trailer)) : .outsideBlock
            let does = verdict == .counts ? "counts" : "does not count"
            let key = VisibleText.of(trailer.key, limit: 40)
            verdicts.append(verdict)
            reasons.append("\(key) on line \(trailer.line) \(does): \(verdict.reason)")
        }
        let result = Examination.result(of: verdicts)
        return ReviewState(result: result, level: result == .independent ? .asserted : .none, reasons: reasons)
    }

    /// Those whose own word on the commit is no review: author, committer, co-authors, helpers.
    private func ownPeople(of commit: Commit, _ provenance: CommitProvenance) -> [Identity] {
        var people = [commit.author.identity, commit.committer.identity]
        for trailer in provenance.trailers {
            let key = trailer.key.lowercased()
            if key == "co-authored-by" || key == "co-developed-by" || key == "assisted-by" {
                people += facts(of: trailer)?.people ?? []
            }
        }
        return people
    }
}

/// Why a message may hold another commit's trailers.
private enum CarriedOver {
    case pick, revert

    private static let words = LiteralIndex(
        ["(cherry picked from commit ", "this reverts commit "].map { Array($0.utf8) })

    init?(_ message: CommitMessage) {
        var found: Set<Int> = []
        CarriedOver.words.forEachOccurrence(in: message.text, limit: .max) { number, _ in found.insert(number) }
        if found.contains(0) {
            self = .pick
        } else if found.contains(1) || message.subject.hasPrefix("Reapply \"") {
            self = .revert
        } else {
            return nil
        }
    }
}

/// Decides which credit is a review.
private struct Examination {
    enum Verdict: Equatable {
        case counts, outsideBlock, ownPerson, notListed
        case ai(tool: String)
        case robot
        case carried(CarriedOver)
        case unreadable(String)

        var isAutomation: Bool {
            switch self {
            case .ai, .robot: true
            default: false
            }
        }

        /// Names no person: reasons are printed and kept.
        var reason: String {
            switch self {
            case .counts: "it names one person who is none of the commit's own"
            case .outsideBlock: "it does not stand in the last paragraph, the trailer block"
            case .ownPerson: "it names the author, the committer, a co-author or a helper of this commit"
            case .notListed: "the policy's list of humans does not have the address"
            case .ai(let tool): "it names an AI tool (\(tool))"
            case .robot: "it names automation"
            case .carried(.pick): "the commit was cherry-picked and may have brought the trailer along"
            case .carried(.revert): "the commit reverts another and may quote its trailers"
            case .unreadable(let why): why
            }
        }
    }

    /// The best that any trailer gives.
    static func result(of verdicts: [Verdict]) -> ReviewState.Result {
        if verdicts.contains(.counts) { return .independent }
        if verdicts.contains(.ownPerson) { return .selfReview }
        return verdicts.contains(where: \.isAutomation) ? .robot : .none
    }

    private let mailboxes: Set<String>
    private let names: Set<String>
    private let humans: Set<String>
    private let carriedOver: CarriedOver?

    init(own: [Identity], humans: Set<String>, carriedOver: CarriedOver?) {
        mailboxes = Set(own.map(\.mailbox))
        names = Set(own.map { $0.name.lowercased() })
        self.humans = humans
        self.carriedOver = carriedOver
    }

    func verdict(_ credit: (identity: Identity?, holder: Credit.Holder)?) -> Verdict {
        guard let credit else { return .unreadable(IdentityReading.Problem.noAddress.rawValue) }
        switch credit.holder {
        case .ai(let tool): return .ai(tool: tool)
        case .robot: return .robot
        case .unreadable(let why): return .unreadable(why)
        case .person: break
        }
        guard let identity = credit.identity else {
            return .unreadable(IdentityReading.Problem.noAddress.rawValue)
        }
        // The same name with another address is the same person until somebody says otherwise.
        if mailboxes.contains(identity.mailbox) || names.contains(identity.name.lowercased()) { return .ownPerson }
        if !humans.isEmpty, !humans.contains(identity.mailbox) { return .notListed }
        if let carriedOver { return .carried(carriedOver) }
        return .counts
    }
}
