// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Keys that count no longer: one public key, or one `SHA256:` fingerprint, on each line. ssh-keygen itself reads keys
/// alone. Revoking an authority revokes every certificate under it.
package struct RevokedKeys: Sendable {
    /// Of the file, in bytes.
    package static let limit = 1 << 20

    private let fingerprints: Set<String>

    /// None.
    package init() {
        fingerprints = []
    }

    /// Throws for a binary KRL and for every line that cannot be read. `file`: its name, for messages.
    package init(_ bytes: [UInt8], file: String) throws(ConfigErrors) {
        guard !bytes.starts(with: "SSHKRL\n\0".utf8) else {
            throw ConfigErrors(
                ConfigError(
                    file: file, line: nil,
                    reason:
                        "it is a binary key revocation list, which is not read here: list the revoked public keys, one a line"
                ))
        }
        let lines = try KeyFileLines(bytes, file: file, limit: RevokedKeys.limit)
        fingerprints = Set(
            try lines.read { line throws(SignatureError) in
                let word = String(line.text.prefix { !$0.isBlank })
                if word.hasPrefix("SHA256:") { return try SSHFingerprint.checked(word) }
                return try line.signer.key.fingerprint
            })
    }

    func contains(_ signer: SSHSignature.Signer) -> Bool {
        if case .certificate(let certificate) = signer, fingerprints.contains(certificate.authority.fingerprint) {
            return true
        }
        return fingerprints.contains(signer.key.fingerprint)
    }
}

/// `SHA256:` and 43 digits of base 64.
enum SSHFingerprint {
    /// Throws unless it is one.
    static func checked(_ text: String) throws(SignatureError) -> String {
        let digits = text.dropFirst("SHA256:".count)
        guard text.hasPrefix("SHA256:"), Base64.decoded(Array((digits + "=").utf8))?.count == 32 else {
            throw SignatureError(
                "'\(VisibleText.of(text, limit: 60))' is no fingerprint: ssh-keygen -l prints SHA256: and 43 characters"
            )
        }
        return text
    }
}
