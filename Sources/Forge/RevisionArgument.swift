// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The range that somebody typed: `A..B`, `A...B` or one revision, as git-rev-parse(1) reads them.
package enum RevisionArgument {
    /// A side that is left out is HEAD. `withAncestors` is for a single revision: it and everything it reaches.
    package static func request(_ argument: String, withAncestors: Bool = false) throws(ForgeError) -> RangeRequest {
        let bytes = Array(argument.utf8)
        guard let dots = try dots(in: bytes, of: argument) else {
            return .revision(try revision(bytes[...], of: argument), withAncestors: withAncestors)
        }
        guard !withAncestors else {
            throw .usage("\(quoted(argument)) is a range, and --all goes with one revision: leave one of them out")
        }
        let (from, to) = (bytes[..<dots.lowerBound], bytes[dots.upperBound...])
        guard !(from.isEmpty && to.isEmpty) else { throw .usage("\(quoted(argument)) names no revision: write A..B") }
        let head = ArraySlice("HEAD".utf8)
        let sides = (
            try revision(from.isEmpty ? head : from, of: argument), try revision(to.isEmpty ? head : to, of: argument)
        )
        return dots.count == 2 ? .between(from: sides.0, to: sides.1) : .symmetric(from: sides.0, to: sides.1)
    }

    /// The two or three dots between two revisions; nil when there are none. Dots in braces are a revision's own.
    private static func dots(in bytes: [UInt8], of argument: String) throws(ForgeError) -> Range<Int>? {
        let dot = UInt8(ascii: ".")
        var found: Range<Int>?
        var depth = 0
        var index = 0
        while index < bytes.count {
            let start = index
            index += 1
            if bytes[start] == UInt8(ascii: "{") { depth += 1 }
            if bytes[start] == UInt8(ascii: "}") { depth -= 1 }
            guard bytes[start] == dot, depth <= 0 else { continue }
            index = bytes[start...].firstIndex { $0 != dot } ?? bytes.count
            guard index - start > 1 else { continue }
            guard index - start <= 3, found == nil else {
                throw .usage("\(quoted(argument)) is no range: write A..B, or A...B to start from their merge base")
            }
            found = start..<index
        }
        return found
    }

    private static func revision(_ bytes: ArraySlice<UInt8>, of argument: String) throws(ForgeError) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let first = bytes.first else { throw .usage("the range is empty: write A..B or a revision") }
        guard first != UInt8(ascii: "-") else {
            throw .usage("\(quoted(argument)) has a revision that begins with a dash, which git allows in no name")
        }
        guard first != UInt8(ascii: "^") else {
            throw .usage("\(quoted(argument)) leaves commits out and names none: write A..B for B without A")
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .usage("\(quoted(argument)) has control characters")
        }
        return text
    }
}
