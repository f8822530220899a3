// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An OpenSSH user certificate: a key that an authority gives to principals for a time (PROTOCOL.certkeys).
struct SSHCertificate: Sendable {
    let key: SSHPublicKey
    let authority: SSHPublicKey
    let principals: [String]
    /// Seconds since 1970-01-01T00:00:00Z.
    private let validAfter: UInt64
    private let validBefore: UInt64
    /// Why nothing that it signs counts, whoever issued it.
    let objection: String?

    static let suffix = "-cert-v01@openssh.com"

    /// Throws for what is no certificate, and for one that its authority did not sign.
    init(blob: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(blob)
        let type = try reader.text()
        guard type.hasSuffix(SSHCertificate.suffix) else { throw SignatureError("it is no certificate") }
        let plain = type.dropLast(SSHCertificate.suffix.count) + (type.hasPrefix("sk-") ? "@openssh.com" : "")
        _ = try reader.string()  // The nonce.
        key = try SSHPublicKey(type: String(plain), reading: &reader)
        _ = try reader.uint64()  // The serial number.
        let kind = try reader.uint32()
        _ = try reader.string()  // The authority's name for it.
        var names = SSHReader(try reader.string())
        var principals: [String] = []
        while !names.rest.isEmpty { principals.append(try names.text()) }
        self.principals = principals
        validAfter = try reader.uint64()
        validBefore = try reader.uint64()
        let critical = try reader.string()
        _ = try reader.string()  // Extensions: permissions of a login, which mean nothing here.
        _ = try reader.string()  // Reserved.
        authority = try SSHPublicKey(blob: Array(try reader.string()))
        let covered = Array(blob.dropLast(reader.rest.count))
        let signature = try reader.string()
        try reader.end()
        objection = SSHCertificate.objection(kind: kind, critical: critical, principals: principals, authority)
        guard authority.tooFewBits == nil else { return }
        do {
            try authority.verify(signature, over: covered)
        } catch {
            throw SignatureError("the authority's signature under its certificate is not valid: \(error.reason)")
        }
    }

    private static func objection(
        kind: UInt32, critical: ArraySlice<UInt8>, principals: [String], _ authority: SSHPublicKey
    ) -> String? {
        if let bits = authority.tooFewBits {
            return "its certificate's authority has an RSA key of \(bits) bits, fewer than 2048"
        }
        if kind != 1 { return "its certificate is not for a user" }
        if principals.isEmpty { return "its certificate names no principal" }
        return critical.isEmpty ? nil : "its certificate has critical options, none of which is known here"
    }

    func isValid(at moment: Instant) -> Bool {
        guard let seconds = UInt64(exactly: moment.seconds) else { return false }
        return validAfter <= seconds && seconds < validBefore
    }
}
