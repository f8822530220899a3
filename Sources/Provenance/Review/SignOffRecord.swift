// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What a reviewer signs: nine lines below a first one that says what they are, always all and always in this order.
///
///     aigate-sign-off: 1
///     base: COMMIT, or none for everything that the head reaches
///     head: COMMIT
///     tree: TREE of the head
///     patch-id: of base to head as git patch-id --stable prints it, or none
///     policy: SHA-256 of the policy, or none for built-in defaults
///     verdict: pass, fail
///     run: id of the run that the reviewer looked at
///     signed-at: 2026-11-21T09:00:00Z
///     principal: who signs, as the allowed signers name them
package struct SignOffRecord: Hashable, Sendable {
    package let base: ObjectID?
    package let head: ObjectID
    package let tree: ObjectID
    package let patchID: String?
    package let policy: String?
    package let verdict: Verdict
    package let run: String
    package let signedAt: Instant
    package let principal: String

    /// Throws for a principal that would not read back: `SettingError`.
    package init(
        base: ObjectID?, head: ObjectID, tree: ObjectID, patchID: String?, policy: String?, verdict: Verdict,
        run: String,
        signedAt: Instant, principal: String
    ) throws(SettingError) {
        guard SignOffRecord.isName(principal) else {
            throw SettingError("a principal is an e-mail address: one word of at most \(SignOffRecord.nameLimit) bytes")
        }
        self.base = base
        self.head = head
        self.tree = tree
        self.patchID = patchID
        self.policy = policy
        self.verdict = verdict
        self.run = run
        self.signedAt = signedAt
        self.principal = principal
    }

    static let firstLine = "aigate-sign-off: 1"
    private static let none = "none"
    /// Of a principal, in bytes.
    private static let nameLimit = 320

    /// The lines, each with its end: exactly what is signed.
    package var text: String {
        let values = [
            "base: \(base?.hex ?? SignOffRecord.none)", "head: \(head.hex)", "tree: \(tree.hex)",
            "patch-id: \(patchID ?? SignOffRecord.none)", "policy: \(policy ?? SignOffRecord.none)",
            "verdict: \(verdict.rawValue)", "run: \(run)", "signed-at: \(signedAt)", "principal: \(principal)",
        ]
        return ([SignOffRecord.firstLine] + values).map { $0 + "\n" }.joined()
    }

    /// Reads what `text` wrote, byte for byte.
    init(_ bytes: [UInt8]) throws(SignatureError) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw SignatureError("it is not UTF-8") }
        var lines = Lines(text)
        guard try lines.value("aigate-sign-off") == "1" else {
            throw SignatureError("its format is of a version not known here")
        }
        base = try lines.optional("base", SignOffRecord.object)
        head = try lines.value("head", SignOffRecord.object)
        tree = try lines.value("tree", SignOffRecord.object)
        patchID = try lines.optional("patch-id") { SignOffRecord.digits($0, 40) }
        policy = try lines.optional("policy") { SignOffRecord.digits($0, 64) }
        // Nobody can vouch for what was not judged.
        verdict = try lines.value("verdict") { Verdict(rawValue: $0).flatMap { $0 == .incomplete ? nil : $0 } }
        run = try lines.value("run") { SignOffRecord.isRun($0) ? $0 : nil }
        signedAt = try lines.value("signed-at") { Instant($0) }
        principal = try lines.value("principal") { SignOffRecord.isName($0) ? $0 : nil }
        // Whatever the parts tolerate, there is one way to write a record.
        guard self.text.utf8.elementsEqual(bytes) else { throw SignatureError("it is not written as aigate writes it") }
    }

    private static func object(_ text: String) -> ObjectID? { ObjectID(hex: text) }

    private static func digits(_ text: String, _ count: Int) -> String? {
        text.utf8.count == count && text.utf8.allSatisfy { Hex.value($0) != nil } && text == text.lowercased()
            ? text : nil
    }

    private static func isRun(_ text: String) -> Bool {
        text.utf8.count == 26 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= nameLimit && VisibleText.of(text) == text
            && !text.unicodeScalars.contains { $0.properties.isWhitespace }
    }

    /// `key: value` on each line, read in order.
    private struct Lines {
        private var rest: ArraySlice<Substring>

        init(_ text: String) {
            rest = text.split(separator: "\n", maxSplits: 10, omittingEmptySubsequences: false)[...]
        }

        mutating func value(_ key: String) throws(SignatureError) -> String {
            guard let line = rest.popFirst(), line.hasPrefix(key + ": ") else {
                throw SignatureError("the line \(key) is not in its place")
            }
            return String(line.dropFirst(key.utf8.count + 2))
        }

        mutating func value<Value>(_ key: String, _ read: (String) -> Value?) throws(SignatureError) -> Value {
            guard let value = read(try value(key)) else {
                throw SignatureError("the line \(key) does not hold what it should")
            }
            return value
        }

        mutating func optional<Value>(_ key: String, _ read: (String) -> Value?) throws(SignatureError) -> Value? {
            let text = try value(key)
            guard text != SignOffRecord.none else { return nil }
            guard let value = read(text) else { throw SignatureError("the line \(key) does not hold what it should") }
            return value
        }
    }
}
