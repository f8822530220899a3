// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A signature as `ssh-keygen -Y sign` makes it (OpenSSH, PROTOCOL.sshsig).
struct SSHSignature: Sendable {
    enum Signer: Sendable {
        case key(SSHPublicKey)
        case certificate(SSHCertificate)

        init(blob: [UInt8]) throws(SignatureError) {
            var reader = SSHReader(blob)
            self =
                try reader.text().hasSuffix(SSHCertificate.suffix)
                ? .certificate(SSHCertificate(blob: blob)) : .key(SSHPublicKey(blob: blob))
        }

        var key: SSHPublicKey {
            switch self {
            case .key(let key): key
            case .certificate(let certificate): certificate.key
            }
        }
    }

    let signer: Signer
    let namespace: String
    private let hash: String
    private let signature: [UInt8]

    static let begin = "-----BEGIN SSH SIGNATURE-----"
    static let end = "-----END SSH SIGNATURE-----"
    /// Of the armour, in bytes: a certificate with the largest RSA keys needs about a tenth.
    private static let limit = 64 << 10
    private static let magic = Array("SSHSIG".utf8)

    init(armour: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(try SSHSignature.decoded(armour))
        for letter in SSHSignature.magic where try reader.byte() != letter {
            throw SignatureError("it does not begin as an SSH signature does")
        }
        let version = try reader.uint32()
        guard version == 1 else { throw SignatureError("it is of version \(version), of which nothing is known here") }
        signer = try Signer(blob: Array(try reader.string()))
        namespace = try reader.text()
        guard !namespace.isEmpty else { throw SignatureError("it has no namespace") }
        guard try reader.string().isEmpty else { throw SignatureError("it says something in its reserved field") }
        hash = try reader.text()
        signature = Array(try reader.string())
        try reader.end()
    }

    private static func decoded(_ armour: [UInt8]) throws(SignatureError) -> [UInt8] {
        guard armour.count <= limit else { throw SignatureError("it has more than \(limit) bytes") }
        let text = armour.last == UInt8(ascii: "\n") ? armour.dropLast() : armour[...]
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count > 2, lines.first?.elementsEqual(begin.utf8) == true,
            lines.last?.elementsEqual(end.utf8) == true,
            let bytes = Base64.decoded(Array(lines.dropFirst().dropLast().joined()))
        else { throw SignatureError("its armour is damaged") }
        return bytes
    }

    /// Throws unless the signer made it over these bytes, for the namespace that it names itself.
    func verify(_ message: [UInt8]) throws(SignatureError) {
        let digest: [UInt8]
        switch hash {
        case "sha256": digest = Array(SHA256.hash(data: message))
        case "sha512": digest = Array(SHA512.hash(data: message))
        default: throw SignatureError("it hashes with neither sha256 nor sha512")
        }
        let fields = [Array(namespace.utf8), [], Array(hash.utf8), digest]
        try signer.key.verify(signature, over: SSHSignature.magic + fields.flatMap { SSHWriter.string($0) })
    }
}
