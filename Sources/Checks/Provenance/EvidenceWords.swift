// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension Message {
    /// Where a trace of AI is, as findings name it.
    static func evidence(_ evidence: AIEvidence?) -> Message {
        guard let evidence else { return "as the evidence says" }
        switch evidence.source {
        case .trailer: return "by \(evidence.key ?? "a trailer") on line \(evidence.line ?? 1) of the message"
        case .author: return "it is the author"
        case .committer: return "it is the committer"
        case .body: return "by line \(evidence.line ?? 1) of the message"
        case .note: return "by a git note on the commit"
        case .branch: return "by the branch's name"
        }
    }
}
