// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Values that are arguments of a call.
extension BindingReader {
    /// The text that is an argument beside the name: `put("password", "...")`.
    func argument(from start: Int) -> [Found] { value(from: start, joins: false) ?? [] }

    /// `setPassword("...")`: only calls that hand over what they are named after.
    func call(from start: Int, _ name: Range<Int>) -> [Found] {
        let words = NameReader.words(of: text[name])
        if let pair = credentials(from: start, words) { return [pair] }
        guard let first = words.first, !BindingReader.getters.contains(first),
            words.count == 1 || BindingReader.setters.contains(first)
        else { return [] }
        return value(from: start, joins: false) ?? []
    }

    /// The second of a user and a password: `SetBasicAuth("user", "...")`, `new NetworkCredential(user, "...")`.
    func credentials(from start: Int, _ words: [String]) -> Found? {
        guard words.last == "auth" || words.last == "credential" || words.last == "credentials" else { return nil }
        var index = literals.skip(from: start, lines: true)
        if let user = literals.quoted(at: index) {
            index = user.end
        } else {
            while index < text.count, text[index].isAlphanumeric || "_.$@".utf8.contains(text[index]) { index += 1 }
        }
        index = literals.skip(from: index)
        guard index < text.count, text[index] == UInt8(ascii: ",") else { return nil }
        return literals.quoted(at: literals.skip(from: index + 1, lines: true)).map { ($0, .pair) }
    }

    private static let setters: Set<String> = [
        "set", "with", "use", "put", "add", "hash", "encode", "make", "encrypt", "password", "passwd", "secret",
        "token", "api", "db", "user", "admin", "new", "access", "private", "client", "auth", "master", "default",
    ]
    private static let getters: Set<String> = [
        "get", "find", "read", "fetch", "load", "lookup", "decrypt", "has", "is", "check", "validate", "verify",
        "require", "env", "prompt", "ask", "input", "generate", "create", "random", "forgot", "reset", "translate", "t",
        "parse", "test",
    ]

    /// `strcmp(password, "...")`: calls that hold their arguments against one another.
    func compared(from start: Int, _ name: Range<Int>) -> [Found] {
        let call = text[..<(name.lowerBound - 1)].suffix(40).reversed().prefix {
            $0.isAlphanumeric || $0 == UInt8(ascii: "_")
        }
        let word = call.reversed().lowered.string
        guard ["cmp", "equal", "equals", "compare", "digest", "eq"].contains(where: { word.hasSuffix($0) }) else {
            return []
        }
        return value(from: start, joins: false) ?? []
    }
}
