// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads a file of approvals: what a forge answered, or that answer in an envelope that says what it belongs to.
///
/// Sources: GitHub's REST reference (list reviews for a pull request), GitHub's GraphQL reference (PullRequestReview),
/// GitLab's REST reference (merge request approvals). The envelope is the action's:
/// `{"system", "head", "headSince", "pullRequest": {"author", "requesters", "writers"}, "lastPusher", "permissions",
/// "reviews"}`.
package struct ApprovalsFile {
    /// The largest file that is read, in bytes.
    package static let byteLimit = 16 << 20
    /// More entries than the forges give.
    private static let entryLimit = 10_000

    /// What stands around the answer.
    private struct Envelope {
        var head: ObjectID?
        /// When the head became the request's.
        var headSince: Instant?
        /// By account in lower case: whether it may write.
        var permissions: [String: Bool] = [:]
    }

    private var envelope = Envelope()
    private var entries: [ReviewEntry] = []
    private var result = Approvals()
    private var isComplete = true

    /// Throws `ForgeError` of kind usage: somebody named a file that is none.
    package static func read(_ bytes: [UInt8]) throws(ForgeError) -> Approvals {
        guard bytes.count <= byteLimit else { throw .usage("--approvals: the file has \(bytes.count) bytes, more than 16 MiB") }
        let texts: [JSONValue]
        do throws(JSONError) { texts = try JSONReader.texts(bytes) } catch {
            throw .usage("--approvals: the file \(error.reason) (byte \(error.offset)); give the forge's answer as it came")
        }
        var file = ApprovalsFile()
        for text in texts { try file.read(text) }
        return file.approvals
    }

    private var approvals: Approvals {
        var approvals = result
        approvals.reviews = ReviewHistory.lastWords(entries)
        if !isComplete {
            // What is missing may be the withdrawal of what is there.
            approvals.reviews = []
            approvals.limitations.append("the approvals file ends before the last page, so no approval counts: fetch all pages")
        }
        if approvals.lastPusher == nil {
            approvals.limitations.append("who pushed last is not known, so an approval by that account is not seen")
        }
        return approvals
    }

    private mutating func read(_ text: JSONValue) throws(ForgeError) {
        if let pages = text.list { return try read(pages: pages) }
        guard text.object != nil else { throw ApprovalsFile.isNone }
        if let request = text["data"]?["repository"]?["pullRequest"] ?? text["data"]?["node"] {
            readRequest(request)
            return try read(answer: request)
        }
        if text["reviews"] != nil, text["system"] != nil || text["pullRequest"] != nil || text["head"]?.text != nil {
            try readEnvelope(text)
        } else {
            readRequest(text)
            try read(answer: text)
        }
    }

    private static let isNone = ForgeError.usage(
        "--approvals: the file has none of the known forms: GitHub's list of reviews, its GraphQL answer with 'reviews' or "
            + "'latestReviews', GitLab's approvals, or an envelope with 'system', 'pullRequest', 'lastPusher' and 'reviews'")

    // MARK: The envelope

    private static let envelopeKeys = [
        "head", "headSince", "lastPusher", "permissions", "pullRequest", "reviews", "system",
    ]
    private static let requestKeys = ["author", "number", "requesters", "writers"]

    private mutating func readEnvelope(_ text: JSONValue) throws(ForgeError) {
        try ApprovalsFile.check(text, keys: ApprovalsFile.envelopeKeys, required: ["lastPusher", "pullRequest", "reviews", "system"])
        guard let request = text["pullRequest"], let system = text["system"]?.text, ["github", "gitlab"].contains(system) else {
            throw ApprovalsFile.isNone
        }
        try ApprovalsFile.check(request, keys: ApprovalsFile.requestKeys, required: ["author"])
        envelope.head = try ApprovalsFile.commit(text["head"], "head")
        envelope.headSince = text["headSince"]?.text.flatMap { Instant($0) }
        for (login, value) in text["permissions"]?.object ?? [:] {
            // Two spellings of one account: the less counts.
            envelope.permissions[login.lowercased(), default: true] = envelope.permissions[login.lowercased(), default: true]
                && ApprovalsFile.mayWrite(value)
        }
        if let pusher = text["lastPusher"]?.text { result.lastPusher = pusher.lowercased() }
        readRequest(request)
        guard let reviews = text["reviews"] else { throw ApprovalsFile.isNone }
        if let pages = reviews.list { try read(pages: pages) } else { try read(answer: reviews) }
    }

    private static func check(_ value: JSONValue, keys: [String], required: [String]) throws(ForgeError) {
        guard let members = value.object else { throw isNone }
        if let unknown = members.keys.sorted().first(where: { !keys.contains($0) }) {
            throw .usage("--approvals: \(unknownKey(unknown, known: keys))")
        }
        guard required.allSatisfy(value.has) else { throw isNone }
    }

    /// Who took part, in the envelope's words or the forge's own.
    private mutating func readRequest(_ request: JSONValue) {
        let author = request["author"] ?? request["user"]
        for login in [author?.text, author?["login"]?.text, author?["username"]?.text] { involve(login) }
        for person in request["requesters"]?.list ?? [] { involve(person.text) }
        if let writers = request["writers"]?.list {
            result.namesWriters = true
            for person in writers { involve(person.text) }
        }
    }

    private mutating func involve(_ login: String?) {
        if let login, !login.isEmpty { result.involved.insert(login.lowercased()) }
    }

    /// GitHub's words (admin, maintain, write) or GitLab's access levels, of which 30 (Developer) may push.
    private static func mayWrite(_ value: JSONValue) -> Bool {
        if let digits = value.digits { return Int(digits).map { $0 >= 30 } ?? false }
        return ["admin", "maintain", "write"].contains(value.text ?? "")
    }

    // MARK: The forge's answer

    /// A list of reviews, or of pages of them.
    private mutating func read(pages: [JSONValue]) throws(ForgeError) {
        for item in pages {
            if let page = item.list {
                for review in page { try add(review) }
            } else {
                try add(item)
            }
        }
    }

    private mutating func read(answer: JSONValue) throws(ForgeError) {
        if let approved = answer["approved_by"]?.list {
            for approval in approved { try addGitLab(approval) }
            return
        }
        guard let reviews = answer["reviews"] ?? answer["latestReviews"] else { throw ApprovalsFile.isNone }
        if reviews["pageInfo"]?["hasNextPage"]?.bool == true || reviews["pageInfo"]?["hasPreviousPage"]?.bool == true {
            isComplete = false
        }
        guard let nodes = reviews.list ?? reviews["nodes"]?.list else { throw ApprovalsFile.isNone }
        for node in nodes { try add(node) }
    }

    /// A review of GitHub's, by REST or GraphQL.
    private mutating func add(_ review: JSONValue) throws(ForgeError) {
        guard review.object != nil, let state = review["state"]?.text else { throw ApprovalsFile.isNone }
        guard review.has("user") || review.has("author") else { throw ApprovalsFile.isNone }
        let user = review["user"] ?? review["author"]
        let login = try ApprovalsFile.login(user, "login")
        let association = review["author_association"]?.text ?? review["authorAssociation"]?.text
        let commit = try ApprovalsFile.commit(review["commit_id"] ?? review["commit"]?["oid"], "commit_id")
        let submitted = review["submitted_at"]?.text ?? review["submittedAt"]?.text
        try append(
            ReviewEntry(
                login: login,
                account: ReviewAccounts.account(
                    login, type: user?["type"]?.text ?? user?["__typename"]?.text, isBot: user?["is_bot"]?.bool),
                permission: permission(of: login, association: association), state: ApprovalsFile.state(state),
                commit: commit, submitted: submitted.flatMap { Instant($0) }))
    }

    /// GitLab names neither commit nor state: who is listed approves what the request held at that time.
    private mutating func addGitLab(_ approval: JSONValue) throws(ForgeError) {
        guard let user = approval["user"] else { throw ApprovalsFile.isNone }
        let login = try ApprovalsFile.login(user, "username")
        let submitted = approval["approved_at"]?.text.flatMap { Instant($0) }
        let isActive = user["state"]?.text.map { $0 == "active" } ?? true
        var commit: ObjectID?
        if let submitted, let since = envelope.headSince, submitted >= since { commit = envelope.head }
        try append(
            ReviewEntry(
                login: login,
                account: isActive ? ReviewAccounts.account(login, type: "User", isBot: user["bot"]?.bool) : .unknown,
                permission: permission(of: login, association: nil), state: .approved, commit: commit, submitted: submitted))
    }

    /// In lower case; empty for an account that is gone, of which the forges say null.
    private static func login(_ user: JSONValue?, _ key: String) throws(ForgeError) -> String {
        guard let user else { return "" }
        guard let login = user[key]?.text, !login.isEmpty else { throw isNone }
        return login.lowercased()
    }

    private mutating func append(_ entry: ReviewEntry) throws(ForgeError) {
        guard entries.count < ApprovalsFile.entryLimit else {
            throw .usage("--approvals: the file holds more than \(ApprovalsFile.entryLimit) reviews")
        }
        entries.append(entry)
    }

    private func permission(of login: String, association: String?) -> Approval.Permission {
        if let mayWrite = envelope.permissions[login] { return mayWrite ? .write : .none }
        return switch association {
        case "OWNER", "MEMBER", "COLLABORATOR": .write
        case nil: .unknown
        default: .none
        }
    }

    /// Nil for what is no word on the change.
    private static func state(_ word: String) -> Approval.State? {
        switch word {
        case "APPROVED": .approved
        case "CHANGES_REQUESTED": .changesRequested
        case "DISMISSED": .dismissed
        case "COMMENTED", "PENDING": nil
        default: .unknown
        }
    }

    private static func commit(_ value: JSONValue?, _ name: String) throws(ForgeError) -> ObjectID? {
        guard let value else { return nil }
        guard let id = value.text.flatMap({ ObjectID(hex: $0) }) else {
            throw .usage("--approvals: '\(name)' is \(quoted(value.text ?? "no text")), expected a commit id of 40 hex digits")
        }
        return id
    }
}
