// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Which key an OpenPGP signature says it was made by (RFC 9580, section 5.2): a claim, for it is read, not checked.
enum OpenPGPIssuer {
    /// A fingerprint or key id in upper-case hexadecimal digits; nil where the armour holds no signature that names
    /// one.
    static func claimed(in armour: [UInt8]) -> String? {
        do throws(SignatureError) {
            guard let packet = decoded(armour) else { return nil }
            return try issuer(in: body(of: packet))
        } catch {
            return nil
        }
    }

    /// Whether the armour holds one version 4 to 6 signature and nothing else. A compressed packet can unfold to
    /// gigabytes, so what is no bare signature is not handed on.
    static func isBareSignature(_ armour: [UInt8]) -> Bool {
        do throws(SignatureError) {
            guard let packet = decoded(armour) else { return false }
            let body = try body(of: packet)
            return body.endIndex == packet.endIndex && (4...6).contains(body.first ?? 0)
        } catch {
            return false
        }
    }

    private static func decoded(_ armour: [UInt8]) -> [UInt8]? {
        let lines = armour.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // Headers end with an empty line; the sum of the bytes has an equals sign before it.
        guard let blank = lines.firstIndex(where: \.isEmpty) else { return nil }
        let text = lines[(blank + 1)...].prefix { $0.first != UInt8(ascii: "=") && $0.first != UInt8(ascii: "-") }
        return Base64.decoded(Array(text.joined()))
    }

    private static func body(of packet: [UInt8]) throws(SignatureError) -> ArraySlice<UInt8> {
        var reader = SSHReader(packet)
        let tag = try reader.byte()
        let isNew = tag & 0x40 != 0
        guard tag & 0x80 != 0, (isNew ? tag & 0x3F : tag >> 2 & 0x0F) == 2 else {
            throw SignatureError("it is no signature packet")
        }
        if isNew {
            let count = try length(&reader)
            return try reader.take(count)
        }
        guard tag & 3 < 3 else { return reader.rest }
        var count = 0
        for _ in 0..<(1 << Int(tag & 3)) { count = count << 8 | Int(try reader.byte()) }
        return try reader.take(count)
    }

    private static func issuer(in body: ArraySlice<UInt8>) throws(SignatureError) -> String? {
        var reader = SSHReader(body)
        guard try reader.byte() == 4 else { return nil }
        for _ in 0..<3 { _ = try reader.byte() }  // Class, key's algorithm, hash.
        var id: String?
        for _ in 0..<2 {
            let count = Int(try reader.byte()) << 8 | Int(try reader.byte())
            var area = SSHReader(try reader.take(count))
            while !area.rest.isEmpty {
                let size = try length(&area)
                let packet = try area.take(size)
                guard let type = packet.first else { continue }
                // 33: version and fingerprint. 16: the key's id.
                if type & 0x7F == 33 { return Hex.string(packet.dropFirst(2)).uppercased() }
                if type & 0x7F == 16 { id = Hex.string(packet.dropFirst()).uppercased() }
            }
        }
        return id
    }

    private static func length(_ reader: inout SSHReader) throws(SignatureError) -> Int {
        let first = Int(try reader.byte())
        if first < 192 { return first }
        if first < 255 { return (first - 192) << 8 + Int(try reader.byte()) + 192 }
        return Int(try reader.uint32())
    }
}
