// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Gate

/// The user ids of a keyring's keys, as `gpg --export` writes them (RFC 9580, sections 4.2 and 5.5.4): gpgv names but
/// one of a key. Nobody looks at certifications here: a name that is not confirmed can only lose a review.
package struct OpenPGPKeyring: Sendable {
    /// By the primary key's fingerprint.
    private var addresses: [String: [String]] = [:]

    /// Reads up to the first packet that is none.
    package init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        var key: String?
        while let packet = OpenPGPKeyring.packet(&rest) {
            switch packet.tag {
            case 6:
                key = OpenPGPKeyring.fingerprint(packet.body)
                if let key, addresses[key] == nil { addresses[key] = [] }
            case 13:
                // Old user ids are in old encodings.
                let id = String(decoding: packet.body, as: UTF8.self)
                if let key, let mail = OpenPGPStatus.mail(inUserID: id[...]) { addresses[key]?.append(mail) }
            default: break
            }
        }
    }

    /// The e-mail addresses of a primary key, by its fingerprint in hexadecimal; nil for one that is not there.
    func addresses(of fingerprint: String) -> [String]? { addresses[fingerprint.uppercased()] }

    /// Takes a packet; nil at the end, and where the length is not that of a key's packet.
    private static func packet(_ rest: inout ArraySlice<UInt8>) -> (tag: UInt8, body: ArraySlice<UInt8>)? {
        guard let first = rest.popFirst(), first & 0x80 != 0 else { return nil }
        let isNew = first & 0x40 != 0
        guard let length = isNew ? newLength(&rest) : oldLength(first & 0x03, &rest), length <= rest.count else {
            return nil
        }
        defer { rest = rest.dropFirst(length) }
        return (isNew ? first & 0x3F : (first & 0x3C) >> 2, rest.prefix(length))
    }

    private static func newLength(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let first = rest.popFirst() else { return nil }
        switch first {
        case ..<192: return Int(first)
        case 192..<224: return rest.popFirst().map { (Int(first) - 192) << 8 + Int($0) + 192 }
        case 255: return number(4, &rest)
        default: return nil
        }
    }

    private static func oldLength(_ kind: UInt8, _ rest: inout ArraySlice<UInt8>) -> Int? {
        kind == 3 ? nil : number(1 << Int(kind), &rest)
    }

    /// `count`: in bytes.
    private static func number(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }

    /// In upper-case hexadecimal; nil for a version that gpg does not write.
    private static func fingerprint(_ body: ArraySlice<UInt8>) -> String? {
        func bytes(_ count: Int) -> [UInt8] {
            (0..<count).reversed().map { UInt8(truncatingIfNeeded: body.count >> ($0 * 8)) }
        }
        switch body.first {
        case 4: return hex(Insecure.SHA1.hash(data: [0x99] + bytes(2) + body))
        case 5: return hex(SHA256.hash(data: [0x9A] + bytes(4) + body))
        default: return nil
        }
    }

    private static func hex(_ digest: some Sequence<UInt8>) -> String { Hex.string(Array(digest)).uppercased() }
}
