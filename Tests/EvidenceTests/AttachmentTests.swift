// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Testing

@testable import Evidence

@Suite struct AttachmentTests {
    @Test(arguments: [
        ("ann.lee@example.org", "a***@example.org"),
        ("<ann@example.org>, bob@mail.example.org;", "<a***@example.org>, b***@mail.example.org;"),
        ("https://ann:word@git.example.org/x", "https://***@git.example.org/x"),
        ("ssh://git@host:22/x y@z", "ssh://***@host:22/x y@z"), ("pkg:npm/name@1.2.3", "pkg:npm/name@1.2.3"),
        ("actions/checkout@v4", "actions/checkout@v4"), ("gate.yml@refs/heads/main", "gate.yml@refs/heads/main"),
        ("https://example.org/@scope/name", "https://example.org/@scope/name"), ("@example.org", "@example.org"),
        ("\"a@b.example\"", "\"a***@b.example\""), ("://", "://"), ("a@", "a@"),
    ])
    func masks(_ text: String, _ expected: String) {
        #expect(OutsideMask(Array(text.utf8)).text == expected)
    }

    @Test func staysLinear() {
        let hostile = String(repeating: "a@b.cc", count: 100_000) + String(repeating: "://@", count: 100_000)
        #expect(!OutsideMask(Array(hostile.utf8)).bytes.isEmpty)
    }

    @Test func isNamedByItsDigest() throws {
        let original = Array("by ann@example.org".utf8)
        let attachment = try Evidence.Attachment(kind: "sast", name: "out/Report.SARIF", original: original)
        #expect(attachment.name == "attachments/sast-\(attachment.sha256.prefix(16)).sarif")
        #expect(attachment.masked == 1)
        #expect(attachment.originalSHA256 == Fingerprint.sha256(original))
        #expect(attachment.mediaType == "application/json")
        for name in ["x", "x.", "x.a/b", "x.p p", ".hidden", "x.verylongending"] {
            #expect(try Evidence.Attachment(kind: "a", name: name, original: []).name.hasPrefix("attachments/a-"))
        }
        #expect(try Evidence.Attachment(kind: "a", name: "x.p p", original: []).name.hasSuffix(".txt"))
    }

    @Test func refusesWhatItCannotMask() {
        #expect(throws: AttachmentError.binary("x")) {
            try Evidence.Attachment(kind: "a", name: "x", original: [1, 0])
        }
        for kind in ["", "A", "a/b", "..", "-a", "a-", String(repeating: "a", count: 33), "a\nb"] {
            #expect(throws: AttachmentError.kind(kind)) { try Evidence.Attachment(kind: kind, name: "x", original: []) }
        }
    }

    @Test func readsFilesAlone() throws {
        try withTemporaryDirectory { folder in
            #expect(throws: AttachmentError.notAFile(folder.path)) {
                try Evidence.Attachment(kind: "a", file: folder.path)
            }
            let missing = folder.path + "/missing"
            #expect(throws: AttachmentError.unreadable(path: missing, why: "No such file or directory")) {
                try Evidence.Attachment(kind: "a", file: missing)
            }
            let file = folder.appending(path: "bom.json")
            try Data("{}".utf8).write(to: file)
            #expect(try Evidence.Attachment(kind: "a", file: file.path).bytes == Array("{}".utf8))
            let large = folder.appending(path: "large")
            #expect(FileManager.default.createFile(atPath: large.path, contents: nil))
            #expect(truncate(large.path, Evidence.Attachment.byteLimit + 1) == 0)
            #expect(throws: AttachmentError.tooLarge(large.path)) {
                try Evidence.Attachment(kind: "a", file: large.path)
            }
        }
    }
}
