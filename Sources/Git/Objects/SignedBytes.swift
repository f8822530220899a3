// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Takes an object's bytes apart into what was signed and the signature (gitformat-signature(5)), as git itself does.
enum SignedBytes {
    private static let newline = UInt8(ascii: "\n")

    /// The signature stands in a `gpgsig` header, of which each further line begins with a blank. No header whose name
    /// begins so is part of what was signed.
    static func commit(_ bytes: [UInt8]) -> SignedObject? {
        let (payload, signatures) = withoutSignatureHeaders(bytes)
        return signatures.isEmpty ? nil : SignedObject(payload: payload, signatures: signatures)
    }

    /// The signature is the end of the message, from the last line that begins an armour.
    static func tag(_ bytes: [UInt8]) -> SignedObject? {
        var start: Int?
        var line = 0
        while line < bytes.count {
            if armours.contains(where: { bytes[line...].starts(with: $0.utf8) }) { start = line }
            line = bytes[line...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
        }
        guard let start else { return nil }
        let payload = withoutSignatureHeaders(Array(bytes[..<start])).payload
        return SignedObject(payload: payload, signatures: [Array(bytes[start...])])
    }

    private static let armours = [
        "-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP MESSAGE-----", "-----BEGIN SIGNED MESSAGE-----",
        "-----BEGIN SSH SIGNATURE-----",
    ]

    private static func withoutSignatureHeaders(_ bytes: [UInt8]) -> (payload: [UInt8], signatures: [[UInt8]]) {
        enum Part { case payload, signature, otherSignature }
        var payload: [UInt8] = []
        var signatures: [[UInt8]] = []
        var part = Part.payload
        var rest = bytes[...]
        while let first = rest.first, first != newline {
            let end = rest.firstIndex(of: newline).map { $0 + 1 } ?? rest.endIndex
            let line = rest[..<end]
            rest = rest[end...]
            let isContinued = first == UInt8(ascii: " ")
            if !isContinued {
                part =
                    line.starts(with: "gpgsig ".utf8)
                    ? .signature : line.starts(with: "gpgsig".utf8) ? .otherSignature : .payload
            }
            switch part {
            case .payload: payload += line
            case .signature where isContinued: signatures[signatures.count - 1] += line.dropFirst()
            case .signature: signatures.append(Array(line.dropFirst("gpgsig ".utf8.count)))
            case .otherSignature: break
            }
        }
        return (payload + rest, signatures)
    }
}
