// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension ProvenanceReader {
    /// Adds what signed records over the range are worth: each has to name exactly what is judged here, what landed as
    /// a part of it, or what an earlier run judged that has landed unchanged; and the policy that it is judged by.
    package func add(
        _ signOffs: [SignOff], to reviews: inout RangeReviews, of range: ReviewedRange, on basis: ReviewBasis
    ) {
        var own = OwnPeople(of: range, basis.people)
        for (index, signOff) in signOffs.enumerated() {
            let what = "sign-off \(index + 1) of \(signOffs.count)"
            guard let (coverage, isCarried) = range.coverage(of: signOff) else {
                reviews.add(ReviewVoice(.nothing, what, because: range.misfit(of: signOff)))
                continue
            }
            if let objection = signOff.objection(policy: range.policy) {
                reviews.add(ReviewVoice(.nothing, what, because: objection))
                continue
            }
            let group = own.group(of: coverage, isCarried: isCarried)
            reviews.add(voice(of: signOff.signature, what: what, own: group, on: basis), on: coverage)
        }
    }
}

extension ReviewedRange {
    /// The commits that a record speaks of, and whether they were others before; nil where it fits nothing here.
    fileprivate func coverage(of signOff: SignOff) -> (commits: Set<ObjectID>, isCarried: Bool)? {
        if signOff.fits(base: range.base, head: range.head, tree: range.headTree, patchID: range.patchID) {
            return (Set(members.ids), false)
        }
        if let part = parts.first(where: {
            signOff.fits(base: $0.base, head: $0.head, tree: $0.headTree, patchID: $0.patchID)
        }) {
            let before = part.base.map(members.reached) ?? []
            return (members.reached(from: signOff.head).subtracting(before), false)
        }
        guard hasLanded, let judged, !carried.isEmpty, formerPeople != nil,
            signOff.fits(base: judged.base, head: judged.head, tree: judged.headTree, patchID: judged.patchID)
        else { return nil }
        return (carried, true)
    }

    /// Why a record fits nothing here.
    fileprivate func misfit(of signOff: SignOff) -> String {
        members.contains(signOff.head)
            ? "it names another base, head, tree or patch than is judged"
            : "it is for a commit that is not in the range\(elsewhereHint)"
    }
}

extension SignOff {
    /// Why a record that fits the range counts for nothing all the same, whoever signed it.
    fileprivate func objection(policy: String?) -> String? {
        if verdict == Verdict.fail.rawValue { return "its reviewer was shown a failing verdict" }
        return self.policy == policy ? nil : "its reviewer was shown a verdict by another policy than this run's"
    }

    fileprivate func fits(base: ObjectID?, head: ObjectID?, tree: ObjectID?, patchID: String?) -> Bool {
        // Without a patch id nothing says that it is the same change.
        self.base == base && self.head == head && self.tree == tree && patchID != nil && self.patchID == patchID
    }
}
