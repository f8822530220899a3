// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension ProvenanceReader {
    /// How strongly a human review of the commit is shown, and whether that is enough. For a commit without a sign of AI
    /// nothing is asked, unless its files ask for it (`isAsked`); before it has landed there is time, unless the policy is
    /// strict.
    ///
    /// `signature`: what came of checking the commit's own; nil where it has none. `hasPatchOf`: whether the commit has
    /// the same patch id as another one; nil where the other is not in the repository.
    package func review<Failure: Error>(
        of commit: Commit, files: [ChangedFile], provenance: CommitProvenance, on basis: ReviewBasis, isAsked: Bool = false,
        signature: SignatureVerdict? = nil, hasPatchOf: (ObjectID) throws(Failure) -> Bool?
    ) throws(Failure) -> ReviewState {
        guard provenance.ai.isMarked || isAsked else { return ReviewState(result: .notRequired) }
        let asked = basis.asked(of: files, tools: provenance.ai.tools)
        guard asked > .none else { return ReviewState(result: .notRequired) }
        let own = ownPeople(of: commit, provenance)
        var voices = try trailerVoices(commit, provenance, own: own, on: basis, hasPatchOf: hasPatchOf)
        if let signature, let voice = voice(of: signature, asked: asked, own: own, on: basis) { voices.append(voice) }
        voices += basis.range.voices(on: commit.id)
        return ReviewState(voices, asked: asked, hasTime: !(basis.kind.hasLanded || basis.policy.strict))
    }

    /// Those whose own word on the commit is no review: author, committer, co-authors, helpers. Where an agent is the
    /// author, its co-author is who asked it.
    func ownPeople(of commit: Commit, _ provenance: CommitProvenance) -> [Identity] {
        var people = [commit.author.identity, commit.committer.identity]
        for trailer in provenance.trailers {
            let key = trailer.key.lowercased()
            if key == "co-authored-by" || key == "co-developed-by" || key == "assisted-by" {
                people += facts(of: trailer)?.people ?? []
            }
        }
        return people
    }

    /// Whether whoever has the address made the commit, alone or with others.
    package func isOwn(_ commit: Commit, of address: String, people: People) -> Bool {
        let person = people.person(address: address)
        return ownPeople(of: commit, read(commit)).contains { people.person($0).isSame(as: person) }
    }

    /// AI or other automation, as a forge's account or a signature names it.
    func isAutomation(_ identity: Identity) -> Bool {
        matcher.matches(identity).contains { $0.confidence != .low && !$0.marksPerson } || Automation.isRobot(identity)
    }

    /// The commit's own signature: a review where it is another person's than those who made the commit.
    private func voice(
        of verdict: SignatureVerdict, asked: ReviewLevel, own: [Identity], on basis: ReviewBasis
    ) -> ReviewVoice? {
        let voice = voice(of: verdict, what: "the commit's signature", own: own, on: basis)
        // Most commits are signed by their own author, which nobody takes for a review.
        if case .counts = voice.worth { return voice }
        return asked < .signed ? nil : voice
    }

    /// What a signature is worth as its holder's review.
    func voice(of verdict: SignatureVerdict, what: String, own: [Identity], on basis: ReviewBasis) -> ReviewVoice {
        func voice(_ worth: ReviewVoice.Worth, _ why: String) -> ReviewVoice { ReviewVoice(worth, what, because: why) }
        switch verdict {
        case .verified:
            guard let principal = verdict.person else {
                return voice(.nothing, "the allowed signers give its key to a pattern, and so to no one person")
            }
            let address = Identity(name: "", email: principal)
            let person = basis.people.person(address)
            if isAutomation(address) || isAutomation(basis.people.canonical(address)) {
                return voice(.automation, "its key is automation's")
            }
            if own.contains(where: { basis.people.person($0).isSame(as: person) }) {
                return voice(.own, "its key is that of one of the change's own people")
            }
            guard basis.admits(person) else { return voice(.nothing, "the policy's list of humans does not have its owner") }
            return voice(.counts(.signed), "its key is a listed person's who is none of the change's own")
        case .forge: return voice(.nothing, "its key is a forge's or a service's, and no person's")
        case .unknownKey: return voice(.nothing, "nobody among the allowed signers owns its key")
        case .refused(_, let reason), .bad(let reason), .notVerifiable(let reason):
            return voice(.nothing, VisibleText.of(reason, limit: 200))
        }
    }
}
