// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Why a signature, key or certificate is no such thing, or does not fit. A sentence without names of people.
struct SignatureError: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

/// Reads SSH's wire format (RFC 4251, section 5), in which each thing says how long it is.
struct SSHReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) {
        rest = ArraySlice(bytes)
    }

    mutating func byte() throws(SignatureError) -> UInt8 {
        guard let first = rest.popFirst() else { throw SSHReader.cutOff }
        return first
    }

    mutating func uint32() throws(SignatureError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 { value = value << 8 | UInt32(try byte()) }
        return value
    }

    mutating func uint64() throws(SignatureError) -> UInt64 {
        UInt64(try uint32()) << 32 | UInt64(try uint32())
    }

    mutating func string() throws(SignatureError) -> ArraySlice<UInt8> {
        let count = Int(try uint32())
        return try take(count)
    }

    /// `count`: in bytes.
    mutating func take(_ count: Int) throws(SignatureError) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw SSHReader.cutOff }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func text() throws(SignatureError) -> String {
        let bytes = try string()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SignatureError("a name in it is not UTF-8")
        }
        return text
    }

    /// The bytes of a positive integer without leading zeros. Only the shortest form is taken, so that no two differ in
    /// their bytes alone.
    mutating func integer() throws(SignatureError) -> ArraySlice<UInt8> {
        let bytes = try string()
        guard let first = bytes.first, first < 0x80 else { throw SignatureError("a number in it is not positive") }
        guard first == 0 else { return bytes }
        guard let second = bytes.dropFirst().first, second >= 0x80 else {
            throw SignatureError("a number in it has needless zeros")
        }
        return bytes.dropFirst()
    }

    /// Throws when something is left over.
    func end() throws(SignatureError) {
        guard rest.isEmpty else { throw SignatureError("something follows its end") }
    }

    private static var cutOff: SignatureError { SignatureError("it is cut off") }
}

/// Builds what SSH hashes and signs.
enum SSHWriter {
    static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count).bigEndian) { Array($0) } + bytes
    }
}

/// Base 64 as RFC 4648 writes it, in the one form that each value has.
enum Base64 {
    /// Nil for any other character, missing padding or bits that belong to nothing.
    static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? {
        let text = Data(text)
        guard let data = Data(base64Encoded: text), data.base64EncodedData() == text else { return nil }
        return Array(data)
    }
}
