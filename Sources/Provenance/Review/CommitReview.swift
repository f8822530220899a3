// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension ProvenanceReader {
    /// How strongly a human review of the commit is shown, and whether that is enough. For a commit without a sign of
    /// AI nothing is asked, unless its files ask for it (`isAsked`); before it has landed there is time, unless the
    /// policy is strict.
    ///
    /// `signature`: what came of checking the commit's own; nil where it has none. It shows who made the commit, and
    /// never a review: git signs as the committer. `hasPatchOf`: whether the commit has
    /// the same patch id as another one; nil where the other is not in the repository.
    package func review<Failure: Error>(
        of commit: Commit, files: [ChangedFile], provenance: CommitProvenance, on basis: ReviewBasis,
        isAsked: Bool = false,
        signature: SignatureVerdict? = nil, hasPatchOf: (ObjectID) throws(Failure) -> Bool?
    ) throws(Failure) -> ReviewState {
        guard provenance.ai.isMarked || isAsked else { return ReviewState(result: .notRequired) }
        let asked = basis.asked(of: files, by: provenance.ai)
        guard asked > .none else { return ReviewState(result: .notRequired) }
        let own = basis.people.group(ownPeople(of: commit, provenance, signature: signature))
        var voices = try trailerVoices(commit, provenance, own: own, on: basis, hasPatchOf: hasPatchOf)
        // Most commits are signed, which is news only to whoever takes that for a review.
        if case .verified = signature, asked >= .signed {
            voices.append(ReviewVoice(.own, "the commit's signature", because: "it shows who made the commit"))
        }
        voices += basis.range.voices(on: commit.id)
        return ReviewState(voices, asked: asked, hasTime: !(basis.kind.hasLanded || basis.policy.strict))
    }

    /// Those whose own word on the commit is no review: author, committer, signer, co-authors, helpers. Where an agent
    /// is the author, its co-author is who asked it; where an agent is the committer, the signer may be.
    func ownPeople(
        of commit: Commit, _ provenance: CommitProvenance, signature: SignatureVerdict? = nil
    ) -> [Identity] {
        var people = [commit.author.identity, commit.committer.identity]
        people += signature?.holders.map { Identity(name: "", email: $0) } ?? []
        for trailer in provenance.trailers {
            let key = trailer.key.lowercased()
            if key == "co-authored-by" || key == "co-developed-by" || key == "assisted-by" {
                people += facts(of: trailer)?.people ?? []
            }
        }
        return people
    }

    /// Whether whoever has the address made the commit, alone or with others.
    package func isOwn(
        _ commit: Commit, of address: String, people: People, signature: SignatureVerdict? = nil
    ) -> Bool {
        people.group(ownPeople(of: commit, read(commit), signature: signature)).contains(
            people.person(addresses: [address]))
    }

    /// AI or other automation, as a forge's account or a signature names it.
    func isAutomation(_ identity: Identity) -> Bool {
        matcher.matches(identity).contains { $0.confidence != .low && !$0.marksPerson } || Automation.isRobot(identity)
    }

    /// What a signature under a record is worth as its holder's review.
    func voice(of verdict: SignatureVerdict, what: String, own: PeopleGroup, on basis: ReviewBasis) -> ReviewVoice {
        func voice(_ worth: ReviewVoice.Worth, _ why: String) -> ReviewVoice { ReviewVoice(worth, what, because: why) }
        switch verdict {
        case .verified:
            // Whoever it is under one of the key's names it is under all of them.
            let person = basis.people.person(addresses: verdict.holders)
            if own.contains(person) {
                return voice(.own, "its key is that of one of the change's own people")
            }
            let names = verdict.names.map { Identity(name: "", email: $0) }
            guard !names.isEmpty else {
                return voice(.nothing, "the allowed signers give its key to a pattern, and so to no one person")
            }
            if names.contains(where: { isAutomation($0) || isAutomation(basis.people.canonical($0)) }) {
                return voice(.automation, "its key is automation's")
            }
            guard basis.admits(person) else {
                return voice(
                    .nothing,
                    "the policy's list of humans does not have its owner: add an address of the key to review.humans")
            }
            return ReviewVoice(
                .counts(.signed), what, because: "its key is a listed person's who is none of the change's own",
                by: person)
        case .forge: return voice(.nothing, "its key is a forge's or a service's, and no person's")
        case .unknownKey: return voice(.nothing, "nobody among the allowed signers owns its key")
        case .refused(_, let reason, _), .bad(let reason), .notVerifiable(let reason):
            return voice(.nothing, VisibleText.of(reason, limit: 200))
        }
    }
}
