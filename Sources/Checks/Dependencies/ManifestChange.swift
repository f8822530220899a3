// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Documents
import Gate

/// A manifest that the range changed, as it was and as it is.
struct ManifestChange {
    let path: Path
    let format: any ManifestFormat
    /// Nil where there was none.
    let before: Manifest?
    let after: Manifest
    /// Why the file as a whole cannot be read: then `after` holds what its added lines seem to ask for.
    let problem: DocumentError?

    /// Nil where nothing is left, or nothing changed.
    init?(_ path: Path, _ format: any ManifestFormat, base: [UInt8]?, head: [UInt8]?) {
        guard let head, head != base else { return nil }
        self.path = path
        self.format = format
        do {
            after = try format.read(head, path: path)
            problem = nil
            before = base.map { ManifestChange.read($0, path, format) }
        } catch {
            let known = Set(ManifestChange.lines(base ?? []).map(\.text))
            after = ManifestChange.fallback(ManifestChange.lines(head).filter { !known.contains($0.text) }, format)
            problem = DocumentError(reading: error)
            before = base.map { ManifestChange.fallback(ManifestChange.lines($0), format) }
        }
    }

    /// What stood there before may be unreadable too.
    private static func read(_ bytes: [UInt8], _ path: Path, _ format: any ManifestFormat) -> Manifest {
        do { return try format.read(bytes, path: path) } catch { return fallback(lines(bytes), format) }
    }

    private static func lines(_ bytes: [UInt8]) -> [(number: Int, text: ArraySlice<UInt8>)] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
    }

    private static func fallback(_ lines: [(number: Int, text: ArraySlice<UInt8>)], _ format: any ManifestFormat)
        -> Manifest
    {
        var manifest = Manifest()
        manifest.dependencies = lines.flatMap { format.dependencies(inLine: $0.text, number: $0.number) }
        return manifest
    }

    /// Says of a finding that it rests on lines alone.
    var basis: [String] {
        problem.map {
            [
                "the file cannot be read as a whole (\(VisibleText.of($0.description, limit: 200))): judged by its added lines"
            ]
        } ?? []
    }
}

/// A lockfile that the range changed, as it was and as it is.
struct LockfileChange {
    let path: Path
    let format: any LockfileFormat
    /// Nil where there was none that can be read.
    let before: Lockfile?
    /// Nil where it cannot be read.
    let after: Lockfile?
    /// Why it cannot be read, or could not before: then nothing is compared.
    let problem: DocumentError?

    init?(_ path: Path, _ format: any LockfileFormat, base: [UInt8]?, head: [UInt8]?) {
        guard let head, head != base else { return nil }
        self.path = path
        self.format = format
        var problem: DocumentError?
        func read(_ bytes: [UInt8]) -> Lockfile? {
            do { return try format.read(bytes, path: path) } catch {
                problem = DocumentError(reading: error)
                return nil
            }
        }
        before = base.flatMap(read)
        after = read(head)
        self.problem = problem
    }
}

extension DocumentError {
    /// Formats have errors of their own; all of them say that a file cannot be read, for reading touches nothing else.
    fileprivate init(reading error: any Error) {
        self = (error as? DocumentError) ?? DocumentError("\(error)")
    }
}
