// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Judges a literal that stands behind a name of secrets: a machine's, a human's, or none at all.
struct AssignedValue {
    let binding: Binding
    let kind: SecretName
    /// Of the name, in lower case.
    let words: [String]
    let file: FileKind

    /// What it turned out to be.
    enum Verdict {
        case random(String)
        case chosen(String)
    }

    /// Nil: no secret.
    var verdict: Verdict? {
        let value = binding.value
        guard value.count >= 3, value.count <= 1024 else { return nil }
        if Placeholder.isTemplate(value) || Placeholder.isPattern(value) { return nil }
        // What is no text is a part of a binary file that has no NUL.
        guard String(validating: value, as: UTF8.self) != nil, !DocumentedSecrets.contains(value) else { return nil }
        let shape = ValueShape(value)
        let isNumber = shape.digits == value.count
        if case .password = kind, isNumber {
            return value.count >= 4 ? .chosen("digits behind a name of passwords") : nil
        }
        if Placeholder.isReference(value, of: Array(words.joined(separator: "_").utf8)) || Placeholder.isFiller(value) {
            return nil
        }
        if AssignedValue.digests.contains(where: { value.starts(with: $0.utf8) }) { return nil }
        if binding.form == .pair { return password(shape) }
        switch kind {
        case .password: return password(shape)
        case .secret: return secret(shape)
        case .weak:
            return shape.isRandom && !binding.isPartial
                ? .chosen("a random value behind a name that may hold secrets") : nil
        }
    }

    /// What names the digest of something, and no secret.
    private static let digests = ["sha256:", "sha256-", "sha1:", "sha384-", "sha512:", "sha512-", "md5:", "SHA256:"]

    private func secret(_ shape: ValueShape) -> Verdict? {
        if shape.isUUID { return .chosen("a UUID behind a name of secrets") }
        if shape.isRandom, !isCode(shape) { return .random("a random value behind a name of secrets") }
        guard !binding.isPartial, words.contains(where: AssignedValue.chosenNames.contains), isChosen(shape) else {
            return nil
        }
        return .chosen("a value that a human may have chosen, behind a name of secrets")
    }

    private func password(_ shape: ValueShape) -> Verdict? {
        guard !binding.isPartial else { return nil }
        if shape.isUUID { return .chosen("a UUID behind a name of passwords") }
        if shape.isRandom, !isCode(shape) { return .random("a random value behind a name of passwords") }
        if isStrong(shape) { return .random("a strong password") }
        return isChosen(shape) ? .chosen("a value that a human may have chosen, behind a name of passwords") : nil
    }

    /// Names whose values humans choose though they should not.
    private static let chosenNames: Set<String> = [
        "secret", "jwtsecret", "secretkey", "clientsecret", "appsecret", "masterkey", "authkey",
    ]

    /// Lower case, upper case, digits and signs: what password policies ask for, and words hardly have.
    private func isStrong(_ shape: ValueShape) -> Bool {
        guard shape.bytes.count >= 8, shape.blanks == 0, shape.signs > 0, shape.digits > 0, shape.uppers > 0,
            shape.letters > shape.uppers, !isCode(shape)
        else { return false }
        return shape.bytes.contains { "!@#$%^&*?~+=,;|".utf8.contains($0) }
    }

    /// Brackets and commas of an expression.
    private func isCode(_ shape: ValueShape) -> Bool {
        let bytes = shape.bytes
        if bytes.contains("(") && bytes.contains(")") { return true }
        return binding.form != .quoted
            && (bytes.contains("[") || bytes.contains("::") || bytes.last == UInt8(ascii: "(")
                || bytes.last == UInt8(ascii: "{"))
    }

