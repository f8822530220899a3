// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit

/// A change with AI in it, and what a forge tells of its reviews.
struct ReviewedChange {
    static let ai = "Assisted-by: Claude:claude-opus-4-6"

    let sample: SampleRepository
    let base: String

    /// `files` are in the base commit: a policy, a mailmap, keys.
    init(_ files: [String: String] = [:]) throws {
        sample = try SampleRepository("small")
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { try sample.commit(path, text) }
        base = try sample.git(["rev-parse", "HEAD"])
    }

    /// A commit that changes a file; `author` is `Name <email>`.
    @discardableResult
    func commit(
        _ path: String = "a.txt", _ text: String = "a\n", trailers: String = ai, author: String? = nil,
        subject: String = "Add a",
        options: [String] = []
    ) throws -> String {
        let file = sample.folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try sample.git(["add", "--all"])
        try sample.git(
            options.filter { $0.hasPrefix("-c") } + [
                "commit", "--quiet", "--allow-empty", "--message", "\(subject)\n\n\(trailers)\n",
            ]
                + (author.map { ["--author", $0] } ?? []) + options.filter { !$0.hasPrefix("-c") })
        return try sample.git(["rev-parse", "HEAD"])
    }

    /// One of GitHub's reviews.
    static func review(
        _ login: String, of commit: String, _ state: String = "APPROVED", type: String = "User",
        association: String = "OWNER",
        at: String = "2026-03-11T10:00:00Z"
    ) -> String {
        """
        {"user": {"login": "\(login)", "type": "\(type)"}, "state": "\(state)", "commit_id": "\(commit)",
         "author_association": "\(association)", "submitted_at": "\(at)"}
        """
    }

    /// As the action writes it.
    static func envelope(
        _ reviews: [String], author: String = "rosa", requesters: [String] = [], writers: [String]? = ["rosa"],
        pusher: String? = "rosa"
    ) -> String {
        func list(_ texts: [String]) -> String { "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
        let writers = writers.map { ", \"writers\": \(list($0))" } ?? ""
        let pusher = pusher.map { "\"\($0)\"" } ?? "null"
        return """
            {"system": "github", "pullRequest": {"author": "\(author)", "requesters": \(list(requesters))\(writers)},
             "lastPusher": \(pusher), "reviews": [\(reviews.joined(separator: ","))]}
            """
    }

    private func write(_ text: String, _ name: String) throws -> String {
        let file = sample.folder.appending(path: ".git/\(name)")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Judges what came since the base as if it had just landed, or as `event` tells.
    func judge(
        approvals: String? = nil, judged: String? = nil, event: String = "github/push", arguments: [String] = [],
        from base: String? = nil
    ) throws -> Judged {
        let base = base ?? self.base
        let head = try sample.git(["rev-parse", "HEAD"])
        let names = [
            CIEvent.pullHead: head, CIEvent.queueHead: head, CIEvent.mainBefore: base,
            CIEvent.mainTip: event == "github/push" ? head : base,
        ]
        var arguments = arguments
        if let approvals { arguments += ["--approvals", try write(approvals, "approvals.json")] }
        if let judged { arguments += ["--judged", judged] }
        return try Program.judge(arguments, in: sample, environment: CIEvent(event, names, in: sample).environment)
    }
}

extension Judged {
    /// `R3 of R3, independent` for each commit.
    var reviews: [String] {
        evidence.commits.map { "\($0.review.level) of \($0.review.asked), \($0.review.result)" }
    }

    /// Every reason of every commit, one a line.
    var reasons: String { evidence.commits.flatMap(\.review.reasons).joined(separator: "\n") }
}
