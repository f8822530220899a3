// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Identities of which the policy knows better than the catalogue.
struct ListedPeople {
    private let agents: Set<String>
    private let humans: Set<String>

    init(_ policy: AIPolicy) {
        agents = Set(policy.agents.map { Identity(name: "", email: $0).key })
        humans = Set(policy.humans.map { Identity(name: "", email: $0).key })
    }

    func isAgent(_ identity: Identity) -> Bool { !agents.isEmpty && agents.contains(identity.key) }

    func isHuman(_ identity: Identity) -> Bool { !humans.isEmpty && humans.contains(identity.key) }
}
