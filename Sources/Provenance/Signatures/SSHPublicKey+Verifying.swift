// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras

extension SSHPublicKey {
    /// Throws unless this key made the signature (its type, then its bytes) over the message.
    func verify(_ signature: some Collection<UInt8>, over message: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(signature)
        let algorithm = try reader.text()
        let fits: Bool
        do {
            fits = try isMade(algorithm, &reader, over: message)
        } catch let error as SignatureError {
            throw error
        } catch {
            throw SignatureError("its key or its numbers are none that the algorithm allows")
        }
        guard fits else { throw SignatureError("it does not fit these bytes") }
    }

    /// Throws `SignatureError` for a form that is wrong, and the library's errors for keys that are none.
    private func isMade(_ algorithm: String, _ reader: inout SSHReader, over message: [UInt8]) throws -> Bool {
        // The one kind of key that has several algorithms.
        guard algorithm == type || type == "ssh-rsa" else {
            throw SignatureError("it was made with another algorithm than its key's")
        }
        var body = SSHReader(try reader.string())
        switch material {
        case .rsa(let modulus, let exponent):
            try reader.end()
            return try SSHPublicKey.rsa(algorithm, Array(body.rest), modulus: modulus, exponent: exponent, message)
        case .ed25519(let key):
            try reader.end()
            return try Curve25519.Signing.PublicKey(rawRepresentation: key).isValidSignature(body.rest, for: message)
        case .ecdsa(let curve, let point):
            let raw = try curve.raw(&body)
            try body.end()
            try reader.end()
            return try curve.isValid(raw, point: point, message)
        case .hardwareEd25519(let key, let application):
            let signed = try SSHPublicKey.hardware(&reader, application: application, message)
            return try Curve25519.Signing.PublicKey(rawRepresentation: key).isValidSignature(body.rest, for: signed)
        case .hardwareECDSA(let point, let application):
            let raw = try SSHCurve.p256.raw(&body)
            try body.end()
            let signed = try SSHPublicKey.hardware(&reader, application: application, message)
            return try SSHCurve.p256.isValid(raw, point: point, signed)
        }
    }

    private static func rsa(
        _ algorithm: String, _ signature: [UInt8], modulus: [UInt8], exponent: [UInt8], _ message: [UInt8]
    ) throws -> Bool {
        let key = try _RSA.Signing.PublicKey(n: modulus, e: exponent)
        let value = _RSA.Signing.RSASignature(rawRepresentation: signature)
        switch algorithm {
        case "rsa-sha2-256":
            return key.isValidSignature(value, for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
        case "rsa-sha2-512":
            return key.isValidSignature(value, for: SHA512.hash(data: message), padding: .insecurePKCS1v1_5)
        case "ssh-rsa": throw SignatureError("it was made over SHA-1, which proves nothing: sign with rsa-sha2-512")
        default: throw SignatureError("it was made with another algorithm than its key's")
        }
    }

    /// What a hardware key signs: the digests of its application and of the message, around flags and a counter.
    private static func hardware(
        _ reader: inout SSHReader, application: [UInt8], _ message: [UInt8]
    ) throws(SignatureError) -> [UInt8] {
        let flags = try reader.byte()
        let counter = try reader.uint32()
        try reader.end()
        guard flags & 1 == 1 else { throw SignatureError("its hardware key was used without anybody touching it") }
        return Array(SHA256.hash(data: application)) + [flags] + withUnsafeBytes(of: counter.bigEndian) { Array($0) }
            + Array(SHA256.hash(data: message))
    }
}

extension SSHCurve {
    /// RFC 5656, section 6.2.1: each curve goes with one hash.
    fileprivate func isValid(_ raw: [UInt8], point: [UInt8], _ message: [UInt8]) throws -> Bool {
        switch self {
        case .p256:
            try P256.Signing.PublicKey(x963Representation: point)
                .isValidSignature(.init(rawRepresentation: raw), for: SHA256.hash(data: message))
        case .p384:
            try P384.Signing.PublicKey(x963Representation: point)
                .isValidSignature(.init(rawRepresentation: raw), for: SHA384.hash(data: message))
        case .p521:
            try P521.Signing.PublicKey(x963Representation: point)
                .isValidSignature(.init(rawRepresentation: raw), for: SHA512.hash(data: message))
        }
    }
}
