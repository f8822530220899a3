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
    /// Why the file cannot be read as a whole: then `after` holds what its added lines seem to ask for, beside what was
    /// understood.
    let problem: DocumentError?

    /// Nil where nothing is left, or nothing changed.
    init?(_ path: Path, _ format: any ManifestFormat, base: [UInt8]?, head: [UInt8]?) {
        guard let head, head != base else { return nil }
        self.path = path
        self.format = format
        do {
            after = try ManifestChange.read(head, path, format, besides: base ?? [])
            problem = after.gap
            before = base.map { ManifestChange.old($0, path, format) }
        } catch {
            after = ManifestChange.fallback(head, format, besides: base ?? [])
            problem = DocumentError(reading: error)
            before = base.map { ManifestChange.fallback($0, format) }
        }
    }

    /// What was not understood is read by its lines besides.
    private static func read(
        _ bytes: [UInt8], _ path: Path, _ format: any ManifestFormat, besides base: [UInt8] = []
    ) throws -> Manifest {
        var manifest = try format.read(bytes, path: path)
        guard manifest.gap != nil else { return manifest }
        let seen = Set(manifest.dependencies.map(\.line))
        let lines = format.dependencies(inLinesOf: bytes, besides: base)
        manifest.dependencies += lines.filter { !seen.contains($0.line) }
        return manifest
    }

    /// What stood there before may be unreadable too.
    private static func old(_ bytes: [UInt8], _ path: Path, _ format: any ManifestFormat) -> Manifest {
        do { return try read(bytes, path, format) } catch { return fallback(bytes, format) }
    }

    private static func fallback(
        _ bytes: [UInt8], _ format: any ManifestFormat, besides base: [UInt8] = []
    ) -> Manifest {
        var manifest = Manifest()
        manifest.dependencies = format.dependencies(inLinesOf: bytes, besides: base)
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
