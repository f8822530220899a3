// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What a trailer's value says about who is meant.
package struct IdentityReading: Equatable, Sendable {
    /// Why a value is not exactly one `Name <email>`, in words that a finding can use.
    package enum Problem: String, Sendable {
        case empty = "the value is empty"
        case tooLong = "the value is too long to be a name and an e-mail address"
        case entity = "it holds HTML entities (such as &lt;) instead of < and >"
        case several = "it names more than one identity on one line"
        case unclosed = "the > after the e-mail address is missing"
        case trailing = "there is text after <e-mail>"
        case noBrackets = "the e-mail address is not in < and >"
        case noAddress = "there is no <e-mail>"
        case noName = "there is no name before <e-mail>"
    }

    package let identities: [Identity]
    package let problem: Problem?

    /// The identity of a value that is exactly one `Name <email>`.
    package var only: Identity? { problem == nil ? identities.first : nil }
}

/// Reads `Name <email>`, and what people and web forms make of it.
package enum IdentityParser {
    /// The most bytes of a value that are read.
    static let limit = 4096

    /// Reads every identity that can be made out; the problem says why the value is not exactly one `Name <email>`.
    package static func read(_ value: String) -> IdentityReading {
        let raw = Array(value.utf8.prefix(limit))
        let decoded = Entities.decoded(raw)
        var scan = Scan(bytes: decoded ?? raw)
        scan.run()
        return IdentityReading(
            identities: scan.identities, problem: outerProblem(value, hasEntities: decoded != nil) ?? scan.outcome)
    }

    /// What is wrong with the value as a whole.
    private static func outerProblem(_ value: String, hasEntities: Bool) -> IdentityReading.Problem? {
        if value.utf8.allSatisfy(\.isBlank) { return .empty }
        if value.utf8.count > limit { return .tooLong }
        return hasEntities ? .entity : nil
    }
}

/// One pass over a value.
private struct Scan {
    let bytes: [UInt8]
    var identities: [Identity] = []
    var problem: IdentityReading.Problem?

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The problem to name when there is more than one.
    var outcome: IdentityReading.Problem? {
        if identities.count > 1 { return .several }
        return problem ?? (identities.first?.name.isEmpty == true ? .noName : nil)
    }

    mutating func run() {
        var nameStart = 0
        while let open = bytes[nameStart...].firstIndex(of: UInt8(ascii: "<")) {
            let stop = bytes[(open + 1)...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
            let isClosed = stop.map { bytes[$0] == UInt8(ascii: ">") } ?? false
            var address = bytes[(open + 1)..<(stop ?? bytes.count)]
            if !isClosed {
                problem = .unclosed
                while address.last?.isBlank == true { address.removeLast() }
            }
            if Scan.isAddress(address) {
                add(name: bytes[nameStart..<open], address: address)
            } else if isClosed {
                problem = problem ?? .noAddress
            }
            // An inner < begins the next identity.
            nameStart = stop.map { isClosed ? $0 + 1 : $0 } ?? bytes.count
        }
        let rest = bytes[nameStart...]
        let found = identities.count
        readBare(rest)
        if identities.count > found {
            problem = problem ?? .noBrackets
        } else if identities.isEmpty {
            problem = problem ?? .noAddress
        } else if !rest.allSatisfy(\.isBlank) {
            problem = problem ?? .trailing
        }
    }

    /// Addresses without brackets: each takes the words before it as its name.
    private mutating func readBare(_ text: ArraySlice<UInt8>) {
        var nameStart = text.startIndex
        for word in text.split(whereSeparator: \.isBlank) where word.contains(UInt8(ascii: "@")) {
            let punctuation = Array("()[],;:'\"".utf8)
            var address = word
            while let first = address.first, punctuation.contains(first) { address.removeFirst() }
            while let last = address.last, punctuation.contains(last) { address.removeLast() }
            guard Scan.isAddress(address) else { continue }
            add(name: text[nameStart..<word.startIndex], address: address)
            nameStart = word.endIndex
        }
    }

    private mutating func add(name: ArraySlice<UInt8>, address: ArraySlice<UInt8>) {
        var name = name
        let separators = Array(",;&+ \t".utf8)
        while let first = name.first, separators.contains(first) { name.removeFirst() }
        while let last = name.last, separators.contains(last) { name.removeLast() }
        var text = String(decoding: name, as: UTF8.self)
        if !identities.isEmpty, text.hasPrefix("and ") { text.removeFirst(4) }
        identities.append(Identity(name: text, email: String(decoding: address, as: UTF8.self)))
    }

    /// Something on both sides of one @, and nothing that no address holds.
    private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
        guard let at = text.firstIndex(of: UInt8(ascii: "@")), at > text.startIndex, at + 1 < text.endIndex else {
            return false
        }
        return text.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") }
            && text[(at + 1)...].firstIndex(of: UInt8(ascii: "@")) == nil
    }
}

/// The entities that web forms leave in trailers.
private enum Entities {
    private static let all: [(name: [UInt8], byte: UInt8)] =
        ["&lt;", "&#60;", "&#x3c;"].map { (Array($0.utf8), UInt8(ascii: "<")) }
        + ["&gt;", "&#62;", "&#x3e;"].map { (Array($0.utf8), UInt8(ascii: ">")) }

    /// Nil when there is none.
    static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.contains(UInt8(ascii: "&")) else { return nil }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let entity = all.first { bytes[index...].prefix($0.name.count).lazy.map(\.folded).elementsEqual($0.name) }
            result.append(entity?.byte ?? bytes[index])
            index += entity?.name.count ?? 1
        }
        return result.count == bytes.count ? nil : result
    }
}
