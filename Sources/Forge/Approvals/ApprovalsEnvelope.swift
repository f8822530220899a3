// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What the action and the GitLab template write around a forge's answer.
///
/// `{"system", "complete", "reason", "head", "headSince", "pullRequest": {"number", "author", "requesters", "writers",
/// "base",
/// "merged"}, "lastPusher", "permissions", "reviews"}`. `"complete": true`: the last page was seen; `false`: the forge
/// could not be asked, and `reason` says why.
struct ApprovalsEnvelope {
    private static let keys = [
        "complete", "head", "headSince", "lastPusher", "permissions", "pullRequest", "reason", "reviews", "system",
    ]
    private static let requestKeys = ["author", "base", "merged", "number", "requesters", "writers"]

    private(set) var isComplete = false
    /// Why nothing is known, as a sentence; nil where something is.
    private(set) var failure: String?
    private(set) var head: ObjectID?
    /// When the head became the request's.
    private(set) var headSince: Instant?
    /// By account in lower case: whether it may write.
    private(set) var permissions: [String: Bool] = [:]
    /// The branch that the request is to be merged into.
    private(set) var base: String?
    private(set) var isMerged: Bool?

    /// Around an answer that came without one.
    init() {}

    init(_ text: JSONValue) throws(ForgeError) {
        try ApprovalsEnvelope.check(
            text, keys: ApprovalsEnvelope.keys, required: ["lastPusher", "pullRequest", "reviews", "system"])
        guard let request = text["pullRequest"], let system = text["system"]?.text,
            ["github", "gitlab"].contains(system)
        else {
            throw ApprovalsFile.isNone
        }
        try ApprovalsEnvelope.check(request, keys: ApprovalsEnvelope.requestKeys, required: ["author"])
        let complete = try ApprovalsEnvelope.flag(text, "complete")
        isComplete = complete ?? false
        if complete == false {
            let reason = text["reason"]?.text.map { ": " + VisibleText.of($0, limit: 300) } ?? ""
            failure = "the forge's approvals could not be had\(reason)"
        }
        head = try ApprovalsEnvelope.commit(text["head"], "head")
        headSince = text["headSince"]?.text.flatMap { Instant($0) }
        isMerged = try ApprovalsEnvelope.flag(request, "merged")
        base = try ApprovalsEnvelope.name(request, "base")
        for (login, value) in text["permissions"]?.object ?? [:] {
            // Two spellings of one account: the less counts.
            permissions[login.lowercased(), default: true] =
                permissions[login.lowercased(), default: true]
                && ApprovalsEnvelope.mayWrite(value)
        }
    }

    static func isOne(_ text: JSONValue) -> Bool {
        text["reviews"] != nil && (text["system"] != nil || text["pullRequest"] != nil || text["head"]?.text != nil)
    }

    /// Why an approval of this request says nothing of what the run judges: a branch of its own, or nothing that
    /// landed.
    func mismatch(_ target: String?, _ kind: RunKind?) -> String? {
        if let base, let target, base != target {
            return "the request is for \(quoted(base)) and the run judges \(quoted(target)), so no approval counts: "
                + "a request for that branch is due"
        }
        if isMerged == false, kind == .landed || kind == .audit {
            return "the request has not been merged, so it did not bring what has landed, and no approval counts"
        }
        return nil
    }

    static func commit(_ value: JSONValue?, _ name: String) throws(ForgeError) -> ObjectID? {
        guard let value else { return nil }
        guard let id = value.text.flatMap({ ObjectID(hex: $0) }) else {
            throw .usage(
                "--approvals: '\(name)' is \(quoted(value.text ?? "no text")), expected a commit id of 40 hex digits")
        }
        return id
    }

    private static func check(_ value: JSONValue, keys: [String], required: [String]) throws(ForgeError) {
        guard let members = value.object else { throw ApprovalsFile.isNone }
        if let unknown = members.keys.sorted().first(where: { !keys.contains($0) }) {
            throw .usage("--approvals: \(unknownKey(unknown, known: keys))")
        }
        guard required.allSatisfy(value.has) else { throw ApprovalsFile.isNone }
    }

    private static func flag(_ value: JSONValue, _ key: String) throws(ForgeError) -> Bool? {
        guard let member = value[key] else { return nil }
        guard let flag = member.bool else { throw .usage("--approvals: '\(key)' has to be true or false") }
        return flag
    }

    private static func name(_ value: JSONValue, _ key: String) throws(ForgeError) -> String? {
        guard let member = value[key] else { return nil }
        guard let name = member.text, !name.isEmpty else { throw .usage("--approvals: '\(key)' has to be a name") }
        return name
    }

    /// GitHub's words (admin, maintain, write) or GitLab's access levels, of which 30 (Developer) may push.
    private static func mayWrite(_ value: JSONValue) -> Bool {
        if let digits = value.digits { return Int(digits).map { $0 >= 30 } ?? false }
        return ["admin", "maintain", "write"].contains(value.text ?? "")
    }
}
