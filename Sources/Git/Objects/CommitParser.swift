// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads a commit object's bytes. git-commit(1) and gitformat-signature(5) give the format; libgit2's own reader drops
/// what it does not know and cannot tell bytes from text.
package enum CommitParser {
    /// Throws `GitError.malformed` when tree, author or committer cannot be read.
    package static func commit(_ id: ObjectID, _ bytes: [UInt8]) throws(GitError) -> Commit {
        var headers = Headers()
        var rest = bytes[...]
        while let end = rest.firstIndex(of: newline), end > rest.startIndex {
            headers.add(rest[..<end])
            rest = rest[(end + 1)...]
        }
        guard headers.areInOrder else {
            throw GitError(
                .malformed, doing: "read commit \(id.hex)", reason: "its headers are not in git's order",
                remedy: "git itself would not write such a commit: look at git cat-file -p \(id.hex)")
        }
        // The message follows an empty line; an object without one has no message.
        let message = rest.first == newline ? Array(rest.dropFirst()) : []

        func malformed(_ what: String) -> GitError {
            GitError(.malformed, doing: "read commit \(id.hex)", reason: "it has no readable \(what)")
        }
        guard let tree = headers.ids("tree").first else { throw malformed("tree") }
        let decoder = TextDecoder(
            encoding: headers.values("encoding").first.map { String(decoding: $0, as: UTF8.self) })
        guard let author = headers.values("author").first.flatMap({ signature($0, decoder) }) else {
            throw malformed("author")
        }
        guard let committer = headers.values("committer").first.flatMap({ signature($0, decoder) }) else {
            throw malformed("committer")
        }
        let (text, warning) = decoder.decode(message)
        return Commit(
            id: id, tree: tree, parents: headers.ids("parent"), author: author, committer: committer,
            message: CommitMessage(bytes: message, text: text, warning: warning),
            signature: headers.values("gpgsig").first.map { SignatureKind(armour: $0) })
    }

    private static let newline = UInt8(ascii: "\n")

    private struct Headers {
        private var entries: [(key: String, value: ArraySlice<UInt8>)] = []

        mutating func add(_ line: ArraySlice<UInt8>) {
            // A line that begins with a blank continues the one before; of those only the first line matters here.
            guard line.first != UInt8(ascii: " "), let space = line.firstIndex(of: UInt8(ascii: " ")) else { return }
            entries.append((String(decoding: line[..<space], as: UTF8.self), line[(space + 1)...]))
        }

        /// One tree, then the parents, then author and committer: git reads them by place, and a `parent` further down
        /// is one that only a careless reader would see.
        var areInOrder: Bool {
            let places = ["tree", "parent", "author", "committer"]
            let ranks = entries.compactMap { places.firstIndex(of: $0.key) }
            let head = entries.prefix(ranks.count).compactMap { places.firstIndex(of: $0.key) }
            return ranks == head && ranks == ranks.sorted() && ranks.count { $0 == 0 } == 1
                && ranks.count { $0 > 1 } == 2
        }

        func values(_ key: String) -> [ArraySlice<UInt8>] { entries.filter { $0.key == key }.map(\.value) }

        func ids(_ key: String) -> [ObjectID] {
            values(key).compactMap { ObjectID(hex: String(decoding: $0, as: UTF8.self)) }
        }
    }

    /// `Name <email> SECONDS ZONE`. Real histories have lines without a name, a date or a closing bracket: what is
    /// missing reads as empty or zero, as in git log.
    static func signature(_ line: ArraySlice<UInt8>, _ decoder: TextDecoder) -> Signature? {
        guard let open = line.firstIndex(of: UInt8(ascii: "<")) else { return nil }
        let close = line.lastIndex(of: UInt8(ascii: ">")) ?? line.endIndex
        guard open < close else { return nil }
        let name = decoder.decode(Array(line[..<open])).text
        let email = decoder.decode(Array(line[(open + 1)..<close])).text
        let dates = line[close...].dropFirst().split(separator: UInt8(ascii: " ")).map {
            String(decoding: $0, as: UTF8.self)
        }
        let seconds = dates.first.flatMap { Int64($0) } ?? 0
        let zone = dates.dropFirst().first.flatMap { Int($0) } ?? 0
        return Signature(
            identity: Identity(name: trim(name), email: trim(email)), seconds: seconds,
            offsetMinutes: zone / 100 * 60 + zone % 100)
    }

    private static func trim(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}