    private func isChosen(_ shape: ValueShape) -> Bool {
        let value = shape.bytes
        guard value.count >= 4, value.count <= 64, !isCode(shape) else { return false }
        if binding.isListed, shape.digits == 0 { return false }
        if shape.blanks > 0 { return isPhrase(shape) }
        let parts = NameReader.words(of: value)
        if parts.allSatisfy({ AssignedValue.labels.contains($0) || $0.utf8.allSatisfy(\.isDigit) }) { return false }
        if value.contains(UInt8(ascii: "@")), let at = value.firstIndex(of: UInt8(ascii: "@")),
            value[at...].contains(UInt8(ascii: "."))
        {
            return false
        }
        if shape.digits == 0, value.allSatisfy({ $0.isLetter || "_-.:/".utf8.contains($0) || $0 >= 0x80 }) {
            return isLettersOnlyPassword(shape, parts)
        }
        if binding.form == .bare, file == .prose || file == .unknown || binding.isRemark {
            return shape.digits > 0 && value.count >= 6
        }
        if shape.signs > 0, shape.digits == 0 {
            return !value.contains(where: { "<>{}()[]=,;/\\".utf8.contains($0) }) && !value.starts(with: "--".utf8)
        }
        return true
    }

    /// A single word in lower case; names of two words, constants and labels with a capital are not passwords.
    private func isLettersOnlyPassword(_ shape: ValueShape, _ parts: [String]) -> Bool {
        guard shape.signs == 0, shape.uppers == 0, parts.count == 1, binding.form != .embedded || file == .settings
        else {
            return false
        }
        if binding.form == .bare || binding.isRemark {
            return file == .settings || file == .yaml || file == .shell || file == .words
        }
        return true
    }

    /// A few words in lower case, where the name asks for a phrase.
    private func isPhrase(_ shape: ValueShape) -> Bool {
        guard binding.form == .quoted || binding.form == .pair, shape.blanks <= 5, let first = shape.bytes.first,
            let last = shape.bytes.last,
            !first.isUpper, last.isAlphanumeric, shape.signs == 0
        else { return false }
        return words.contains { ["passphrase", "secret", "jwtsecret", "secretkey"].contains($0) }
    }

    /// What fields, forms and types are called.
    private static let labels: Set<String> = [
        "password", "passwords", "passwd", "pass", "pwd", "passphrase", "passcode", "user", "username", "name", "login",
        "email", "secret", "secrets", "token", "tokens", "key", "keys", "api", "apikey", "access", "auth", "client",
        "id", "field", "input", "new", "old", "current", "confirm", "confirmation", "reset", "forgot", "change", "hash",
        "text", "string", "type", "value", "db", "database", "my", "your", "the", "basic", "bearer", "oauth", "oauth2",
        "jwt", "private", "public", "credentials", "credential", "authorization", "account", "admin", "is", "not",
        "required", "optional", "none", "null", "undefined", "true", "false", "object", "number", "boolean", "bool",
        "int", "integer", "file", "path", "env", "environment", "variable", "prompt", "ask", "md5", "sha1", "sha256",
        "sha512", "bcrypt", "scrypt", "argon2", "pbkdf2", "plain", "plaintext", "digest", "ldap", "kerberos", "local",
        "session", "cookie", "header", "body", "query", "param", "form", "data", "json", "xml", "html", "enter",
        "verify", "repeat", "again", "show", "hide", "label", "title", "error", "message", "invalid", "missing",
        "wrong", "empty", "unknown", "default", "config", "settings", "hidden", "encrypted", "strong", "weak", "medium",
        "short", "refresh", "code", "otp", "pin", "random", "generated", "auto", "of", "for", "to", "in", "and", "or",
        "with", "by", "set", "get", "passwort", "kennwort", "senha", "contrasena", "contraseña", "wachtwoord",
        "motdepasse", "confirmed", "min", "max", "nullable", "same", "users", "fail", "failed", "disabled", "enabled",
        "allow", "deny", "always", "never", "identifier", "encode", "decode", "base64", "hex", "utf8", "utf", "latin",
        "latin1", "ascii", "keyring", "vault", "keychain", "file", "stdin", "manager",
    ]
}
