// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// The matches of one tier as findings.
enum ContentFindings {
    static func of(_ tier: ContentMatch.Tier, in change: CommitChange) -> [Finding] {
        change.content.filter { $0.tier == tier }.map { match in
            Finding(
                rule: match.rule, at: match.place, .match(match), excerpt: match.excerpt, fix: .fix(match),
                defaultLevel: match.defaultLevel, basis: match.basis)
        }
    }

    /// The entries of the packs that a tier's check reports.
    static func rules(of tier: ContentMatch.Tier) -> [About.Rule] {
        let own = AssignedRule.allCases.filter { $0.tier == tier }.map { About.Rule($0.rawValue, $0.title) }
        return own + EmbeddedPacks.rules.filter { $0.matchTier == tier }.map { About.Rule($0.id, $0.title) }
    }
}

extension Message {
    fileprivate static func match(_ match: ContentMatch) -> Message { "\(match.title)" }
    /// A credential is revoked first: what was pushed is known, whatever becomes of the history.
    fileprivate static func fix(_ match: ContentMatch) -> Message {
        switch match.tier {
        case .format, .aiService:
            "\(match.fix); load the new one from the environment or a secret store; take this one out of the history (git filter-repo --replace-text)"
        case .personal: "\(match.fix); take it out of the history (git filter-repo --replace-text)"
        case .generic, .password, .published: "\(match.fix)"
        }
    }
}
