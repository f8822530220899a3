// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// A `REUSE.toml` (REUSE 3.3, "REUSE.toml") or a `.reuse/dep5`: what it says of which files.
package struct ReuseTable: Sendable {
    /// In how far it stands above what the files say themselves.
    package enum Precedence: String, Sendable, CaseIterable {
        /// Where a file says nothing.
        case closest
        /// Besides what a file says.
        case aggregate
        /// Instead of it.
        case override
    }

    /// One `[[annotations]]` table, or one `Files:` paragraph.
    package struct Annotation: Sendable {
        let patterns: [ReusePattern]
        package let precedence: Precedence
        /// Copyright notices, with or without prefix.
        package let notices: [String]
        package let expressions: [String]
        /// From 1.
        package let line: Int
    }

    /// Larger ones are not read, in bytes.
    package static let sizeLimit = 1 << 20
    /// Paths of all annotations together: each is held against each judged file.
    private static let pathLimit = 10_000

    /// Where it stands.
    package let path: Path
    package let annotations: [Annotation]

    init(path: Path, annotations: [Annotation]) {
        self.path = path
        self.annotations = annotations
    }

    /// Reads a `REUSE.toml`. Throws for what is none, and for a version that is not read.
    package init(toml bytes: [UInt8], at path: Path) throws(ReuseTableError) {
        let document: Document
        do throws(DocumentError) { document = try TOMLReader.read(bytes) } catch {
            throw ReuseTableError(path: path, line: error.line, reason: error.reason)
        }
        func refuse(_ line: Int?, _ reason: String) -> ReuseTableError {
            ReuseTableError(path: path, line: line, reason: reason)
        }
        guard let version = document["version"]?.text else {
            throw refuse(1, "'version' is missing: write version = 1")
        }
        guard version == "1" else {
            throw refuse(document["version"]?.line, "version \(quoted(version)) is not known: write version = 1")
        }
        var paths = 0
        var annotations: [Annotation] = []
        for item in document["annotations"]?.items ?? [] {
            let annotation = try Annotation(item, refuse)
            annotations.append(annotation)
            paths += annotation.patterns.count
            guard paths <= ReuseTable.pathLimit else {
                throw refuse(item.line, "it has more than \(ReuseTable.pathLimit) paths")
            }
        }
        self.init(path: path, annotations: annotations)
    }

    /// The annotation that counts for a file: the last that names it. `file`: from the repository's root.
    package func annotation(of file: Path) -> Annotation? {
        let folder = isDep5 ? Path("") : path.folder
        let relative = file.bytes.dropFirst(folder.bytes.isEmpty ? 0 : folder.bytes.count + 1)
        return annotations.last { $0.patterns.contains { $0.matches(relative) } }
    }

    /// The licences that it names for whatever files.
    package var licences: [Licensing.Statement] { annotations.flatMap { Licensing($0, of: self).licences } }

    /// Debian's format: it always adds, and stands for the whole repository.
    package var isDep5: Bool { path == ReuseTable.dep5 }

    package static let name = "REUSE.toml"
    package static let dep5 = Path(".reuse/dep5")
}

/// Why a `REUSE.toml` or `.reuse/dep5` says nothing.
package struct ReuseTableError: Error, Hashable, Sendable {
    package let path: Path
    /// From 1; nil where it concerns the whole file.
    package let line: Int?
    /// With words of the file in it: escape it at the exit.
    package let reason: String
}

extension ReuseTable.Annotation {
    fileprivate init(_ item: Document, _ refuse: (Int?, String) -> ReuseTableError) throws(ReuseTableError) {
        func texts(_ key: String) throws(ReuseTableError) -> [String] {
            guard let value = item[key] else { return [] }
            switch value.value {
            case .text(let text): return [text]
            case .list(let items):
                let texts = items.compactMap(\.text)
                guard texts.count == items.count else {
                    throw refuse(value.line, "'\(key)' holds something else than texts")
                }
                return texts
            case .bool, .null, .map: throw refuse(value.line, "'\(key)' is neither a text nor a list of texts")
            }
        }
        let paths = try texts("path")
        guard !paths.isEmpty else { throw refuse(item.line, "an annotation has no 'path'") }
        var patterns: [ReusePattern] = []
        for path in paths {
            guard let pattern = ReusePattern(path, .toml) else {
                throw refuse(item.line, "a path is longer than any file's")
            }
            patterns.append(pattern)
        }
        let written = item["precedence"]?.text ?? ReuseTable.Precedence.closest.rawValue
        guard let precedence = ReuseTable.Precedence(rawValue: written) else {
            let known = ReuseTable.Precedence.allCases.map(\.rawValue)
            let hint = closest(to: written, of: known).map { "; did you mean '\($0)'?" } ?? ""
            throw refuse(
                item["precedence"]?.line,
                "'precedence' is closest, aggregate or override, and not \(quoted(written))\(hint)")
        }
        self.init(
            patterns: patterns, precedence: precedence, notices: try texts("SPDX-FileCopyrightText"),
            expressions: try texts("SPDX-License-Identifier"), line: item.line ?? 1)
    }
}
