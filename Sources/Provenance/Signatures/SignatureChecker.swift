// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Checks signatures against what the policy's files say of keys. Knows nothing of who counts as a human.
package struct SignatureChecker: Sendable {
    /// What git signs commits and tags for.
    package static let gitNamespace = "git"
    /// What `aigate sign-off` signs its records for.
    package static let signOffNamespace = "aigate-sign-off"

    private let allowedSigners: AllowedSigners?
    private let revoked: RevokedKeys
    private let forgeKeys: ForgeKeys
    private let openPGP: OpenPGPCheck?
    private let today: Instant

    /// `allowedSigners`: nil where the policy names no such file. `openPGP`: runs gpgv on a payload and its signature; nil
    /// without a keyring. `today`: the run's start.
    package init(
        allowedSigners: AllowedSigners?, revoked: RevokedKeys = RevokedKeys(), forgeKeys: ForgeKeys = ForgeKeys(),
        openPGP: OpenPGPCheck? = nil, today: Instant
    ) {
        self.allowedSigners = allowedSigners
        self.revoked = revoked
        self.forgeKeys = forgeKeys
        self.openPGP = openPGP
        self.today = today
    }

    /// `claimed`: when the signature says that it was made: a commit's committer date, a tag's tagger date, a record's
    /// `signed-at`. A key must be valid then and at the run's start.
    package func verdict(on signed: SignedObject, namespace: String, at claimed: Instant) -> SignatureVerdict {
        .notVerifiable(reason: "not written yet")
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
