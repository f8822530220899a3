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
        for signer in try lines.read({ line throws(SignatureError) in try AllowedSigner(line) }) {
            if signer.isAuthority {
                authorities[signer.key.blob, default: []].append(signer)
            } else {
                keys[signer.key.blob, default: []].append(signer)
            }
        }
    }

    /// What the file says of a signer.
    enum Answer {
        /// `others`: whom else the key is given to.
        case principal(String, others: [String])
        case unknown
        case refused(String, holders: [String])
    }

    /// As git asks ssh-keygen: the first line that has the key (`-Y find-principals`) names the principals, and the
    /// first of these that holds for the namespace at every moment (`-Y verify`) is the one.
    func answer(for signer: SSHSignature.Signer, namespace: String, at moments: [Instant]) -> Answer {
        let lines: [AllowedSigner]
        switch signer {
        case .key(let key): lines = keys[key.blob] ?? []
        case .certificate(let certificate): lines = authorities[certificate.authority.blob] ?? []
        }
        let holders = holders(of: signer)
        guard let first = lines.first else { return .unknown }
        var candidates = first.principals.granted
        if case .certificate(let certificate) = signer {
            if let objection = certificate.objection { return .refused(objection, holders: holders) }
            guard moments.allSatisfy(certificate.isValid) else {
                return .refused("its certificate is not valid on that day", holders: holders)
            }
            candidates = candidates.flatMap { pattern in
                certificate.principals.filter { PrincipalPatterns.match($0, pattern) }
            }
        }
        for candidate in candidates
        where moments.allSatisfy({ moment in lines.contains { $0.objection(candidate, namespace, moment) == nil } }) {
            return .principal(candidate, others: holders.filter { $0 != candidate })
        }
        return .refused(refusal(of: first, candidates, namespace, moments), holders: holders)
    }

    /// Everybody whom any line gives the key to, for whatever it is and was, and everybody whom its certificate names:
    /// one person under several names reviews as one.
    private func holders(of signer: SSHSignature.Signer) -> [String] {
        let listed = (keys[signer.key.blob] ?? []).flatMap(\.principals.granted)
        if case .certificate(let certificate) = signer { return certificate.principals + listed }
        return listed
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

    init(_ line: KeyFileLine) throws(SignatureError) {
        var rest = line.text
        principals = try PrincipalPatterns(AllowedSigner.principals(&rest))
        var options = KeyFileLine.Text()
        let type = rest.prefix { !$0.isBlank }
        if !SSHPublicKey.types.contains(where: { type.elementsEqual($0.unicodeScalars) }) {
            options = try AllowedSigner.options(&rest)
        }
        self.options = try AllowedSignerOptions(options)
        number = line.number
        guard case .key(let key) = try KeyFileLine(number: line.number, text: rest).signer else {
            throw SignatureError(
                "a certificate stands where its authority's key should: write cert-authority and that key")
        }
        self.key = key
    }

    private static let shape = SignatureError("a line is: principals, options if any, type of key, key")

    /// Takes the first word, which may stand in quotes.
    private static func principals(_ rest: inout KeyFileLine.Text) throws(SignatureError) -> KeyFileLine.Text {
        let isQuoted = rest.first == "\""
        let body = isQuoted ? rest.dropFirst() : rest
        guard let end = body.firstIndex(where: { isQuoted ? $0 == "\"" : $0.isBlank }) else { throw shape }
        guard !body[..<end].contains("\"") else { throw SignatureError("a quote stands inside the principals") }
        rest = body[end...].dropFirst().drop { $0.isBlank }
        return body[..<end]
    }

    /// Takes everything up to the first blank outside quotes.
    private static func options(_ rest: inout KeyFileLine.Text) throws(SignatureError) -> KeyFileLine.Text {
        var isQuoted = false
        var previous: Unicode.Scalar = " "
        for index in rest.indices {
            let scalar = rest[index]
            if scalar.isBlank, !isQuoted {
                defer { rest = rest[index...].drop { $0.isBlank } }
                return rest[..<index]
            }
            if scalar == "\"", previous != "\\" { isQuoted.toggle() }
            previous = scalar
        }
        throw isQuoted ? SignatureError("a quote is not closed") : shape
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
