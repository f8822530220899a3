// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Judgement {
    /// What was decided about one commit by itself; nil when it was not judged.
    package func verdict(on commit: ObjectID) -> Verdict? {
        guard let record = commits.first(where: { $0.id == commit }) else { return nil }
        let isUnread =
            record.messageBytes > CommitMessage.readLimit || record.unread.contains { $0.reason == .tooLarge }
            || checks.contains { $0.broke.contains { $0.commit == commit } }
        if isUnread { return .incomplete }
        return findings.contains { $0.commit == commit && $0.isOpen && $0.level == .block } ? .fail : .pass
    }
}
