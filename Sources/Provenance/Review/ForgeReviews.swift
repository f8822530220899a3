// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension ProvenanceReader {
    /// Adds what the approvals of a forge are worth: at most one an account, bound to the head that it was given for,
    /// by a person who may write and who took no part in the change.
    package func add(
        _ approvals: Approvals, to reviews: inout RangeReviews, of range: ReviewedRange, on basis: ReviewBasis
    ) {
        var counted = PeopleGroup()
        var own = OwnPeople(of: range, basis.people)
        for (index, approval) in approvals.reviews.enumerated() {
            let what = "review \(index + 1) of \(approvals.reviews.count) at the forge"
            let person = basis.people.person(account: approval.login)
            switch verdict(on: approval, by: person, approvals, range, basis, &own, counted: counted) {
            case .refused(let worth, let why): reviews.add(ReviewVoice(worth, what, because: why))
            case .counts(let coverage, let head):
                counted.insert(person)
                let why = "it approves \(head.short), and whoever gave it may write and took no part in the change"
                reviews.add(ReviewVoice(.counts(.approved), what, because: why, by: person), on: coverage)
            }
        }
    }

    private enum Verdict {
        case counts(Set<ObjectID>, head: ObjectID)
        case refused(ReviewVoice.Worth, String)

        static func nothing(_ why: String) -> Verdict { .refused(.nothing, why) }
    }

    private func verdict(
        on approval: Approval, by person: Person, _ approvals: Approvals, _ range: ReviewedRange, _ basis: ReviewBasis,
        _ own: inout OwnPeople, counted: PeopleGroup
    ) -> Verdict {
        if let why = approval.state.isNoApproval { return .nothing(why) }
        if let refusal = refusal(of: approval) { return refusal }
        let isInvolved = approvals.involved.contains(approval.login) || approval.login == approvals.lastPusher
        guard !isInvolved else {
            return .refused(.own, "its account opened or asked for the request, wrote a commit of it, or pushed last")
        }
        guard let head = approval.commit else { return .nothing("the file does not say for which commit it was given") }
        let coverage: Set<ObjectID>
        var isCarried = false
        switch range.binding(of: head) {
        case .holds(let commits): coverage = commits
        case .carried(let commits):
            guard approvals.namesWriters || range.formerPeople != nil else {
                return .nothing("it was given for a branch whose writers nobody here knows")
            }
            coverage = commits
            isCarried = true
        case .stale(let count, let first):
            let names = first.map(\.short).joined(separator: ", ") + (count > first.count ? ", ..." : "")
            return .refused(.stale, "stale: it approves \(head.short), and \(count) more came after (\(names))")
        case .elsewhere: return .nothing("it approves \(head.short), which is not in the range\(range.elsewhereHint)")
        }
        guard !own.group(of: coverage, isCarried: isCarried).mayContain(person) else {
            return .refused(.own, "its account is, or by its name may be, that of one of the change's own people")
        }
        guard basis.admits(person) else {
            return .nothing(
                "the policy's list of humans does not have its account: add the account's no-reply address to review.humans, "
                    + "or a line to .mailmap that gives that address to a listed one")
        }
        guard !counted.contains(person) else {
            return .nothing("another account of the same person counts already")
        }
        return .counts(coverage, head: head)
    }

    /// Who no approval counts of, whatever it says.
    private func refusal(of approval: Approval) -> Verdict? {
        guard !approval.login.isEmpty else { return .nothing("its account is gone") }
        let address = approval.login + "@users.noreply.github.com"
        switch approval.account {
        case .robot: return .refused(.automation, "its account is automation's")
        case .ai: return .refused(.automation, "its account is an AI tool's")
        case .unknown: return .nothing("the file does not say that its account is a person's")
        case .person:
            if isAutomation(Identity(name: "", email: address)) {
                return .refused(.automation, "its account is an AI tool's or other automation's")
            }
        }
        switch approval.permission {
        case .write: return nil
        case .none: return .nothing("its account may not write to the repository")
        case .unknown: return .nothing("the file does not say whether its account may write to the repository")
        }
    }
}

extension Approval.State {
    /// Why it is no approval; nil for one.
    fileprivate var isNoApproval: String? {
        switch self {
        case .approved: nil
        case .changesRequested: "it asks for changes"
        case .dismissed: "it was dismissed"
        case .unknown: "its state is none that is known"
        }
    }
}
