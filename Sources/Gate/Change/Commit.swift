// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A commit object, decoded.
package struct Commit: Sendable {
    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    package let author: Signature
    package let committer: Signature
    package let message: CommitMessage
    /// The kind of the signature that the object carries; presence only, nothing is verified by it.
    package let signature: SignatureKind?

    package init(
        id: ObjectID, tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature,
        message: CommitMessage, signature: SignatureKind? = nil
    ) {
        self.id = id
        self.tree = tree
        self.parents = parents
        self.author = author
        self.committer = committer
        self.message = message
        self.signature = signature
    }

    package var isMerge: Bool { parents.count > 1 }
}

/// How a commit object is signed, by the armour of its `gpgsig` header.
package enum SignatureKind: String, Sendable, CaseIterable {
    case openPGP = "openpgp"
    case ssh
    case x509
    case unknown

    /// By the first line, of which a few bytes are enough.
    package init(armour: some Collection<UInt8>) {
        switch String(decoding: armour.prefix(40), as: UTF8.self) {
        case let text where text.hasPrefix("-----BEGIN PGP"): self = .openPGP
        case let text where text.hasPrefix("-----BEGIN SSH"): self = .ssh
        case let text where text.hasPrefix("-----BEGIN SIGNED MESSAGE"): self = .x509
        default: self = .unknown
        }
    }
}

/// A commit message: bytes as stored, text by the commit's own `encoding` header.
package struct CommitMessage: Sendable {
    /// Of a longer message only the first and the last half are read for trailers and marks; in bytes.
    package static let readLimit = 1 << 20

    package let bytes: [UInt8]
    package let text: String
    /// Why the text may not be what the author wrote; nil when it decoded cleanly.
    package let warning: String?

    package init(bytes: [UInt8], text: String, warning: String? = nil) {
        self.bytes = bytes
        self.text = text
        self.warning = warning
    }

    package init(_ text: String) {
        self.init(bytes: Array(text.utf8), text: text)
    }

    /// The first line that is not blank.
    package var subject: String {
        var rest = text[...]
        while !rest.isEmpty {
            let line = rest.prefix { !$0.isNewline }
            if !line.allSatisfy(\.isWhitespace) { return String(line) }
            rest = rest[line.endIndex...].dropFirst()
        }
        return ""
    }
}
