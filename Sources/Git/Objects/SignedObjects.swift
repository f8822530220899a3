// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

extension Repository {
    /// What a commit's signature covers, and the signature; nil for a commit without one.
    package func signedObject(ofCommit id: ObjectID) throws(GitError) -> SignedObject? {
        SignedBytes.commit(try object(id, type: GIT_OBJECT_COMMIT).copy)
    }

    /// The annotated tags that point at one of the commits themselves, by reference name. Throws for a tag object that
    /// cannot be read, whatever it points at: nobody can tell.
    package func annotatedTags(at commits: Set<ObjectID>) throws(GitError) -> [AnnotatedTag] {
        var tags: [AnnotatedTag] = []
        for reference in try references(startingWith: "refs/tags/").sorted() {
            var oid = git_oid()
            try check(git_reference_name_to_id(&oid, handle.pointer, reference), "resolve \(reference)")
            let id = ObjectID(oid)
            let object = try header(of: id)
            guard object.type == GIT_OBJECT_TAG else { continue }
            guard object.size <= AnnotatedTag.limit else {
                throw GitError(
                    .malformed, doing: "read the tag \(reference)", reason: "it has \(object.size) bytes, more than \(AnnotatedTag.limit)",
                    remedy: "delete it: git tag --delete")
            }
            let bytes = try self.object(id, type: GIT_OBJECT_TAG).copy
            if let tag = try AnnotatedTag(reference, id, bytes), commits.contains(tag.commit) { tags.append(tag) }
        }
        return tags
    }
}
