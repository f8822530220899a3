// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension ProvenanceReader {
    /// Adds what signed records over the range are worth: each has to name exactly what is judged here, or what an
    /// earlier run judged that has landed unchanged.
    package func add(
        _ signOffs: [SignOff], to reviews: inout RangeReviews, of range: ReviewedRange, on basis: ReviewBasis
    ) {
        for (index, signOff) in signOffs.enumerated() {
            let what = "sign-off \(index + 1) of \(signOffs.count)"
            guard let (coverage, formerPeople) = range.coverage(of: signOff) else {
                reviews.add(ReviewVoice(.nothing, what, because: "it names another base, head, tree or patch than is judged"))
                continue
            }
            guard signOff.verdict != Verdict.fail.rawValue else {
                reviews.add(ReviewVoice(.nothing, what, because: "its reviewer was shown a failing verdict"))
                continue
            }
            let own = range.members.own(of: coverage) + formerPeople
            reviews.add(voice(of: signOff.signature, what: what, own: own, on: basis), on: coverage)
        }
    }
}

extension ReviewedRange {
    /// The commits that a record speaks of, and who made what they were before; nil where it fits nothing here.
    fileprivate func coverage(of signOff: SignOff) -> (commits: Set<ObjectID>, formerPeople: [Identity])? {
        if signOff.fits(base: range.base, head: range.head, tree: range.headTree, patchID: range.patchID) {
            return (Set(members.ids), [])
        }
        guard hasLanded, let judged, !carried.isEmpty, let formerPeople,
            signOff.fits(base: judged.base, head: judged.head, tree: judged.headTree, patchID: judged.patchID)
        else { return nil }
        return (carried, formerPeople)
    }
}

extension SignOff {
    fileprivate func fits(base: ObjectID?, head: ObjectID?, tree: ObjectID?, patchID: String?) -> Bool {
        // Without a patch id nothing says that it is the same change.
        self.base == base && self.head == head && self.tree == tree && patchID != nil && self.patchID == patchID
    }
}
