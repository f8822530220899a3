// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// A tag object that points at a commit.
package struct AnnotatedTag: Sendable {
    /// Of the object, in bytes.
    static let limit = 1 << 20

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

    /// Nil for a tag of something else than a commit. Throws where the first headers are not `object`, `type` and `tag`
    /// (git-mktag(1)).
    init?(_ reference: String, _ id: ObjectID, _ bytes: [UInt8]) throws(GitError) {
        let signed = SignedBytes.tag(bytes)
        let payload = signed?.payload ?? bytes
        let newline = UInt8(ascii: "\n")
        let end = payload.indices.first { payload[$0] == newline && payload[($0 + 1)...].first == newline }
        let headers = payload[..<(end ?? payload.endIndex)].split(separator: newline)
        func value(_ line: Int, _ key: String) -> ArraySlice<UInt8>? {
            guard line < headers.count, headers[line].starts(with: (key + " ").utf8) else { return nil }
            return headers[line].dropFirst(key.utf8.count + 1)
        }
        guard let target = value(0, "object").flatMap({ ObjectID(hex: String(decoding: $0, as: UTF8.self)) }),
            let type = value(1, "type"), value(2, "tag") != nil
        else {
            throw GitError(
                .malformed, doing: "read the tag", reason: "its headers are not those of a tag",
                remedy: "look at it: git cat-file -p \(id.hex)")
        }
        guard type.elementsEqual("commit".utf8) else { return nil }
        self.reference = reference
        self.id = id
        self.signed = signed
        commit = target
        tagger = value(3, "tagger").flatMap { CommitParser.signature($0, TextDecoder(encoding: nil)) }
        message = end.map { Array(payload[($0 + 2)...]) } ?? []
    }
}
