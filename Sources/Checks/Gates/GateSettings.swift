// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What can be set in every check of weakened gates.
struct GateSettings: CheckSettings {
    /// With a level of `block` it blocks such commits and leaves those of people alone.
    var aiOnly = false

    static let fields: [Field<GateSettings>] = [GateSettings.aiOnlyField(\.aiOnly)]

    static func aiOnlyField<Root>(_ path: any WritableKeyPath<Root, Bool> & Sendable) -> Field<Root> {
        .bool("ai-only", "Judge only commits that are marked as AI-assisted.", path)
            .tightened(.order(["true", "false"]))
    }
}

extension CommitChange {
    /// What a weakened gate weighs without a policy: shown where AI took part, for an agent that fails at a task is
    /// known to bend its test; recorded elsewhere.
    var gateLevel: Level { provenance.ai.isMarked ? .warn : .monitor }
}
