// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What came of checking one signature. Presence is not verification, and *verified* is not *human*: who the principal
/// is, the review decides.
package enum SignatureVerdict: Hashable, Sendable {
    /// Made over these very bytes by a key that the allowed signers give to a principal, for its namespace and day.
    /// `principal`: e-mail address as the allowed signers or the keyring name it, or the pattern that they give the key
    /// to; `others`: whom else the key is given to, in whatever line, certificate or user id; `key`: fingerprint
    /// (`SHA256:...` for SSH, hexadecimal for OpenPGP).
    case verified(principal: String, others: [String] = [], key: String)
    /// Made by a key that a forge or a vendor's service holds (web-flow, managed agents): it names no person. Of
    /// OpenPGP keys that the keyring lacks this is the signature's own word.
    case forge(key: String)
    /// The signature fits the bytes, but nobody in the allowed signers or the keyring owns its key.
    case unknownKey(key: String)
    /// The key is known and does not count: revoked, out of its days, other namespace. Says which. `holders`: whom the
    /// key is given to, where it is theirs still.
    case refused(key: String, reason: String, holders: [String] = [])
    /// It does not fit the bytes, or cannot be read. Says why.
    case bad(reason: String)
    /// Of a kind that cannot be checked here (S/MIME, gitsign), or without what it needs. Says why.
    case notVerifiable(reason: String)

    /// Every name of the one person whose key this is, the principal first; empty without one, and for a key that a
    /// pattern (`*@example.org`) gives to many, be it in another line.
    package var names: [String] {
        guard case .verified(let principal, let others, _) = self else { return [] }
        let names = [principal] + others
        return names.contains(where: SignatureVerdict.isPattern) ? [] : names
    }

    /// The principal, where the key is one person's.
    package var person: String? { names.first }

    /// Everybody who may have made the signature, whether or not it counts.
    package var holders: [String] {
        switch self {
        case .verified(let principal, let others, _): ([principal] + others).filter { !SignatureVerdict.isPattern($0) }
        case .refused(_, _, let holders): holders.filter { !SignatureVerdict.isPattern($0) }
        case .forge, .unknownKey, .bad, .notVerifiable: []
        }
    }

    private static func isPattern(_ principal: String) -> Bool { principal.utf8.contains(where: "*?".utf8.contains) }
}

/// A human reviewer's signed record over a range: it names what was reviewed, so that it fits no other change.
package struct SignOff: Hashable, Sendable {
    /// Nil: everything that the head reaches.
    package let base: ObjectID?
    package let head: ObjectID
    /// The head's tree.
    package let tree: ObjectID
    /// Of the difference between base and head, as `git patch-id --stable` prints it.
    package let patchID: String?
    /// SHA-256 of the policy's bytes, lower-case hexadecimal; nil for built-in defaults.
    package let policy: String?
    /// What the reviewer was shown.
    package let verdict: String
    package let signature: SignatureVerdict
    /// Where it was found, for people: a ref, a tag or a file.
    package let origin: String

    package init(
        base: ObjectID?, head: ObjectID, tree: ObjectID, patchID: String?, policy: String?, verdict: String,
        signature: SignatureVerdict, origin: String
    ) {
        self.base = base
        self.head = head
        self.tree = tree
        self.patchID = patchID
        self.policy = policy
        self.verdict = verdict
        self.signature = signature
        self.origin = origin
    }
}
