// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Waivers that the pipeline gives to one run (`--waivers FILE`), exported from an approval: findings by fingerprint,
/// for one head, for a few days.
package struct WaiverGrant: Sendable {
    /// The furthest that `expires` may lie ahead, in days.
    package static let maximumDays = 7

    package fileprivate(set) var waivers: [Waiver] = []
    /// E-mail address of the approver, as written. Whether it is an author of the change is for the caller to see.
    package fileprivate(set) var approver = ""
    fileprivate var head: ObjectID?

    /// `head` is the judged one; nil where there is none yet. `approvers` are those who may approve.
    package static func read(
        _ bytes: [UInt8], file: String, kinds: [CheckKind], terms: WaiverTerms, head: ObjectID?, approvers: [String]
    ) throws(ConfigErrors) -> WaiverGrant {
        let node = try PolicyReader.tree(bytes, file: file)
        let terms = WaiverTerms(
            today: terms.today, defaultDays: maximumDays, maximumDays: min(maximumDays, terms.maximumDays))
        var grant = WaiverGrant()
        try Field.readAll(node, into: &grant, fields(kinds, terms, head: head, approvers: approvers))
        return grant
    }

    private static func fields(
        _ kinds: [CheckKind], _ terms: WaiverTerms, head: ObjectID?, approvers: [String]
    ) -> [Field<WaiverGrant>] {
        [
            .version(),
            Field("head", "The judged head that was approved.", shape: PolicyFields.commit, required: true) {
                node, grant in
                let approved = try node.commitID
                guard let head else { throw node.error("approves \(approved.hex), but no commit is being judged") }
                guard approved == head else {
                    throw node.error("approves \(approved.hex), but \(head.hex) is judged; have that one approved")
                }
                grant.head = approved
            },
            Field(
                "approver", "E-mail address of whoever approved.",
                shape: .pattern(Address.pattern, example: Address.example), required: true
            ) { node, grant in
                let text = try node.text
                guard approvers.contains(where: { Address.key($0) == Address.key(text) }) else {
                    throw node.error(
                        "the policy lists \(quoted(text)) neither in review.humans nor in waivers.approvers; "
                            + "only those may approve")
                }
                grant.approver = text
            },
            WaiverReader.list(kinds, terms, \.waivers) { waiver in
                guard case .fingerprint = waiver.scope else {
                    throw ConfigError(
                        file: waiver.file, line: waiver.line,
                        reason: "a waiver given to a run is for one finding: name its fingerprint, no path or commit")
                }
                return waiver
            },
        ]
    }
}
