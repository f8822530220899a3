// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

extension Repository {
    /// What a commit's signature covers, and the signature; nil for a commit without one.
    package func signedObject(ofCommit id: ObjectID) throws(GitError) -> SignedObject? {
        SignedBytes.commit(try object(id, type: GIT_OBJECT_COMMIT).copy)
    }

    /// The annotated tags that point at one of the commits themselves, by reference name; and why others could not be
    /// read, whatever they point at.
    package func annotatedTags(
        at commits: Set<ObjectID>
    ) throws(GitError) -> (tags: [AnnotatedTag], unread: [(reference: String, error: GitError)]) {
        var tags: [AnnotatedTag] = []
        var unread: [(reference: String, error: GitError)] = []
        for reference in try references(startingWith: "refs/tags/").sorted() {
            do throws(GitError) {
                if let tag = try annotatedTag(reference), commits.contains(tag.commit) { tags.append(tag) }
            } catch {
                unread.append((reference, error))
            }
        }
        return (tags, unread)
    }

    /// Nil for a tag without an object of its own, and for one of something else than a commit.
    private func annotatedTag(_ reference: String) throws(GitError) -> AnnotatedTag? {
        var oid = git_oid()
        try check(git_reference_name_to_id(&oid, handle.pointer, reference), "resolve the tag")
        let id = ObjectID(oid)
        let object = try header(of: id)
        guard object.type == GIT_OBJECT_TAG else { return nil }
        guard object.size <= AnnotatedTag.limit else {
            throw GitError(
                .malformed, doing: "read the tag",
                reason: "it has \(object.size) bytes, more than \(AnnotatedTag.limit)",
                remedy: "delete it: git tag --delete")
        }
        return try AnnotatedTag(reference, id, self.object(id, type: GIT_OBJECT_TAG).copy)
    }
}
