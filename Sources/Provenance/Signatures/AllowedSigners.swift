// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Which principals may sign with which keys: the format of ssh-keygen(1), ALLOWED SIGNERS. Times without a `Z` are UTC
/// here, where ssh-keygen takes the machine's zone.
package struct AllowedSigners: Sendable {
    /// Of the file, in bytes.
    package static let limit = 1 << 20

    private let file: String
    /// By the bytes of the key, in the file's order.
    private var keys: [[UInt8]: [AllowedSigner]] = [:]
    private var authorities: [[UInt8]: [AllowedSigner]] = [:]

    /// Throws for every line that cannot be read, by its number. `file`: its name, for messages.
    package init(_ bytes: [UInt8], file: String) throws(ConfigErrors) {
        self.file = file
        let lines = try KeyFileLines(bytes, file: file, limit: AllowedSigners.limit)
        for signer in try lines.read({ line, number throws(SignatureError) in try AllowedSigner(line, number: number) }) {
            if signer.isAuthority {
                authorities[signer.key.blob, default: []].append(signer)
            } else {
                keys[signer.key.blob, default: []].append(signer)
            }
        }
    }

    /// What the file says of a signer.
    enum Answer {
        case principal(String)
        case unknown
        case refused(String)
    }

    /// As git asks ssh-keygen: the first line that has the key (`-Y find-principals`) names the principals, and the first
    /// of these that holds for the namespace at every moment (`-Y verify`) is the one.
    func answer(for signer: SSHSignature.Signer, namespace: String, at moments: [Instant]) -> Answer {
        let lines: [AllowedSigner]
        switch signer {
        case .key(let key): lines = keys[key.blob] ?? []
        case .certificate(let certificate): lines = authorities[certificate.authority.blob] ?? []
        }
        guard let first = lines.first else { return .unknown }
        var candidates = first.principals.granted
        if case .certificate(let certificate) = signer {
            if let objection = certificate.objection { return .refused(objection) }
            guard moments.allSatisfy(certificate.isValid) else { return .refused("its certificate is not valid on that day") }
            candidates = candidates.flatMap { pattern in
                certificate.principals.filter { PrincipalPatterns.match($0, pattern[...]) }
            }
        }
        for candidate in candidates
        where moments.allSatisfy({ moment in lines.contains { $0.objection(candidate, namespace, moment) == nil } }) {
            return .principal(candidate)
        }
        return .refused(refusal(of: first, candidates, namespace, moments))
    }

    private func refusal(
        of line: AllowedSigner, _ candidates: [String], _ namespace: String, _ moments: [Instant]
    ) -> String {
        let reasons = candidates.flatMap { candidate in
            moments.compactMap { line.objection(candidate, namespace, $0) }
        }
        return "\(VisibleText.of(file)) line \(line.number): \(reasons.first ?? "it gives the key to nobody")"
    }
}

/// One line of an allowed-signers file.
struct AllowedSigner: Sendable {
    let number: Int
    let principals: PrincipalPatterns
    let key: SSHPublicKey
    private let options: AllowedSignerOptions

    var isAuthority: Bool { options.isAuthority }

    init(_ line: String, number: Int) throws(SignatureError) {
        var rest = line[...]
        principals = try PrincipalPatterns(AllowedSigner.principals(&rest))
        var options = ""
        if !SSHPublicKey.types.contains(where: { rest.hasPrefix($0 + " ") || rest.hasPrefix($0 + "\t") }) {
            options = try AllowedSigner.options(&rest)
        }
        self.options = try AllowedSignerOptions(options)
        self.number = number
        guard case .key(let key) = try KeyLine.signer(rest) else {
            throw SignatureError("a certificate stands where its authority's key should: write cert-authority and that key")
        }
        self.key = key
    }

    /// Takes the first word, which may stand in quotes.
    private static func principals(_ rest: inout Substring) throws(SignatureError) -> String {
        let isQuoted = rest.hasPrefix("\"")
        let body = isQuoted ? rest.dropFirst() : rest
        guard let end = body.firstIndex(where: { isQuoted ? $0 == "\"" : $0.isBlank }) else {
            throw SignatureError("a line is: principals, options if any, type of key, key")
        }
        rest = body[end...].dropFirst().drop { $0.isBlank }
        guard !body[..<end].contains("\"") else { throw SignatureError("a quote stands inside the principals") }
        return String(body[..<end])
    }

    /// Takes everything up to the first blank outside quotes.
    private static func options(_ rest: inout Substring) throws(SignatureError) -> String {
        var isQuoted = false
        var previous: Character = " "
        for index in rest.indices {
            let character = rest[index]
            if character.isBlank, !isQuoted {
                defer { rest = rest[index...].drop { $0.isBlank } }
                return String(rest[..<index])
            }
            if character == "\"", previous != "\\" { isQuoted.toggle() }
            previous = character
        }
        throw SignatureError(isQuoted ? "a quote is not closed" : "a line is: principals, options if any, type of key, key")
    }

    /// Why the line does not let a principal sign; nil when it does.
    func objection(_ principal: String, _ namespace: String, _ moment: Instant) -> String? {
        guard principals.match(principal) else { return "the principal is taken back or another's" }
        if let namespaces = options.namespaces, !namespaces.match(namespace) {
            return "the key is not for the namespace \(VisibleText.of(namespace, limit: 60))"
        }
        if let after = options.validAfter, moment < after { return "the key is not valid before \(after)" }
        if let before = options.validBefore, moment > before { return "the key is not valid after \(before)" }
        return nil
    }
}

extension Character {
    /// What separates words in OpenSSH's files.
    var isBlank: Bool { self == " " || self == "\t" }
}
