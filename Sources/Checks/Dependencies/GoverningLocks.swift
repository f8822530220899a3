// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// The lockfiles of a state, each read once.
final class GoverningLocks {
    struct Lock {
        let path: Path
        let format: any LockfileFormat
        let lockfile: Lockfile
        /// As `Dependency.lockName`.
        let names: Set<String>
        /// Why it cannot be read: then it names nothing, and is no evidence of any package.
        var problem: String?

        /// Says of a finding that the lockfile could not be asked.
        var unreadable: String? { problem.map { "\(path.visible) cannot be read: \($0)" } }
    }

    private let tree: any FileTree
    private var locks: [Path: Lock?] = [:]

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// In the manifest's folder and in every folder above it, of its ecosystem; nearest first. One that cannot be read
    /// counts beside its manifest, where it must not look like none.
    func governing(_ manifest: ManifestChange) throws -> [Lock] {
        var found: [Lock] = []
        var folder = manifest.path.folder
        while true {
            for entry in try tree.entries(in: folder) where entry.kind == .file {
                let path = folder.appending(entry.name)
                guard let format = Formats.all.lockfile(path), format.ecosystem == manifest.format.ecosystem,
                    format.locks(manifest.path)
                else { continue }
                let isOwn = folder == manifest.path.folder
                guard isOwn || format.reachesDown, let lock = try lock(path, format) else { continue }
                if isOwn || lock.problem == nil && reaches(lock, manifest) { found.append(lock) }
            }
            if folder.bytes.isEmpty { return found }
            folder = folder.folder
        }
    }

    /// A lockfile above a manifest says of which folders it is, or names the manifest's package as the project's own;
    /// where it does neither, it has to name most of what the manifest asks for.
    private func reaches(_ lock: Lock, _ manifest: ManifestChange) -> Bool {
        if let members = lock.lockfile.members {
            let above = lock.path.folder.bytes
            let inside = manifest.path.folder.bytes.dropFirst(above.isEmpty ? 0 : above.count + 1)
            return members.contains { $0.utf8.elementsEqual(inside) }
        }
        if manifest.format.ecosystem == .cargo {
            let own = Set(lock.lockfile.packages.filter { $0.source == .local }.map(\.name))
            return manifest.after.defines.contains(where: own.contains)
        }
        let asked = manifest.after.dependencies.filter(\.isLocked)
        return 2 * asked.count { lock.names.contains($0.lockName) } >= asked.count
    }

    private func lock(_ path: Path, _ format: any LockfileFormat) throws -> Lock? {
        if let known = locks[path] { return known }
        var lock: Lock?
        if let bytes = try tree.bytes(of: path, limit: DependencyChanges.limit) {
            do {
                let lockfile = try format.read(bytes, path: path)
                let names = Set(lockfile.packages.map { format.ecosystem.lockName($0.name) })
                lock = Lock(path: path, format: format, lockfile: lockfile, names: names)
            } catch {
                let problem = VisibleText.of("\(error)", limit: 200)
                lock = Lock(path: path, format: format, lockfile: Lockfile(), names: [], problem: problem)
            }
        }
        locks[path] = lock
        return lock
    }
}

/// The packages that a repository's own manifests define, looked for only when one of them may explain a finding.
final class OwnPackages {
    /// Folders that are looked into.
    private static let folderLimit = 20_000

    private let tree: any FileTree
    private var names: [Ecosystem: Set<String>]?

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    func contains(_ dependency: Dependency) throws -> Bool {
        let names = try names ?? found()
        self.names = names
        return names[dependency.ecosystem]?.contains(dependency.lockName) == true
    }

    private func found() throws -> [Ecosystem: Set<String>] {
        var names: [Ecosystem: Set<String>] = [:]
        var folders = [Path([])]
        var seen = 0
        while let folder = folders.popLast(), seen < OwnPackages.folderLimit {
            seen += 1
            for entry in try tree.entries(in: folder) {
                let path = folder.appending(entry.name)
                if entry.kind == .folder { folders.append(path) }
                guard entry.kind == .file, let format = Formats.all.manifest(path),
                    let bytes = try tree.bytes(of: path, limit: DependencyChanges.limit)
                else { continue }
                do {
                    let defined = try format.read(bytes, path: path).defines
                    names[format.ecosystem, default: []].formUnion(defined.map(format.ecosystem.lockName))
                } catch {
                    // It defines nothing that anybody could read.
                }
            }
        }
        return names
    }
}
