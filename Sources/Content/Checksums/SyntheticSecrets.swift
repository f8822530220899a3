// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Tokens with the checksums of real ones, drawn from a generator.
enum SyntheticSecrets {
    private static let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    static func value(for check: ValueCheck, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        switch check {
        case .crc32Base62:
            let body = text(30, &generator)
            return Array("ghp_".utf8) + body + TokenChecksum.base62(of: body)
        case .crc32Hex:
            let key = Array("glsa_".utf8) + text(32, &generator)
            return key + Array("_".utf8) + TokenChecksum.hex(of: key)
        case .jwt:
            let claims = "{\"sub\":\"\(string(16, &generator))\"}"
            return [base64(#"{"alg":"HS256","typ":"JWT"}"#), base64(claims), string(43, &generator)]
                .joined(separator: ".").utf8.filter { $0 != UInt8(ascii: "=") }
        case .base64JSONAuth:
            let auth = base64("\(string(8, &generator)):\(string(20, &generator))")
            return Array(base64(#"{"auths":{"registry.example.org":{"auth":"\#(auth)"}}}"#).utf8)
        default: return Array(base64("\(string(8, &generator)):\(string(20, &generator))").utf8)
        }
    }

    private static func text(_ count: Int, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count).map { _ in letters[Int.random(in: letters.indices, using: &generator)] }
    }

    private static func string(_ count: Int, _ generator: inout some RandomNumberGenerator) -> String {
        String(decoding: text(count, &generator), as: UTF8.self)
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
