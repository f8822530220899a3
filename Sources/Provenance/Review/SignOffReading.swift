// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What was found where reviewers' records may be: in a note, a file, the message of a tag.
package struct SignOffReading: Sendable {
    /// Of a note or file, in bytes.
    package static let limit = 1 << 20
    /// More records than this are not read.
    private static let countLimit = 100

    package private(set) var signOffs: [SignOff] = []
    /// Sentences, safe to show: what could not be read, and where it stands.
    package private(set) var problems: [String] = []

    /// Records one after the other, each its lines and an SSH signature for `aigate-sign-off` over exactly those bytes.
    /// `origin`: where they stand, for people.
    package init(_ bytes: [UInt8], origin: String, by checker: SignatureChecker) {
        guard bytes.count <= SignOffReading.limit else {
            problems = [
                "\(Excerpt(line: origin).text) has \(bytes.count) bytes, more than \(SignOffReading.limit): it was not read"
            ]
            return
        }
        for (index, block) in SignOffReading.blocks(bytes).enumerated() {
            guard index < SignOffReading.countLimit else {
                problems.append(
                    "\(Excerpt(line: origin).text) holds more than \(SignOffReading.countLimit) records: the rest was not read"
                )
                return
            }
            do throws(SignatureError) {
                let (text, armour) = try SignOffReading.parts(block)
                let record = try SignOffRecord(text)
                let verdict = checker.verdict(
                    on: SignedObject(payload: text, signatures: [armour]), namespace: SignatureChecker.signOffNamespace,
                    at: record.signedAt)
                signOffs.append(record.signOff(verdict, origin: origin))
            } catch {
                problems.append("record \(index + 1) of \(Excerpt(line: origin).text) does not count: \(error.reason)")
            }
        }
    }

    /// A record as the end of a signed annotated tag's message; the signature is the tag's own, for `git`. Nothing for
    /// a tag whose message holds none. `head`: the commit that the tag points at; `taggedAt`: the tagger's date.
    package init(
        tagMessage message: [UInt8], signed: SignedObject?, head: ObjectID, taggedAt: Instant, origin: String,
        by checker: SignatureChecker
    ) {
        let blocks = SignOffReading.blocks(message).filter { $0.starts(with: SignOffReading.opening) }
        guard let block = blocks.first else { return }
        do throws(SignatureError) {
            guard blocks.count == 1 else { throw SignatureError("there is more than one") }
            guard let signed else { throw SignatureError("the tag is not signed: git tag --sign") }
            let record = try SignOffRecord(Array(block))
            guard record.head == head else { throw SignatureError("it names another head than the tag's commit") }
            let verdict = checker.verdict(on: signed, namespace: SignatureChecker.gitNamespace, at: taggedAt)
            signOffs = [record.signOff(verdict, origin: origin)]
        } catch {
            problems = ["the record of \(Excerpt(line: origin).text) does not count: \(error.reason)"]
        }
    }

    private static let opening = Array("aigate-sign-off:".utf8)
    private static let newline = UInt8(ascii: "\n")

    /// From each line that opens a record to the next; what stands before the first, where it says anything.
    private static func blocks(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var starts = [0]
        var line = 0
        while line < bytes.count {
            if line > 0, bytes[line...].starts(with: opening) { starts.append(line) }
            line = bytes[line...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
        }
        return zip(starts, starts.dropFirst() + [bytes.count]).map { bytes[$0..<$1] }.filter { block in
            block.contains { $0 != newline }
        }
    }

    /// The signed lines, and the armour without the empty lines that git puts after a note's paragraphs.
    private static func parts(_ block: ArraySlice<UInt8>) throws(SignatureError) -> (text: [UInt8], armour: [UInt8]) {
        let begin = Array("\n\(SSHSignature.begin)\n".utf8)
        guard block.starts(with: opening) else { throw SignatureError("it begins with no line aigate-sign-off: 1") }
        guard let range = block.firstRange(of: begin) else { throw SignatureError("it is not signed") }
        let start = range.lowerBound + 1
        let end = block.lastIndex { $0 != newline }.map { $0 + 1 } ?? block.endIndex
        guard start < end else { throw SignatureError("it is cut off") }
        return (Array(block[..<start]), Array(block[start..<end]))
    }
}

extension SignOffRecord {
    /// A record signed by somebody else than it says counts as little as one that nobody signed.
    fileprivate func signOff(_ verdict: SignatureVerdict, origin: String) -> SignOff {
        var verdict = verdict
        if case .verified(let signer, let others, let key) = verdict {
            let isSigner = ([signer] + others).contains { name in
                name.lowercased() == principal.lowercased() || PrincipalPatterns.match(principal, name)
            }
            if !isSigner {
                verdict = .refused(
                    key: key, reason: "the record names another principal than its key's", holders: verdict.holders)
            }
        }
        return SignOff(
            base: base, head: head, tree: tree, patchID: patchID, policy: policy, verdict: self.verdict.rawValue,
            signature: verdict, origin: origin)
    }
}
