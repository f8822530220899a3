// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension ProvenanceReader {
    /// What the commit's own trailers are worth.
    ///
    /// A trailer counts at the level *asserted* when it stands in git's trailer block, has a key of the policy, and
    /// names one person whom the policy lets review and who is not one of the commit's own people. A commit that was
    /// picked keeps its source's trailers only with its source's patch; one that reverts keeps none.
    func trailerVoices<Failure: Error>(
        _ commit: Commit, _ provenance: CommitProvenance, own: PeopleGroup, on basis: ReviewBasis,
        hasPatchOf: (ObjectID) throws(Failure) -> Bool?
    ) throws(Failure) -> [ReviewVoice] {
        let keys = Set(basis.policy.trailers.map { $0.lowercased() })
        let read = provenance.trailers.filter { keys.contains($0.key.lowercased()) }
            .map { (trailer: $0, verdict: verdict(on: $0, own: own, basis)) }
        // Patch ids cost: only where one decides.
        let counts = read.contains { $0.verdict == .counts }
        let carriedOver = counts ? try CarriedOver(commit, hasPatchOf: hasPatchOf) : nil
        return read.map { trailer, verdict in
            let verdict = verdict == .counts ? carriedOver.map { .carried($0) } ?? .counts : verdict
            let key = VisibleText.of(trailer.key, limit: 40)
            return ReviewVoice(
                verdict.worth, "\(key) on line \(trailer.line)", because: verdict.reason,
                by: credit(of: trailer)?.identity.map(basis.people.person))
        }
    }

    private func verdict(on trailer: Trailer, own: PeopleGroup, _ basis: ReviewBasis) -> TrailerVerdict {
        guard trailer.block == .strict else { return .outsideBlock }
        guard let credit = credit(of: trailer) else { return .unreadable(IdentityReading.Problem.noAddress.rawValue) }
        switch credit.holder {
        case .ai(let tool): return .ai(tool: tool)
        case .robot: return .robot
        case .unreadable(let why): return .unreadable(why)
        case .person: break
        }
        guard let identity = credit.identity else {
            return .unreadable(IdentityReading.Problem.noAddress.rawValue)
        }
        let canonical = basis.people.canonical(identity)
        if canonical != identity, isAutomation(canonical) { return .robot }
        let person = basis.people.person(identity)
        if own.contains(person) { return .ownPerson }
        return basis.admits(person) ? .counts : .notListed
    }
}

/// Why a message may hold another commit's trailers, and they are no review of this one.
enum CarriedOver: Equatable {
    case revert
    /// The source is not in this repository, or the message names none.
    case pickOfUnknown
    /// The change is not the source's.
    case changedPick

    private static let pick = "(cherry picked from commit "
    private static let words = LiteralIndex([pick, "this reverts commit "].map { Array($0.utf8) })
    /// More sources of one commit are not compared.
    private static let sourceLimit = 16

    /// Nil where the commit's trailers are its own, or its sources' with the same patch.
    init?<Failure: Error>(_ commit: Commit, hasPatchOf: (ObjectID) throws(Failure) -> Bool?) throws(Failure) {
        let text = commit.message.text
        var picks: [Int] = []
        var isRevert = commit.message.subject.hasPrefix("Reapply \"")
        CarriedOver.words.forEachOccurrence(in: text, limit: .max) { number, offset in
            if number == 0 { picks.append(offset) } else { isRevert = true }
        }
        if isRevert {
            self = .revert
            return
        }
        guard !picks.isEmpty else { return nil }
        let sources = picks.prefix(CarriedOver.sourceLimit).map { CarriedOver.source(in: text, at: $0) }
        for source in sources {
            guard let source, picks.count <= CarriedOver.sourceLimit, source != commit.id,
                let isSame = try hasPatchOf(source)
            else {
                self = .pickOfUnknown
                return
            }
            guard isSame else {
                self = .changedPick
                return
            }
        }
        return nil
    }

    /// The commit that a line of `git cherry-pick -x` names, where the line begins; nil where it names none in full.
    private static func source(in text: String, at offset: Int) -> ObjectID? {
        let rest = Array(text.utf8.dropFirst(offset + pick.utf8.count).prefix(41))
        guard rest.count == 41, rest.last == UInt8(ascii: ")") else { return nil }
        return ObjectID(hex: String(decoding: rest.dropLast(), as: UTF8.self))
    }
}

/// What a trailer is worth.
private enum TrailerVerdict: Equatable {
    case counts, outsideBlock, ownPerson, notListed
    case ai(tool: String)
    case robot
    case carried(CarriedOver)
    case unreadable(String)

    var worth: ReviewVoice.Worth {
        switch self {
        case .counts: .counts(.asserted)
        case .ownPerson: .own
        case .ai, .robot: .automation
        case .outsideBlock, .notListed, .carried, .unreadable: .nothing
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
        case .carried(.pickOfUnknown):
            "the commit was cherry-picked and may have brought the trailer along; its source is not here to compare"
        case .carried(.changedPick): "the commit was cherry-picked, and its patch is not the source's that was reviewed"
        case .carried(.revert): "the commit reverts another and may quote its trailers"
        case .unreadable(let why): why
        }
    }
}
