// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import Foundation

/// Signatures that ssh-keygen makes only with hardware, or not at all.
enum HandMade {
    static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
        withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
    }

    static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

    static func integer(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let digits = Array(bytes.drop { $0 == 0 })
        return string((digits.first ?? 0x80) >= 0x80 ? [0] + digits : digits)
    }

    /// What is signed for a payload.
    static func signed(_ payload: [UInt8], namespace: String = "git", hash: String = "sha512") -> [UInt8] {
        let digest = hash == "sha256" ? Array(SHA256.hash(data: payload)) : Array(SHA512.hash(data: payload))
        return Array("SSHSIG".utf8) + string(namespace) + string("") + string(hash) + string(digest)
    }

    static func armour(
        key: [UInt8], signature: [UInt8], namespace: String = "git", reserved: String = "", hash: String = "sha512",
        version: UInt32 = 1
    ) -> [UInt8] {
        let blob =
            Array("SSHSIG".utf8) + withUnsafeBytes(of: version.bigEndian) { Array($0) } + string(key)
            + string(namespace)
            + string(reserved) + string(hash) + string(signature)
        return armour(blob)
    }

    static func armour(_ blob: [UInt8]) -> [UInt8] {
        let text = Data(blob).base64EncodedString()
        var lines: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(70))
            rest = rest.dropFirst(70)
        }
        let body = lines.joined(separator: "\n")
        return Array("-----BEGIN SSH SIGNATURE-----\n\(body)\n-----END SSH SIGNATURE-----\n".utf8)
    }

    /// The bytes inside an armour.
    static func blob(_ armour: [UInt8]) -> [UInt8] {
        let lines = String(decoding: armour, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("-") }
        return Array(Data(base64Encoded: lines.joined()) ?? Data())
    }

    static func line(_ type: String, _ blob: [UInt8]) -> String { "\(type) \(Data(blob).base64EncodedString())" }

    /// A hardware key as software, with the flags that it would report.
    struct HardwareKey {
        let type: String
        let blob: [UInt8]
        private let signing: ([UInt8]) throws -> [UInt8]
        private let application = Array("ssh:".utf8)

        init(ed25519 key: Curve25519.Signing.PrivateKey = .init()) {
            type = "sk-ssh-ed25519@openssh.com"
            blob = string(type) + string(Array(key.publicKey.rawRepresentation)) + string("ssh:")
            signing = { string(Array(try key.signature(for: $0))) }
        }

        init(ecdsa key: P256.Signing.PrivateKey) {
            type = "sk-ecdsa-sha2-nistp256@openssh.com"
            blob = string(type) + string("nistp256") + string(Array(key.publicKey.x963Representation)) + string("ssh:")
            signing = { message in
                let raw = Array(try key.signature(for: message).rawRepresentation)
                return string(integer(raw.prefix(32)) + integer(raw.suffix(32)))
            }
        }

        var line: String { HandMade.line(type, blob) }

        func sign(_ payload: [UInt8], flags: UInt8 = 1, namespace: String = "git") throws -> [UInt8] {
            let counter: [UInt8] = [0, 0, 0, 7]
            let message =
                Array(SHA256.hash(data: application)) + [flags] + counter
                + Array(SHA256.hash(data: signed(payload, namespace: namespace)))
            return armour(
                key: blob, signature: string(type) + (try signing(message)) + [flags] + counter, namespace: namespace)
        }
    }

    /// An RSA key that signs over any hash.
    struct RSAKey {
        let blob: [UInt8]
        private let key: _RSA.Signing.PrivateKey

        init(bits: Int = 2048) throws {
            key = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits))
            let numbers = try key.publicKey.getKeyPrimitives()
            blob = string("ssh-rsa") + integer(numbers.publicExponent) + integer(numbers.modulus)
        }

        var line: String { HandMade.line("ssh-rsa", blob) }

        func sign(_ payload: [UInt8], algorithm: String) throws -> [UInt8] {
            let message = signed(payload)
            let signature =
                switch algorithm {
                case "ssh-rsa": try key.signature(for: Insecure.SHA1.hash(data: message), padding: .insecurePKCS1v1_5)
                case "rsa-sha2-256": try key.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
                default: try key.signature(for: SHA512.hash(data: message), padding: .insecurePKCS1v1_5)
                }
            return armour(key: blob, signature: string(algorithm) + string(Array(signature.rawRepresentation)))
        }
    }
}
