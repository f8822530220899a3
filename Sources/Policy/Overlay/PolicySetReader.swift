// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Everything that policies say about one run.
package struct PolicyReading: Sendable {
    package let set: PolicySet
    /// E-mail address of whoever approved the waivers given to this run; the caller refuses an author of the change.
    package let approver: String?
}

/// Reads a run's policies and waivers together. No file is opened here: bytes come in.
package struct PolicySetReader {
    private let kinds: [CheckKind]
    private let today: Day

    /// `today` is the day of the run's start, UTC.
    package init(kinds: [CheckKind], today: Day) {
        self.kinds = kinds
        self.today = today
    }

    /// `folder` are the names of the entries of `.aigate/`; `grant` is the file of `--waivers`, and `head` the judged
    /// commit that it must name. Throws the mistakes of the first file that has any.
    package func read(
        repository: PolicyFile, organisation: PolicyFile? = nil, folder: [Path] = [], waivers: PolicyFile? = nil,
        grant: PolicyFile? = nil, head: ObjectID? = nil
    ) throws(ConfigErrors) -> PolicyReading {
        let own = try document(repository, over: Policy())
        let overlay: PolicyOverlay? =
            if let organisation {
                try PolicyOverlay(own, over: document(organisation, over: .floor).demanding(kinds), kinds)
            } else {
                nil
            }
        let policy = overlay?.effective ?? own.policy
        try PolicyFolder.check(folder, hasPolicy: repository.bytes != nil, review: policy.review)

        var exceptions: [Waiver] = []
        if let waivers, let bytes = waivers.bytes {
            exceptions += try WaiverReader.waivers(bytes, file: waivers.name, kinds: kinds, terms: terms(policy))
        }
        var approver: String?
        if let grant, let bytes = grant.bytes {
            let given = try WaiverGrant.read(
                bytes, file: grant.name, kinds: kinds, terms: terms(policy), head: head,
                approvers: policy.review.humans + policy.waivers.approvers)
            exceptions += given.waivers
            approver = given.approver
        }
        let set = PolicySet(
            repository: policy, organisation: overlay?.floor.policy,
            sources: [repository, organisation, waivers, grant].compactMap { $0?.source }, waivers: exceptions,
            limitations: overlay?.limitations ?? [])
        try checkSettings(of: set)
        return PolicyReading(set: set, approver: approver)
    }

    private func document(_ file: PolicyFile, over defaults: Policy) throws(ConfigErrors) -> PolicyDocument {
        guard let bytes = file.bytes else {
            return PolicyDocument(policy: defaults, node: ConfigNode(.map([]), file: file.name, line: 1))
        }
        return try PolicyReader.document(bytes, file: file.name, kinds: kinds, over: defaults)
    }

    /// Settings of both policies may each make sense and not together.
    private func checkSettings(of set: PolicySet) throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        for kind in kinds {
            guard let settings = set.settings(of: kind.about.id) else { continue }
            errors.collecting(at: settings, kind.about.id) { _ = try kind.make(settings) }
        }
        try errors.check()
    }

    private func terms(_ policy: Policy) -> WaiverTerms {
        WaiverTerms(today: today, defaultDays: policy.waivers.defaultDays, maximumDays: policy.waivers.maximumDays)
    }
}
