// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What is said of a file's licence and copyright, and where: in the file, beside it, or in tables above it.
package struct Licensing: Hashable, Sendable {
    package enum Source: String, Sendable {
        case header
        /// `NAME.license`.
        case sidecar
        /// `REUSE.toml`.
        case table
        case dep5
    }

    /// One licence expression, as written.
    package struct Statement: Hashable, Sendable {
        package let value: [UInt8]
        package let source: Source
        package let path: Path
        package let line: Int
        package var isInSnippet = false
        /// It is surely meant as a tag: it stands behind a comment's opener and nothing else, or in a file that is for
        /// tags.
        package var isSure = true
    }

    package private(set) var licences: [Statement] = []
    /// Copyright notices, as written.
    package private(set) var notices: [Statement] = []

    package init() {}

    /// Of the file itself or its sidecar.
    init(_ tags: LicenceTags, _ source: Source, at path: Path) {
        licences = tags.tags.map { tag in
            Statement(
                value: tag.value, source: source, path: path, line: tag.line, isInSnippet: tag.isInSnippet,
                isSure: tag.standsAlone || source == .sidecar)
        }
        notices = tags.notices.map { notice in
            Statement(
                value: notice.text, source: source, path: path, line: notice.line, isInSnippet: notice.isInSnippet)
        }
    }

    /// Of a table.
    init(_ annotation: ReuseTable.Annotation, of table: ReuseTable) {
        func statement(_ text: String) -> Statement {
            Statement(
                value: Array(text.utf8), source: table.isDep5 ? .dep5 : .table, path: table.path, line: annotation.line)
        }
        licences = annotation.expressions.map(statement)
        notices = annotation.notices.filter { CopyrightNotice(in: Array($0.utf8), isBare: true) != nil }.map(statement)
    }

    mutating func add(_ other: Licensing) {
        licences += other.licences
        notices += other.notices
    }

    mutating func addLicences(of other: Licensing) { licences += other.licences }
    mutating func addNotices(of other: Licensing) { notices += other.notices }

    package var isEmpty: Bool { licences.isEmpty && notices.isEmpty }
}

extension Licensing.Statement {
    /// Nil for what is outside the grammar.
    package var expression: SPDXExpression? {
        do throws(SPDXError) { return try SPDXExpression(value) } catch { return nil }
    }
}
