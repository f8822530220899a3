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
        let keyring = try tree.file(Path(rules.keyring), limit: GPGV.keyringLimit)
        guard signers != nil || keyring != nil else { return nil }
        return SignatureChecker(
            allowedSigners: try signers.map { try AllowedSigners($0, file: rules.allowedSigners) },
            revoked: try revoked.map { try RevokedKeys($0, file: rules.revokedKeys) } ?? RevokedKeys(),
            openPGP: try keyring.map { try GPGV.check(keyring: $0, file: rules.keyring) },
            keyring: keyring.map { OpenPGPKeyring($0) }, today: start)
    }

    /// Of a file of keys, in bytes.
    private static let limit = 4 << 20
    /// More tags that cannot be read are not named.
    private static let shownTags = 10

    /// Where each file is, so that evidence names the same bytes.
    func sources() throws -> [PolicySource] {
        guard let commit else { return [] }
        let tree = try TreeFiles(repository, commit: commit)
        let files = [
            ("allowed-signers", rules.allowedSigners), ("revoked-keys", rules.revokedKeys), ("keyring", rules.keyring),
        ]
        return try files.compactMap { role, path in
            try tree.file(Path(path), limit: GPGV.keyringLimit).map {
                PolicySource(role: role, kind: .commit, path: path, commit: commit, sha256: Fingerprint.sha256($0))
            }
        }
    }

    /// What reviewers signed over one of the heads: signed tags on it, its note, and files that were given.
    func signOffs(
        at heads: Set<ObjectID>, files: [GivenFile], by checker: SignatureChecker?
    ) throws -> (signOffs: [SignOff], problems: [String]) {
        guard let checker else {
            return (
                [],
                files.map {
                    "\(VisibleText.of($0.input.name)) does not count: the base has no file that says whose a key is"
                }
            )
        }
        var readings: [SignOffReading] = []
        let (tags, unread) = try repository.annotatedTags(at: heads)
        for tag in tags {
            readings.append(
                SignOffReading(
                    tagMessage: tag.message, signed: tag.signed, head: tag.commit,
                    taggedAt: Instant(seconds: tag.tagger?.seconds ?? 0), origin: tag.reference, by: checker))
        }
        let notes = Notes(
            repository, ref: try repository.notesRef(SignatureLoading.notesRef), limit: SignOffReading.limit)
        // A record that is not read can only lose a review.
        var problems = unread.prefix(SignatureLoading.shownTags).map {
            "a record in \(Excerpt(line: $0.reference).text) would not count: \($0.error)"
        }
        if unread.count > SignatureLoading.shownTags {
            problems.append("\(unread.count - SignatureLoading.shownTags) more tags could not be read")
        }
        for head in heads.sorted() {
            let origin = "the note of \(head.short) in \(SignatureLoading.notesRef)"
            switch notes.note(on: head) {
            case .found(let bytes): readings.append(SignOffReading(bytes, origin: origin, by: checker))
            case .absent: break
            case .tooLarge(let bytes): problems.append("\(origin) has \(bytes) bytes: it was not read")
            case .unreadable(let reason): problems.append("\(origin) cannot be read: \(reason)")
            }
        }
        readings += files.map { SignOffReading($0.bytes, origin: $0.input.name, by: checker) }
        return (readings.flatMap(\.signOffs), problems + readings.flatMap(\.problems))
    }

    /// Where `aigate sign-off --note` puts records.
    static let notesRef = "refs/notes/aigate"
}

extension Repository {
    /// Nil for a commit without a signature. `checker`: nil where the base has no file that says whose a key is.
    func signatureVerdict(on commit: Commit, by checker: SignatureChecker?) throws(GitError) -> SignatureVerdict? {
        guard commit.signature != nil else { return nil }
        guard let checker else { return .notVerifiable(reason: "the base has no file that says whose a key is") }
        guard let signed = try signedObject(ofCommit: commit.id) else {
            return .bad(reason: "its armour is none that git writes")
        }
        return checker.verdict(
            on: signed, namespace: SignatureChecker.gitNamespace, at: Instant(seconds: commit.committer.seconds))
    }
}
