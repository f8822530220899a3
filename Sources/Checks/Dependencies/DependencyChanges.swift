// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// What the range did to manifests and lockfiles: both states parsed and compared, no lines of a diff.
struct DependencyChanges {
    /// Of a file; a larger one stops the check, which is said.
    static let limit = 64 << 20

    let manifests: [ManifestChange]
    let lockfiles: [LockfileChange]
    /// What manifests that are no more asked for: moved, it is not added.
    private let moved: Set<Key>

    /// A dependency as its manifest writes it.
    private struct Key: Hashable {
        let ecosystem: Ecosystem
        let name: String
        let requirement: String
        let source: Dependency.Source

        init(_ dependency: Dependency) {
            (ecosystem, name) = (dependency.ecosystem, dependency.name)
            (requirement, source) = (dependency.requirement, dependency.source)
        }
    }

    /// An entry of a manifest that was not there before.
    struct Added {
        let manifest: ManifestChange
        let dependency: Dependency
        /// The entries of that name before; empty for a package that is new to the manifest.
        let old: [Dependency]

        var place: Finding.Place { Finding.Place(path: manifest.path, line: dependency.line) }
        var excerpt: Excerpt {
            Excerpt(line: "\(dependency.ecosystem.rawValue) \(dependency.name) \(dependency.requirement)")
        }
    }

    /// Parsed once for all checks of the range.
    static func of(_ facts: RangeFacts) throws -> DependencyChanges {
        try facts.policy.once(DependencyChanges.self) { _ in try DependencyChanges(facts) }
    }

    private init(_ facts: RangeFacts) throws {
        var manifests: [ManifestChange] = []
        var lockfiles: [LockfileChange] = []
        var moved: Set<Key> = []
        for touch in facts.touched {
            let base = try facts.base.bytes(of: touch.path, limit: DependencyChanges.limit)
            let head = try facts.head.bytes(of: touch.path, limit: DependencyChanges.limit)
            if let format = Formats.all.manifest(touch.path) {
                if let change = ManifestChange(touch.path, format, base: base, head: head) { manifests.append(change) }
                if let base, head == nil, let gone = ManifestChange(touch.path, format, base: nil, head: base) {
                    moved.formUnion(gone.after.dependencies.map(Key.init))
                }
            } else if let format = Formats.all.lockfile(touch.path) {
                if let change = LockfileChange(touch.path, format, base: base, head: head) { lockfiles.append(change) }
            }
        }
        (self.manifests, self.lockfiles, self.moved) = (manifests, lockfiles, moved)
    }

    /// Every entry that its manifest did not hold before, each package once in a manifest.
    var added: [Added] {
        manifests.flatMap { manifest in
            let old = Dictionary(grouping: manifest.before?.dependencies ?? []) { Name($0) }
            let known = Set((manifest.before?.dependencies ?? []).map(Key.init)).union(moved)
            var seen: Set<Key> = []
            return manifest.after.dependencies.filter { !known.contains(Key($0)) && seen.insert(Key($0)).inserted }
                .map { Added(manifest: manifest, dependency: $0, old: old[Name($0)] ?? []) }
        }
    }

    private struct Name: Hashable {
        let ecosystem: Ecosystem
        let name: String

        init(_ dependency: Dependency) {
            (ecosystem, name) = (dependency.ecosystem, dependency.name)
        }
    }
}
