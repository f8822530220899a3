// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Content
import Gate
import Git

/// What a run looks for in what commits bring: the packs of the program and the repository, as far as the policy wants
/// them.
struct ContentLoading {
    /// The environment variable that holds the organisation's key for fingerprints of values.
    static let keyVariable = "AIGATE_FINGERPRINT_KEY"

    let policy: PolicySet
    let environment: [String: String]
    let today: Day

    /// Yet to be compiled, which takes as long as much else of a short run.
    struct Wanted: Sendable {
        fileprivate let rules: [Rule]
        fileprivate let tiers: Set<ContentMatch.Tier>
        fileprivate let key: [UInt8]?

        /// `text`: the only one that will be scanned, where there is one.
        func compiled(for text: [UInt8]? = nil) throws -> ContentProgram {
            let program = try ContentProgram(rules: rules, tiers: tiers, key: key, for: text)
            Outgoing.use(program)
            // Compiling takes more room than most runs need after it.
            Repository.releaseFreePages()
            return program
        }
    }

    /// Nil when the policy has switched every check of the content off. `packs`: rules of the repository's own.
    func wanted(packs: [Rule]) -> Wanted? {
        let wanted = Checks.contentTiers { !policy.isOff($0, on: today) }
        guard !wanted.isEmpty else { return nil }
        // Tiers that are off are known all the same, so that no other takes their values for its own.
        let tiers = Set(ContentMatch.Tier.allCases).subtracting(wanted.contains(.personal) ? [] : [.personal])
        let key = environment[ContentLoading.keyVariable].flatMap { $0.isEmpty ? nil : Array($0.utf8) }
        let rules = (packs + EmbeddedPacks.rules).filter { rule in
            rule.level > .off || policy.wants(rule: rule.id, of: Checks.about(of: rule.matchTier), on: today)
        }
        return Wanted(rules: rules, tiers: tiers, key: key)
    }
}
