// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Checks signatures against what the policy's files say of keys. Knows nothing of who counts as a human.
package struct SignatureChecker: Sendable {
    /// What git signs commits and tags for.
    package static let gitNamespace = "git"
    /// What `aigate sign-off` signs its records for.
    package static let signOffNamespace = "aigate-sign-off"

    /// Of an armoured OpenPGP signature, in bytes; those of 16,384-bit keys have under 4,000.
    private static let openPGPLimit = 64 << 10

    private let allowedSigners: AllowedSigners?
    private let revoked: RevokedKeys
    private let forgeKeys: ForgeKeys
    private let openPGP: OpenPGPCheck?
    private let keyring: OpenPGPKeyring?
    private let today: Instant

    /// `allowedSigners`: nil where the policy names no such file. `openPGP`: runs gpgv on a payload and its signature;
    /// nil
    /// without a keyring, of which `keyring` tells all user ids. `today`: the run's start.
    package init(
        allowedSigners: AllowedSigners?, revoked: RevokedKeys = RevokedKeys(), forgeKeys: ForgeKeys = ForgeKeys(),
        openPGP: OpenPGPCheck? = nil, keyring: OpenPGPKeyring? = nil, today: Instant
    ) {
        self.allowedSigners = allowedSigners
        self.revoked = revoked
        self.forgeKeys = forgeKeys
        self.openPGP = openPGP
        self.keyring = keyring
        self.today = today
    }

    /// `claimed`: when the signature says that it was made: a commit's committer date, a tag's tagger date, a record's
    /// `signed-at`. A key must be valid then and at the run's start.
    package func verdict(on signed: SignedObject, namespace: String, at claimed: Instant) -> SignatureVerdict {
        guard let armour = signed.signatures.first, signed.signatures.count == 1 else {
            return .bad(reason: "there are \(signed.signatures.count) signatures, where one is due")
        }
        switch SignatureKind(armour: armour) {
        case .ssh: return ssh(armour, signed.payload, namespace, claimed)
        case .openPGP: return openPGP(armour, signed.payload, namespace)
        case .x509: return SignatureChecker.x509(armour)
        case .unknown: return .bad(reason: "its armour is none that git writes")
        }
    }

    private func ssh(
        _ armour: [UInt8], _ payload: [UInt8], _ namespace: String, _ claimed: Instant
    ) -> SignatureVerdict {
        do throws(SignatureError) {
            let signature = try SSHSignature(armour: armour)
            let signer = signature.signer
            let key = signer.key.fingerprint
            if let bits = signer.key.tooFewBits {
                return .refused(key: key, reason: "its RSA key has \(bits) bits; 2048 are the fewest that count")
            }
            try signature.verify(payload)
            guard signature.namespace.utf8.elementsEqual(namespace.utf8) else {
                return .refused(key: key, reason: "it was made for another namespace than \(namespace)")
            }
            if revoked.contains(signer) { return .refused(key: key, reason: "its key is revoked") }
            if forgeKeys.contains(signer) { return .forge(key: key) }
            guard let allowedSigners else { return .unknownKey(key: key) }
            switch allowedSigners.answer(for: signer, namespace: namespace, at: [claimed, today]) {
            case .principal(let principal, let others): return .verified(principal: principal, others: others, key: key)
            case .unknown: return .unknownKey(key: key)
            case .refused(let reason, let holders): return .refused(key: key, reason: reason, holders: holders)
            }
        } catch {
            return .bad(reason: error.reason)
        }
    }

    private func openPGP(_ armour: [UInt8], _ payload: [UInt8], _ namespace: String) -> SignatureVerdict {
        guard namespace == SignatureChecker.gitNamespace else {
            return .bad(
                reason:
                    "an OpenPGP signature does not say what it was made for, so it counts for commits and tags alone")
        }
        guard armour.count <= SignatureChecker.openPGPLimit, OpenPGPIssuer.isBareSignature(armour) else {
            return .bad(reason: "it is not one OpenPGP signature")
        }
        switch openPGP?(payload, armour) ?? .failed("the policy names no OpenPGP keyring") {
        case .failed(let reason):
            // A squash merge on GitHub is no news wherever gpgv is missing.
            if let key = OpenPGPIssuer.claimed(in: armour), forgeKeys.contains(openPGP: key) { return .forge(key: key) }
            return .notVerifiable(reason: VisibleText.of(reason))
        case .status(let bytes):
            do throws(SignatureError) {
                return try withUserIDs(OpenPGPStatus(bytes).verdict(forge: forgeKeys.contains(openPGP:)))
            } catch {
                return .bad(reason: error.reason)
            }
        }
    }

    /// gpgv tells the first user id alone.
    private func withUserIDs(_ verdict: SignatureVerdict) -> SignatureVerdict {
        guard case .verified(let principal, _, let key) = verdict, let keyring else { return verdict }
        guard let names = keyring.addresses(of: key) else {
            return .refused(key: key, reason: "the keyring does not hold its key as gpg --export writes it")
        }
        return .verified(principal: principal, others: names.filter { $0 != principal }, key: key)
    }

    /// gitsign's certificates, made for minutes by Sigstore, stand in the same armour as S/MIME's.
    private static func x509(_ armour: [UInt8]) -> SignatureVerdict {
        let lines = armour.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "-") }
        let content = Base64.decoded(Array(lines.joined())) ?? []
        let isSigstore = content.count <= 64 << 10 && content.contains("sigstore.dev".utf8)
        return .notVerifiable(
            reason: isSigstore
                ? "gitsign's signatures are not checked here: gitsign verify does, with the identity and issuer that you expect"
                : "S/MIME signatures are not checked here: git verify-commit does")
    }
}

/// What gpgv said, or why it said nothing.
package enum OpenPGPAnswer: Hashable, Sendable {
    /// What it wrote to its status descriptor.
    case status([UInt8])
    /// It could not be asked: why, and what to do about it.
    case failed(String)
}

/// Asks gpgv about a payload and its armoured signature.
package typealias OpenPGPCheck = @Sendable (_ payload: [UInt8], _ signature: [UInt8]) -> OpenPGPAnswer
