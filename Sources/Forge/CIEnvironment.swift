// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The environment variables of a CI job; an empty one counts as not set, for runners write both for "none".
struct CIEnvironment {
    let values: [String: String]

    subscript(name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func required(_ name: String) throws(ForgeError) -> String {
        guard let value = self[name] else {
            throw .cannotJudge(
                "the environment variable \(name) is not set, so the event is unknown; \(ForgeError.passRange)")
        }
        return value
    }

    /// A commit; zeros are none.
    func commit(_ name: String) throws(ForgeError) -> ObjectID {
        let value = try required(name)
        guard let id = ObjectID(hex: value), !id.isZero else {
            throw malformed(name, value, "a commit id of 40 hex digits")
        }
        return id
    }

    /// A commit, nil for zeros or when the variable is not set.
    func commitIfAny(_ name: String) throws(ForgeError) -> ObjectID? {
        guard let value = self[name] else { return nil }
        guard let id = ObjectID(hex: value) else { throw malformed(name, value, "a commit id of 40 hex digits") }
        return id.isZero ? nil : id
    }

    /// A branch's or tag's short name.
    func ref(_ name: String) throws(ForgeError) -> String? {
        guard let value = self[name] else { return nil }
        guard RefName.isWellFormed(value) else { throw malformed(name, value, "the name of a branch or tag") }
        return value
    }

    /// Decimal digits, as text.
    func number(_ name: String) throws(ForgeError) -> String? {
        guard let value = self[name] else { return nil }
        guard value.utf8.count <= 18, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw malformed(name, value, "a number")
        }
        return value
    }

    /// The address of a page, without user information.
    func address(_ name: String) throws(ForgeError) -> String? {
        guard let value = self[name] else { return nil }
        let address = Address.withoutUserInformation(value)
        // The value is not shown: what it has instead of an address may be a token.
        guard Address.isWeb(address) else {
            throw .cannotJudge("the environment variable \(name) is no web address; mend the runner's environment")
        }
        return address
    }

    /// For a report's eyes only.
    func shown(_ name: String) -> String? {
        self[name].map { VisibleText.of($0, limit: 300) }
    }

    func malformed(_ name: String, _ value: String, _ expected: String) -> ForgeError {
        .cannotJudge(
            "the environment variable \(name) is \(quoted(value)), expected \(expected); \(ForgeError.passRange)")
    }
}
