// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Keys that forges and vendors' services sign with: they name no person.
package struct ForgeKeys: Sendable {
    /// GitHub's for what is done in its web interface (github.com/web-flow.gpg): the old one, then the one since 2024.
    private static let webFlow = ["4AEE18F83AFDEB23", "B5690EEEBB952194"]

    private var ssh: Set<String> = []
    private var openPGP = ForgeKeys.webFlow

    /// GitHub's own.
    package init() {}

    /// GitHub's own, and those that the policy adds: `SHA256:` fingerprints of SSH keys, and OpenPGP key ids or
    /// fingerprints of 16, 40 or 64 hexadecimal digits. Throws for anything else.
    package init(adding fingerprints: [String]) throws(SettingError) {
        for text in fingerprints {
            if text.hasPrefix("SHA256:") {
                do throws(SignatureError) {
                    ssh.insert(try SSHFingerprint.checked(text))
                } catch {
                    throw SettingError(error.reason)
                }
            } else {
                let digits = text.filter { $0 != " " }.uppercased()
                guard [16, 40, 64].contains(digits.utf8.count), digits.utf8.allSatisfy({ Hex.value($0) != nil }) else {
                    throw SettingError(
                        "'\(VisibleText.of(text, limit: 80))' is no key: SHA256:..., or 16, 40 or 64 hexadecimal digits of an OpenPGP key"
                    )
                }
                openPGP.append(digits)
            }
        }
    }

    func contains(_ signer: SSHSignature.Signer) -> Bool {
        if case .certificate(let certificate) = signer, ssh.contains(certificate.authority.fingerprint) { return true }
        return ssh.contains(signer.key.fingerprint)
    }

    /// `key`: an id or a fingerprint, of which an id is the end (version 4) or the beginning (later ones).
    func contains(openPGP key: String) -> Bool {
        openPGP.contains { listed in
            let (long, short) = listed.utf8.count > key.utf8.count ? (listed, key) : (key, listed)
            return long.utf8.count == 64 ? long.hasPrefix(short) : long.hasSuffix(short)
        }
    }
}
