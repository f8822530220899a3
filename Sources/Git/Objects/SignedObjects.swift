// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension Repository {
    /// What a commit's signature covers, and the signature; nil for a commit without one.
    package func signedObject(ofCommit id: ObjectID) throws(GitError) -> SignedObject? {
        nil
    }

    /// The annotated tags that point at one of the commits, by reference name.
    package func annotatedTags(at commits: Set<ObjectID>) throws(GitError) -> [AnnotatedTag] {
        []
    }
}

/// A tag object that points at a commit.
package struct AnnotatedTag: Sendable {
    /// Full name of the reference.
    package let reference: String
    package let id: ObjectID
    package let commit: ObjectID
    /// Nil in old tags that name nobody.
    package let tagger: Signature?
    /// Without the signature.
    package let message: [UInt8]
    /// Nil for a tag without a signature.
    package let signed: SignedObject?
}
