// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The names of all packages that the lockfiles of a state of a repository name.
package struct LockedNames {
    /// Of a lockfile; a larger one is not read, which is said.
    private static let limit = 64 << 20

    /// `ECOSYSTEM NAME`, sorted, each once.
    package let names: [String]
    package let lockfiles: Int
    /// Lockfiles that could not be read, and why.
    package let unread: [(path: Path, reason: String)]

    package init(_ tree: any FileTree) throws {
        var names: Set<String> = []
        var unread: [(path: Path, reason: String)] = []
        var lockfiles = 0
        var folders = [Path([])]
        while let folder = folders.popLast() {
            for entry in try tree.entries(in: folder) {
                let path = folder.appending(entry.name)
                if entry.kind == .folder, !entry.name.elementsEqual("node_modules".utf8) { folders.append(path) }
                guard entry.kind == .file, let format = Formats.all.lockfile(path),
                    let bytes = try tree.bytes(of: path, limit: LockedNames.limit)
                else { continue }
                lockfiles += 1
                do {
                    let packages = try format.read(bytes, path: path).packages.filter { $0.source != .local }
                    names.formUnion(
                        packages.map(\.name).filter(LockedNames.isName).map { "\(format.ecosystem.rawValue) \($0)" })
                } catch {
                    unread.append((path, "\(error)"))
                }
            }
        }
        self.names = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        self.lockfiles = lockfiles
        self.unread = unread.sorted { $0.path < $1.path }
    }

    /// Nothing that would be another line or a comment of the list.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 300
            && name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && $0 != "#" && $0 != "*" }
    }
}
