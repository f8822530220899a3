// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The text by which a reviewer vouches for a range: header lines, then the signature over exactly those bytes.
package struct SignOffRecord: Sendable {
    /// The records of a note or file, and why what is no record is none.
    package static func read(_ bytes: [UInt8], origin: String, by checker: SignatureChecker) -> SignOffReading {
        SignOffReading(signOffs: [], problems: [])
    }

    /// The record that a signed annotated tag holds in its message; nil for a tag whose message is none.
    /// `message`: the tag's, without the signature. `at`: the tagger date.
    package static func read(
        tagMessage message: [UInt8], signed: SignedObject?, at: Instant, origin: String, by checker: SignatureChecker
    ) -> SignOffReading {
        SignOffReading(signOffs: [], problems: [])
    }
}

/// What was found where records may be.
package struct SignOffReading: Sendable {
    package let signOffs: [SignOff]
    /// Sentences, safe to show: what could not be read, and where it stands.
    package let problems: [String]
}
