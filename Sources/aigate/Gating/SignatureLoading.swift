// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Provenance

/// What signatures are checked by: files that the policy names, as the base commit has them.
struct SignatureLoading {
    let repository: Repository
    let rules: Policy.ReviewPolicy
    /// The base; nil: there is nothing before the change.
    let commit: ObjectID?
    let start: Instant

    /// Nil where the base has no file that says whose a key is. Throws `ConfigErrors` for a file that cannot be read.
    func checker() throws -> SignatureChecker? {
        guard let commit else { return nil }
        let tree = try TreeFiles(repository, commit: commit)
        let signers = try tree.file(Path(rules.allowedSigners), limit: SignatureLoading.limit)
        let revoked = try tree.file(Path(rules.revokedKeys), limit: SignatureLoading.limit)
        guard let signers else { return nil }
        return SignatureChecker(
            allowedSigners: try AllowedSigners(signers, file: rules.allowedSigners),
            revoked: try revoked.map { try RevokedKeys($0, file: rules.revokedKeys) } ?? RevokedKeys(), today: start)
    }

    /// Of a file of keys, in bytes.
    private static let limit = 4 << 20

    /// Where each file is, so that evidence names the same bytes.
    func sources() throws -> [PolicySource] {
        guard let commit else { return [] }
        let tree = try TreeFiles(repository, commit: commit)
        let files = [("allowed-signers", rules.allowedSigners), ("revoked-keys", rules.revokedKeys), ("keyring", rules.keyring)]
        return try files.compactMap { role, path in
            try tree.file(Path(path), limit: SignatureLoading.limit).map {
                PolicySource(role: role, kind: .commit, path: path, commit: commit, sha256: Fingerprint.sha256($0))
            }
        }
    }

    /// The records that signed tags on one of the commits hold.
    func signOffs(at heads: Set<ObjectID>, by checker: SignatureChecker?) throws -> (signOffs: [SignOff], problems: [String]) {
        guard let checker else { return ([], []) }
        var signOffs: [SignOff] = []
        var problems: [String] = []
        for tag in try repository.annotatedTags(at: heads) {
            let reading = SignOffReading(
                tagMessage: tag.message, signed: tag.signed, head: tag.commit, taggedAt: Instant(seconds: tag.tagger?.seconds ?? 0),
                origin: tag.reference, by: checker)
            signOffs += reading.signOffs
            problems += reading.problems
        }
        return (signOffs, problems)
    }
}
