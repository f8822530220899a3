// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto
import FoundationEssentials

/// A public key as OpenSSH writes it (RFC 4253, 5656 and 8709; PROTOCOL.u2f for the `sk-` kinds, which live in
/// hardware).
struct SSHPublicKey: Sendable {
    enum Material: Sendable {
        case ed25519([UInt8])
        case ecdsa(SSHCurve, point: [UInt8])
        case rsa(modulus: [UInt8], exponent: [UInt8])
        case hardwareEd25519([UInt8], application: [UInt8])
        case hardwareECDSA(point: [UInt8], application: [UInt8])
    }

    /// `ssh-ed25519` and the like.
    let type: String
    let material: Material
    /// The whole key on the wire: two keys are the same where these are.
    let blob: [UInt8]

    static let types = [
        "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ]

    init(blob: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(blob)
        let type = try reader.text()
        try self.init(type: type, reading: &reader)
        try reader.end()
    }

    /// Reads what follows the type, in a key as in a certificate.
    init(type: String, reading reader: inout SSHReader) throws(SignatureError) {
        self.type = type
        let start = reader.rest
        switch type {
        case "ssh-ed25519": material = .ed25519(Array(try reader.string()))
        case "ssh-rsa":
            let exponent = Array(try reader.integer())
            material = .rsa(modulus: Array(try reader.integer()), exponent: exponent)
        case "sk-ssh-ed25519@openssh.com":
            let key = Array(try reader.string())
            material = .hardwareEd25519(key, application: Array(try reader.string()))
        case "sk-ecdsa-sha2-nistp256@openssh.com":
            let point = try SSHCurve.p256.point(&reader)
            material = .hardwareECDSA(point: point, application: Array(try reader.string()))
        default:
            guard let curve = SSHCurve.allCases.first(where: { "ecdsa-sha2-\($0.rawValue)" == type }) else {
                throw SignatureError("its kind of key is not one of \(SSHPublicKey.types.joined(separator: ", "))")
            }
            material = .ecdsa(curve, point: try curve.point(&reader))
        }
        blob = SSHWriter.string(Array(type.utf8)) + start.prefix(start.count - reader.rest.count)
    }

    /// `SHA256:` and the digest in base 64 without padding, as ssh-keygen prints it.
    var fingerprint: String { SSHPublicKey.fingerprint(of: blob) }

    static func fingerprint(of blob: [UInt8]) -> String {
        let digest = Data(SHA256.hash(data: blob)).base64EncodedString()
        return "SHA256:" + digest.prefix { $0 != "=" }
    }

    /// Length of an RSA key's modulus in bits where it is too short to trust; else nil.
    var tooFewBits: Int? {
        guard case .rsa(let modulus, _) = material, let first = modulus.first else { return nil }
        let bits = modulus.count * 8 - first.leadingZeroBitCount
        return bits < 2048 ? bits : nil
    }
}

/// The curves of `ecdsa-sha2-` keys.
enum SSHCurve: String, CaseIterable, Sendable {
    case p256 = "nistp256"
    case p384 = "nistp384"
    case p521 = "nistp521"

    /// Of a coordinate, in bytes.
    var size: Int {
        switch self {
        case .p256: 32
        case .p384: 48
        case .p521: 66
        }
    }

    func point(_ reader: inout SSHReader) throws(SignatureError) -> [UInt8] {
        guard try reader.text() == rawValue else { throw SignatureError("its key names one curve and lies on another") }
        return Array(try reader.string())
    }

    /// Two numbers of this curve's size, one after the other, as cryptography libraries take a signature.
    func raw(_ reader: inout SSHReader) throws(SignatureError) -> [UInt8] {
        var raw: [UInt8] = []
        for _ in 0..<2 {
            let number = try reader.integer()
            guard number.count <= size else { throw SignatureError("a number in it is too large for its curve") }
            raw += [UInt8](repeating: 0, count: size - number.count) + number
        }
        return raw
    }
}
