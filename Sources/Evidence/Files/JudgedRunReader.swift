// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
package import Gate

/// Reads what an earlier `run.json` judged.
package enum JudgedRunReader {
    /// The largest file that is read, in bytes.
    package static let byteLimit = 256 << 20

    /// Why a file is no `run.json` of a range: exit code 2.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private struct Document: Decodable {
        struct Range: Decodable {
            let base, filesSha256, head, headTree, patchId: String?
        }

        let kind, runId, schema: String
        let range: Range
    }

    package static func read(_ bytes: [UInt8]) throws(Failure) -> JudgedRun {
        let document: Document
        do { document = try JSONDecoder().decode(Document.self, from: frame(of: bytes)) } catch {
            throw Failure(description: "--judged: the file is no run.json")
        }
        guard document.schema == RunDocument.schema, document.kind == RunDocument.kind else {
            throw Failure(description: "--judged: the file is not of the form \(RunDocument.schema)")
        }
        let range = document.range
        guard isWord(document.runId, 26), let head = range.head.flatMap({ ObjectID(hex: $0) }),
            let tree = range.headTree.flatMap({ ObjectID(hex: $0) }), let base = id(range.base)
        else {
            throw Failure(description: "--judged: the run judged no head that it names, so nothing can be linked to it")
        }
        return JudgedRun(
            id: document.runId, sha256: Fingerprint.sha256(bytes), base: base, head: head, headTree: tree,
            patchID: range.patchId.flatMap { isWord($0, 40) ? $0 : nil },
            filesDigest: range.filesSha256.flatMap { isWord($0, 64) ? $0 : nil })
    }

    /// The document with its long arrays empty: each of their elements has a line of its own.
    private static func frame(of bytes: [UInt8]) -> Data {
        var frame = Data()
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "{") || line.count == 1
        {
            frame.append(contentsOf: line)
        }
        return frame
    }

    /// Nil for what is no id; an absent one is a fact of its own.
    private static func id(_ text: String?) -> ObjectID?? {
        guard let text else { return .some(nil) }
        return ObjectID(hex: text).map { .some($0) }
    }

    private static func isWord(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            }
    }
}
