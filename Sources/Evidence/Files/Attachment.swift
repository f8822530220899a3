// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Another tool's report, kept beside ours by its digest: `--attach KIND=FILE`.
package struct Attachment: Sendable {
    /// The largest file that is taken, in bytes.
    package static let byteLimit = 64 << 20
    /// Said wherever the verdict is, once there is an attachment.
    package static let limitation =
        "attachments are other tools' words: only e-mail addresses and user information in URLs were masked in them"

    /// What it is: `sbom`, `sast`, `licences`.
    package let kind: String
    /// Relative to the report directory; ends as the given file did.
    package let name: String
    /// After masking.
    package let bytes: [UInt8]
    package let sha256: String
    package let originalSHA256: String
    package let originalBytes: Int
    /// Places that were masked.
    package let masked: Int

    /// Reads and masks a file. Throws `AttachmentError`: the command line is wrong.
    package init(kind: String, file path: String) throws(AttachmentError) {
        try self.init(kind: kind, name: path, original: Attachment.read(path))
    }

    /// `name` gives the ending alone.
    package init(kind: String, name path: String, original: [UInt8]) throws(AttachmentError) {
        guard Attachment.isName(kind, limit: 32) else { throw .kind(kind) }
        guard !original.contains(0) else { throw .binary(path) }
        let mask = OutsideMask(original)
        self.kind = kind
        bytes = mask.bytes
        masked = mask.count
        sha256 = Fingerprint.sha256(bytes)
        originalSHA256 = Fingerprint.sha256(original)
        originalBytes = original.count
        name = "attachments/\(kind)-\(sha256.prefix(16)).\(Attachment.ending(of: path))"
    }

    package var mediaType: String {
        switch name.split(separator: ".").last {
        case "json", "sarif": "application/json"
        case "xml": "application/xml"
        default: "text/plain"
        }
    }

    /// Lower-case letters, digits and inner hyphens.
    private static func isName(_ text: String, limit: Int) -> Bool {
        let isPlain = text.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
        return isPlain && !text.isEmpty && text.utf8.count <= limit && text.first != "-" && text.last != "-"
    }

    /// `txt` where the file has no ending that is safe in a name.
    private static func ending(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard name.contains("."), let ending = name.split(separator: ".").last.map({ $0.lowercased() }) else {
            return "txt"
        }
        return isName(ending, limit: 8) ? ending : "txt"
    }
}

/// An attachment that cannot be taken: exit code 2.
package enum AttachmentError: Error, Equatable, CustomStringConvertible {
    case kind(String)
    case unreadable(path: String, why: String)
    case notAFile(String)
    case tooLarge(String)
    case binary(String)

    package var description: String {
        switch self {
        case .kind(let kind):
            "'\(VisibleText.of(kind, limit: 40))' is no kind of attachment: lower-case letters, digits and hyphens, "
                + "at most 32, as in --attach sbom=sbom.json"
        case .unreadable(let path, let why): "cannot read the attachment '\(path)': \(why)"
        case .notAFile(let path): "the attachment '\(path)' is not a file; name the file itself"
        case .tooLarge(let path):
            "the attachment '\(path)' is larger than 64 MiB; keep it elsewhere and attach a file with its digest"
        case .binary(let path):
            "the attachment '\(path)' is not text, so nothing in it can be masked; attach the tool's JSON, XML or text"
        }
    }
}
