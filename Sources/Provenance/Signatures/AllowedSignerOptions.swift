// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The options before a key in an allowed-signers file: names in any case, values in quotes, commas between.
struct AllowedSignerOptions: Sendable {
    private(set) var isAuthority = false
    private(set) var namespaces: PrincipalPatterns?
    private(set) var validAfter: Instant?
    private(set) var validBefore: Instant?

    private static let known = "known: cert-authority, namespaces, valid-after, valid-before"

    init(_ text: KeyFileLine.Text) throws(SignatureError) {
        var rest = text
        while !rest.isEmpty {
            let name = rest.prefix { $0 != "=" && $0 != "," && $0 != "\"" }
            rest = rest[name.endIndex...]
            let value = rest.first == "=" ? try AllowedSignerOptions.value(&rest) : nil
            try set(String(name).lowercased(), value)
            guard let comma = rest.popFirst() else { break }
            guard comma == ",", !rest.isEmpty else { throw SignatureError("options are separated by one comma each") }
        }
        if let validAfter, let validBefore, validBefore <= validAfter {
            throw SignatureError("valid-before is not later than valid-after")
        }
    }

    private mutating func set(_ name: String, _ value: KeyFileLine.Text?) throws(SignatureError) {
        func once(_ isSet: Bool) throws(SignatureError) -> KeyFileLine.Text {
            guard let value else { throw SignatureError("\(name) needs a value: \(name)=\"...\"") }
            guard !isSet else { throw SignatureError("\(name) is given twice") }
            return value
        }
        switch name {
        case "cert-authority":
            guard value == nil else { throw SignatureError("cert-authority takes no value") }
            isAuthority = true
        case "namespaces": namespaces = try PrincipalPatterns(once(namespaces != nil))
        case "valid-after": validAfter = try AllowedSignerOptions.moment(once(validAfter != nil), name)
        case "valid-before": validBefore = try AllowedSignerOptions.moment(once(validBefore != nil), name)
        default:
            throw SignatureError(
                "unknown option or type of key '\(VisibleText.of(name, limit: 60))'; \(AllowedSignerOptions.known)")
        }
    }

    /// Takes `="..."`, where `\"` is a quote.
    private static func value(_ rest: inout KeyFileLine.Text) throws(SignatureError) -> KeyFileLine.Text {
        guard rest.starts(with: "=\"".unicodeScalars) else {
            throw SignatureError("an option's value stands in quotes")
        }
        rest = rest.dropFirst(2)
        var value = KeyFileLine.Text()
        while let scalar = rest.popFirst() {
            if scalar == "\"" { return value }
            if scalar == "\\", rest.first == "\"" {
                rest.removeFirst()
                value.append("\"")
            } else {
                value.append(scalar)
            }
        }
        throw SignatureError("a quote is not closed")
    }

    /// `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`, with or without a `Z`; UTC either way.
    private static func moment(_ text: KeyFileLine.Text, _ name: String) throws(SignatureError) -> Instant {
        let wrong = SignatureError(
            "\(name) takes a moment in UTC as YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with or without Z")
        var digits = Array(String(text).utf8)
        if digits.last == UInt8(ascii: "Z") || digits.last == UInt8(ascii: "z") { digits.removeLast() }
        guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw wrong }
        digits += [UInt8](repeating: UInt8(ascii: "0"), count: 14 - digits.count)
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        let written = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
        guard let moment = Instant(written), moment.description == written, moment.seconds > 0 else { throw wrong }
        return moment
    }
}
