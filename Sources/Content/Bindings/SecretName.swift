// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a name says about the value that it is bound to.
enum SecretName: Sendable {
    /// A human may have chosen the value.
    case password
    /// Somebody's machine made it.
    case secret
    /// May hold a secret, and much else.
    case weak

    /// Nil for a name of anything else. `words`: of the name, in lower case.
    init?(words: [String]) {
        guard let first = words.first, !SecretName.voidingPrefixes.contains(first) || words.count == 1 else {
            return nil
        }
        guard !words.contains("public") else { return nil }
        if words.suffix(2) == ["secure", "string"] || words == ["identified", "by"] {
            self = .password
            return
        }
        let known = [SecretName.compoundKey(words), words.lastIndex(where: { SecretName.kind(of: $0) != nil })]
        guard
            let index = known.compactMap(\.self).first(where: { words[($0 + 1)...].allSatisfy(SecretName.isHarmless) })
        else {
            return nil
        }
        guard index == 0 || !SecretName.otherTokens.contains(words[index - 1]) else { return nil }
        self = SecretName.kind(of: words[index]) ?? .secret
    }

    private static func kind(of word: String) -> SecretName? {
        let singular = word.hasSuffix("s") && word.utf8.count > 5 ? String(word.dropLast()) : word
        if passwords.contains(word) || passwords.contains(singular) { return .password }
        if secrets.contains(word) || secrets.contains(singular) { return .secret }
        if ambiguous.contains(word) { return .weak }
        if word.utf8.count > 6,
            ["password", "passwd", "passphrase", "passwort"].contains(where: { word.hasSuffix($0) })
        {
            return .password
        }
        if [
            "dbpass", "userpass", "mypass", "rootpass", "adminpass", "sshpass", "requirepass", "keypass", "storepass",
            "dbpwd", "smtppass", "mailpass", "ftppass", "masterauth", "authpass", "testpass", "proxypass",
        ].contains(word) {
            return .password
        }
        if word.utf8.count > 6, ["token", "secret", "apikey"].contains(where: { word.hasSuffix($0) }) {
            return .secret
        }
        return nil
    }

    /// `access_key`, `api key`: the word `key` behind one that says what it opens.
    private static func compoundKey(_ words: [String]) -> Int? {
        guard let index = words.lastIndex(where: { $0 == "key" || $0 == "keys" }), index > 0,
            keyOwners.contains(words[index - 1])
        else { return nil }
        return index
    }

    /// A word behind the name that leaves its meaning: numbers, stages, encodings.
    private static func isHarmless(_ word: String) -> Bool {
        harmless.contains(word) || word.utf8.allSatisfy(\.isDigit)
            || (word.first == "v" && word.utf8.dropFirst().allSatisfy(\.isDigit))
    }

    private static let passwords: Set<String> = [
        "password", "passwd", "passwrd", "pwd", "pass", "passphrase", "passcode", "pw", "psw", "pswd", "passwort",
        "kennwort", "senha", "contrasena", "contraseña", "parola", "haslo", "hasło", "mdp", "motdepasse", "wachtwoord",
        "losenord",
    ]
    private static let secrets: Set<String> = [
        "secret", "token", "credential", "apikey", "authkey", "accesskey", "secretkey", "privatekey", "masterkey",
        "signingkey", "encryptionkey", "authtoken", "accesstoken", "refreshtoken", "clientsecret", "appsecret",
        "appkey", "apitoken", "apisecret", "bearer", "passkey", "cred", "creds", "sessionkey", "licensekey",
        "servicekey", "secretaccesskey",
    ]
    private static let ambiguous: Set<String> = ["auth", "authorization", "salt"]
    private static let keyOwners: Set<String> = [
        "api", "access", "secret", "private", "auth", "encryption", "encrypt", "signing", "sign", "signature", "master",
        "service", "account", "storage", "client", "app", "application", "consumer", "shared", "session", "crypt",
        "crypto", "aes", "des", "hmac", "jwt", "cipher", "deploy", "admin", "ssh", "server", "webhook", "integration",
        "subscription", "security", "rsa", "license", "licence", "account", "function", "host", "device", "partner",
        "developer", "dev", "root", "user", "sas", "cookie", "validation", "decryption", "machine", "read", "write",
        "ingest", "ingestion", "instrumentation", "management", "publishing",
    ]
    private static let harmless: Set<String> = [
        "value", "val", "string", "str", "default", "prod", "production", "dev", "development", "staging", "stage",
        "qa", "uat", "test", "testing", "local", "admin", "root", "base64", "b64", "raw", "plain", "plaintext", "clear",
        "cleartext", "old", "new", "confirmation", "confirm", "again", "repeat", "primary", "secondary", "hex", "bytes",
        "data", "const", "live", "sandbox", "demo", "real", "equals", "one", "two", "a", "b", "main", "backup",
        "current", "internal", "external", "ci",
    ]
    /// Words before which a name is about passwords, and holds none.
    private static let voidingPrefixes: Set<String> = [
        "no", "has", "is", "show", "hide", "forgot", "forgotten", "need", "needs", "require", "requires", "max", "min",
        "num", "enable", "disable", "allow", "allows", "toggle", "invalid", "missing", "wrong", "incorrect", "lost",
        "recover", "expired",
    ]
    /// Tokens of other trades.
    private static let otherTokens: Set<String> = [
        "csrf", "xsrf", "next", "page", "continuation", "cancellation", "pagination", "antiforgery", "sync", "lexer",
        "parser", "stop", "eos", "bos", "pad", "mask", "special", "unk", "sep", "cls", "previous", "prev", "start",
        "end", "syntax", "public", "cache", "primary", "foreign", "sort", "partition", "registry", "issue", "invalid",
        "fencing", "resume", "design",
    ]
}
