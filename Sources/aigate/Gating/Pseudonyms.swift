// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Gate

/// People as the evidence names them: `p_` and 16 digits of HMAC-SHA256 over the lower-case e-mail address under the
/// organisation's key. Who destroys the key makes the archive anonymous.
struct Pseudonyms: Sendable {
    /// The environment variable that holds the key.
    static let variable = "AIGATE_PEOPLE_KEY"

    private let key: SymmetricKey

    /// Nil without a key.
    init?(_ environment: [String: String]) {
        guard let text = environment[Pseudonyms.variable], !text.isEmpty else { return nil }
        key = SymmetricKey(data: Array(text.utf8))
    }

    /// As registers ask for it; nil without a key.
    static func naming(_ environment: [String: String]) -> (@Sendable (String) -> String)? {
        guard let pseudonyms = Pseudonyms(environment) else { return nil }
        return { (mark: String) in pseudonyms.name(of: mark) }
    }

    func name(of identity: Identity) -> String { name(of: identity.key) }

    /// `mark`: the key of a mailbox, or `@login` in lower case.
    func name(of mark: String) -> String {
        "p_" + Hex.string(HMAC<SHA256>.authenticationCode(for: Array(mark.utf8), using: key)).prefix(16)
    }
}
