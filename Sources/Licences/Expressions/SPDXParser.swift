// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Why a text is no licence expression.
package struct SPDXError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In bytes from the text's beginning.
    package let offset: Int
    /// A sentence, with words of the text in it: escape it at the exit.
    package let reason: String

    package var description: String { reason }
}

extension SPDXExpression {
    /// Longest text that is read, in bytes; the longest expression in the wild has some two hundred.
    package static let sizeLimit = 4096
    /// Parentheses within parentheses.
    static let depthLimit = 32

    /// Blanks before and after it do not count. Throws for what is outside the grammar, and above the limits.
    package init(_ text: some Collection<UInt8>) throws(SPDXError) {
        guard text.count <= SPDXExpression.sizeLimit else {
            throw SPDXError(
                offset: SPDXExpression.sizeLimit, reason: "it has more than \(SPDXExpression.sizeLimit) bytes")
        }
        var parser = SPDXParser(Array(text))
        self = try parser.expression()
    }

    package init(_ text: String) throws(SPDXError) { try self.init(Array(text.utf8)) }
}

/// Recursive descent over the bytes: OR binds less than AND, AND less than WITH.
struct SPDXParser {
    private var tokens: SPDXTokens
    private var next: SPDXTokens.Token
    private var depth = 0
    private var issues: [SPDXExpression.Issue] = []

    init(_ bytes: [UInt8]) {
        tokens = SPDXTokens(bytes)
        next = SPDXTokens.Token(kind: .end, offset: 0)
    }

    mutating func expression() throws(SPDXError) -> SPDXExpression {
        next = try tokens.next()
        if next.kind == .end { throw SPDXError(offset: 0, reason: "it is empty") }
        let root = try alternatives()
        guard next.kind == .end else { throw unexpected("AND or OR") }
        return SPDXExpression(root: root, issues: issues)
    }

    private mutating func alternatives() throws(SPDXError) -> SPDXExpression.Node {
        var nodes = [try conjunction()]
        while next.kind == .or {
            try advance()
            nodes.append(try conjunction())
        }
        return nodes.count == 1
            ? nodes[0] : .any(nodes.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } })
    }

    private mutating func conjunction() throws(SPDXError) -> SPDXExpression.Node {
        var nodes = [try simple()]
        while next.kind == .and {
            try advance()
            nodes.append(try simple())
        }
        return nodes.count == 1
            ? nodes[0] : .all(nodes.flatMap { if case .all(let inner) = $0 { inner } else { [$0] } })
    }

    private mutating func simple() throws(SPDXError) -> SPDXExpression.Node {
        switch next.kind {
        case .open:
            let start = next.offset
            depth += 1
            guard depth <= SPDXExpression.depthLimit else {
                throw SPDXError(
                    offset: start, reason: "it has more than \(SPDXExpression.depthLimit) parentheses within another")
            }
            try advance()
            let node = try alternatives()
            guard next.kind == .close else {
                throw next.kind == .end
                    ? SPDXError(offset: start, reason: "a '(' is not closed") : unexpected("AND, OR or ')'")
            }
            depth -= 1
            try advance()
            if next.kind == .with {
                throw SPDXError(offset: next.offset, reason: "WITH binds to one licence, and not to parentheses")
            }
            return node
        case .id(let id): return .term(try term(id, at: next.offset))
        default: throw unexpected("a licence")
        }
    }

    /// A licence, and the exception behind it.
    private mutating func term(_ id: SPDXTokens.ID, at offset: Int) throws(SPDXError) -> SPDXExpression.Term {
        if id.kind == .additionReference {
            throw SPDXError(offset: offset, reason: "AdditionRef- names an exception, and goes behind WITH")
        }
        if id.isOrLater, id.kind == .licenceReference {
            throw SPDXError(offset: offset, reason: "'+' goes behind an id of the list, and not behind LicenseRef-")
        }
        let name = canonical(id, isException: false, at: offset)
        try advance()
        guard next.kind == .with else { return SPDXExpression.Term(id: name.id, isOrLater: name.isOrLater) }
        try advance()
        guard case .id(let exception) = next.kind else { throw unexpected("an exception") }
        if exception.isOrLater { throw SPDXError(offset: next.offset, reason: "'+' does not go behind an exception") }
        if exception.kind == .licenceReference {
            throw SPDXError(
                offset: next.offset, reason: "LicenseRef- names a licence; behind WITH write AdditionRef-NAME")
        }
        let addition = canonical(exception, isException: true, at: next.offset).id
        try advance()
        if next.kind == .with { throw SPDXError(offset: next.offset, reason: "a licence takes one WITH") }
        return SPDXExpression.Term(id: name.id, isOrLater: name.isOrLater, exception: addition)
    }

    /// An id as the list writes it, and whether its `+` is one of its own: `GPL-2.0+` is on the list as such.
    private mutating func canonical(_ id: SPDXTokens.ID, isException: Bool, at offset: Int) -> (
        id: String, isOrLater: Bool
    ) {
        guard id.kind == .plain else { return (id.text, false) }
        if let issue = SPDXExpression.issue(
            with: id.text, isOrLater: id.isOrLater, isException: isException, at: offset)
        {
            issues.append(issue)
        }
        if id.isOrLater, let entry = LicenceList.entry(id.text + "+") { return (entry.id, false) }
        return (LicenceList.entry(id.text)?.id ?? id.text, id.isOrLater)
    }

    private mutating func advance() throws(SPDXError) { next = try tokens.next() }

    private func unexpected(_ wanted: String) -> SPDXError {
        let found =
            switch next.kind {
            case .end: "it ends"
            case .open: "there is '('"
            case .close: "there is ')'"
            case .and: "there is AND"
            case .or: "there is OR"
            case .with: "there is WITH"
            case .id(let id): "there is \(quoted(id.text))"
            }
        return SPDXError(offset: next.offset, reason: "\(found) where \(wanted) should stand")
    }
}
