// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads a file of approvals: what a forge answered, or that answer in an envelope that says what it belongs to.
///
/// Sources: GitHub's REST reference (list reviews for a pull request), GitHub's GraphQL reference (PullRequestReview,
/// CommentAuthorAssociation), GitLab's REST reference (merge request approvals; users).
package struct ApprovalsFile {
    /// The largest file that is read, in bytes.
    package static let byteLimit = 16 << 20
    /// More entries than the forges give.
    private static let entryLimit = 10_000

    private var envelope = ApprovalsEnvelope()
    private var entries: [ReviewEntry] = []
    private var result = Approvals()
    private var pages = AnswerPages()
    /// Approvals of accounts that belong to the repository, with nothing that says that they may write.
    private var unproven = 0

    /// `target`: the branch that the judged change is for; nil where nobody knows it. `kind`: nil counts as landed.
    ///
    /// Throws `ForgeError`: of kind usage where somebody named a file that is none, of kind cannotJudge where the forge
    /// could not be asked about what has landed.
    package static func read(_ bytes: [UInt8], target: String? = nil, kind: RunKind? = nil) throws(ForgeError)
        -> Approvals
    {
        guard bytes.count <= byteLimit else {
            throw .usage("--approvals: the file has \(bytes.count) bytes, more than 16 MiB")
        }
        let texts: [JSONValue]
        do throws(JSONError) { texts = try JSONReader.texts(bytes) } catch {
            throw .usage(
                "--approvals: the file \(error.reason) (byte \(error.offset)); give the forge's answer as it came")
        }
        guard texts.count == 1 || !texts.contains(where: ApprovalsEnvelope.isOne) else {
            throw .usage("--approvals: an envelope has to stand alone in its file")
        }
        var file = ApprovalsFile()
        for text in texts { try file.read(text, kind) }
        return file.approvals(target, kind)
    }

    private func approvals(_ target: String?, _ kind: RunKind?) -> Approvals {
        var approvals = result
        approvals.reviews = ReviewHistory.lastWords(entries)
        // What is missing may be the withdrawal of what is there.
        for problem in [pages.problem(isSaidComplete: envelope.isComplete), envelope.mismatch(target, kind)].compactMap(
            \.self)
        {
            approvals.reviews = []
            approvals.limitations.append(problem)
        }
        let unnamed = [
            approvals.involved.isEmpty ? "who opened the request" : nil,
            approvals.namesWriters ? nil : "who wrote its commits",
            approvals.lastPusher == nil ? "who pushed last" : nil,
        ].compactMap(\.self)
        if !unnamed.isEmpty, !entries.isEmpty {
            approvals.limitations.append(
                "the approvals file does not name \(unnamed.joined(separator: " or ")), so an approval by that account is not seen"
            )
        }
        if envelope.base == nil, target != nil, !entries.isEmpty {
            approvals.limitations.append(
                "the approvals file does not say which branch the request is for, so nobody compared it")
        }
        if unproven > 0 {
            approvals.limitations.append(
                "MEMBER and COLLABORATOR do not prove that an account may write: give an envelope with 'permissions'")
        }
        return approvals
    }

    private mutating func read(_ text: JSONValue, _ kind: RunKind?) throws(ForgeError) {
        if let pages = text.list, pages.first?["data"] != nil {
            for page in pages {
                guard page["data"] != nil else { throw ApprovalsFile.isNone }
                try read(page, kind)
            }
            return
        }
        if let pages = text.list { return try read(pages: pages) }
        guard text.object != nil else { throw ApprovalsFile.isNone }
        guard text["errors"] == nil else {
            throw .usage(
                "--approvals: the answer has errors, so what it says is not all: mend the query or the token's rights")
        }
        if let request = text["data"]?["repository"]?["pullRequest"] ?? text["data"]?["node"] {
            readRequest(request)
            return try read(answer: request)
        }
        if ApprovalsEnvelope.isOne(text) {
            try readEnvelope(text, kind)
        } else {
            readRequest(text)
            try read(answer: text)
        }
    }

    static let isNone = ForgeError.usage(
        "--approvals: the file has none of the known forms: GitHub's list of reviews, its GraphQL answer with 'reviews' or "
            + "'latestReviews', GitLab's approvals, or an envelope with 'system', 'pullRequest', 'lastPusher' and 'reviews'"
    )

    // MARK: The envelope

    private mutating func readEnvelope(_ text: JSONValue, _ kind: RunKind?) throws(ForgeError) {
        envelope = try ApprovalsEnvelope(text)
        if let sentence = envelope.failure {
            guard let kind, !kind.hasLanded else { throw .cannotJudge(sentence) }
            // What has not landed waits for its reviews anyway.
            result.limitations.append(sentence)
            return
        }
        guard let request = text["pullRequest"], let reviews = text["reviews"] else { throw ApprovalsFile.isNone }
        if let pusher = text["lastPusher"]?.text { result.lastPusher = pusher.lowercased() }
        readRequest(request)
        if let pages = reviews.list { try read(pages: pages) } else { try read(answer: reviews) }
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

    // MARK: The forge's answer

    /// A list of reviews, or of pages of them.
    private mutating func read(pages list: [JSONValue]) throws(ForgeError) {
        pages.add(list: list.last?.list?.count ?? list.count)
        for item in list {
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
        if let list = reviews.list { return try read(pages: list) }
        guard let nodes = reviews["nodes"]?.list else { throw ApprovalsFile.isNone }
        pages.add(connection: reviews, count: nodes.count)
        for node in nodes { try add(node) }
    }

    /// A review of GitHub's, by REST or GraphQL.
    private mutating func add(_ review: JSONValue) throws(ForgeError) {
        guard review.object != nil, let state = review["state"]?.text else { throw ApprovalsFile.isNone }
        guard review.has("user") || review.has("author") else { throw ApprovalsFile.isNone }
        let user = review["user"] ?? review["author"]
        let login = try ApprovalsFile.login(user, "login")
        let association = review["author_association"]?.text ?? review["authorAssociation"]?.text
        let commit = try ApprovalsEnvelope.commit(review["commit_id"] ?? review["commit"]?["oid"], "commit_id")
        let submitted = review["submitted_at"]?.text ?? review["submittedAt"]?.text
        let permission = permission(of: login, association: association)
        if permission == .unknown, association != nil, ApprovalsFile.state(state) == .approved { unproven += 1 }
        try append(
            ReviewEntry(
                login: login,
                account: ReviewAccounts.account(
                    login, type: user?["type"]?.text ?? user?["__typename"]?.text, isBot: user?["is_bot"]?.bool),
                permission: permission, state: ApprovalsFile.state(state),
                commit: commit, submitted: submitted.flatMap { Instant($0) }))
    }

    /// GitLab names neither commit nor state: who is listed approves what the request held at that time.
    private mutating func addGitLab(_ approval: JSONValue) throws(ForgeError) {
        guard let user = approval["user"] else { throw ApprovalsFile.isNone }
        let login = try ApprovalsFile.login(user, "username")
        let submitted = approval["approved_at"]?.text.flatMap { Instant($0) }
        let isActive = user["state"]?.text.map { $0 == "active" } ?? true
        // The list of approvals says of nobody whether they are a bot.
        let isBot = user["bot"]?.bool
        var commit: ObjectID?
        if let submitted, let since = envelope.headSince, submitted >= since { commit = envelope.head }
        try append(
            ReviewEntry(
                login: login,
                account: isActive
                    ? ReviewAccounts.account(login, type: isBot == nil ? nil : "User", isBot: isBot) : .unknown,
                permission: permission(of: login, association: nil), state: .approved, commit: commit,
                submitted: submitted))
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
        case "OWNER": .write
        // A member belongs to the organisation and a collaborator was invited: both may have the right to read alone.
        case "MEMBER", "COLLABORATOR", nil: .unknown
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
}
