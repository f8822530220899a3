// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Licences

/// Whose licences and copyrights stand at base already: in licence files, in `LICENSES/`, in manifests, and in the
/// first lines of a file's neighbours. Folders are looked at when something in them is asked for.
final class LicenceGround {
    /// What stands in some files; each of the two is looked for when it is first asked for.
    final class Facts {
        private let tree: any FileTree
        private let paths: [Path]
        private let limit: Int
        private let declared: Set<String>
        private(set) lazy var families = paths.reduce(into: declared) { families, path in
            for notice in LicenceNotices.find(in: text(of: path)) { families.insert(notice.family) }
        }
        private(set) lazy var claims = paths.flatMap { CopyrightClaim.all(in: text(of: $0)) }

        /// `limit`: bytes of each file that count; `declared`: families that are known without reading.
        init(_ tree: any FileTree, _ paths: [Path], limit: Int, declared: Set<String> = []) {
            self.tree = tree
            self.paths = paths
            self.limit = limit
            self.declared = declared
        }

        private func text(of path: Path) -> ArraySlice<UInt8> { LicenceGround.text(of: path, in: tree).prefix(limit) }
    }

    /// What stands in the folders above a file.
    struct Statements {
        let folders: [Facts]
        var families: Set<String> { folders.reduce(into: []) { $0.formUnion($1.families) } }
        var claims: [CopyrightClaim] { folders.flatMap(\.claims) }
    }

    /// Bytes of a licence file, and of a neighbour's beginning, that are read.
    private static let textLimit = 256 << 10
    private static let headLimit = 4 << 10
    /// Neighbours of a file that are read, evenly spread over the folder.
    private static let neighbours = 8
    /// Larger files are no source.
    private static let sourceLimit = 512 << 10

    /// Folders, the upper ones first, of each of which a file is read to learn the project's holders.
    private static let sampledFolders = 16

    private let tree: any FileTree
    /// What the project itself says where nothing stood before: a project has one licence, and not one for each folder.
    private let beginning: LicenceGround?
    private var stated: [Path: Facts] = [:]
    private var sampled: [Path: Facts] = [:]
    private var project: [CopyrightClaim]?

    /// `beginning`: of whose files those of the root stand too.
    init(_ tree: any FileTree, beginning: (any FileTree)? = nil) {
        self.tree = tree
        self.beginning = beginning.map { LicenceGround($0) }
    }

    /// The ground under the files of a change, made once for each worker.
    static func under(_ change: CommitChange) -> LicenceGround {
        change.base.once(LicenceGround.self) { LicenceGround($0, beginning: change.base.beginning) }
    }

    /// What stands for a file in the licence files of its folder and of those above.
    func stated(for path: Path) throws -> Statements {
        var folders: [Facts] = []
        var folder = path.folder
        while true {
            folders.append(try statements(in: folder))
            if folder.bytes.isEmpty {
                let own = try beginning?.statements(in: folder)
                return Statements(folders: folders + [own].compactMap(\.self))
            }
            folder = folder.folder
        }
    }

    /// What a folder's licence files say; at the root `LICENSES/` and the manifests too.
    private func statements(in folder: Path) throws -> Facts {
        if let known = stated[folder] { return known }
        var paths: [Path] = []
        var declared: Set<String> = []
        for entry in try tree.entries(in: folder) where entry.kind == .file && LicenceFiles.isLicenceFile(entry.name) {
            paths.append(folder.appending(entry.name))
        }
        if folder.bytes.isEmpty {
            for entry in try tree.entries(in: Path("LICENSES")) where entry.kind == .file {
                declared.insert(LicenceFiles.family(ofFile: entry.name))
            }
        }
        for entry in try tree.entries(in: folder) where entry.kind == .file && LicenceFiles.namesLicence(entry.name) {
            let path = folder.appending(entry.name)
            let licences = ManifestLicences.manifest(LicenceGround.text(of: path, in: tree), path)?.licences ?? []
            declared.formUnion(licences.flatMap { LicenceFiles.families(of: $0.value) })
        }
        let facts = Facts(tree, paths, limit: LicenceGround.textLimit, declared: declared)
        stated[folder] = facts
        return facts
    }

    /// Whose lines stand in files all over the project: its licence file need not name its holders.
    func projectClaims() throws -> [CopyrightClaim] {
        if let project { return project }
        var sample: [Path] = []
        var folders = [Path("")]
        var next = 0
        while next < min(folders.count, LicenceGround.sampledFolders) {
            let folder = folders[next]
            next += 1
            let entries = try tree.entries(in: folder)
            folders += entries.filter { $0.kind == .folder }.map { folder.appending($0.name) }
            let files = entries.filter { $0.kind == .file }.map { folder.appending($0.name) }
                .filter { LicenceFiles.language(of: $0) != nil }
            if !files.isEmpty { sample.append(files[files.count / 2]) }
        }
        let claims = Facts(tree, sample, limit: LicenceGround.headLimit).claims
        project = claims
        return claims
    }

    /// What stands in the files beside one; asked last, for it reads the most.
    func neighbours(of path: Path) throws -> Facts { try neighbours(in: path.folder) }

    private func neighbours(in folder: Path) throws -> Facts {
        if let known = sampled[folder] { return known }
        let files = try tree.entries(in: folder).filter { $0.kind == .file }
        let step = max(1, files.count / LicenceGround.neighbours)
        let sample = stride(from: 0, to: files.count, by: step).map { folder.appending(files[$0].name) }
        let facts = Facts(tree, sample, limit: LicenceGround.headLimit)
        sampled[folder] = facts
        return facts
    }

    /// Nothing for a file beyond the limit, or one that is not in the clone: it speaks for no other.
    private static func text(of path: Path, in tree: any FileTree) -> [UInt8] {
        do { return try tree.bytes(of: path, limit: sourceLimit) ?? [] } catch { return [] }
    }
}

extension Set<String> {
    /// Whether a licence stands, or one under whose terms it may be taken: LGPL 2.1, section 3, and GPL 3.0, section
    /// 13, let a work go on under the stricter one.
    func stands(_ family: String) -> Bool {
        contains(family) || (LicenceGround.stricter[family] ?? []).contains(where: contains)
    }
}

extension LicenceGround {
    fileprivate static let stricter = ["LGPL": ["GPL", "AGPL"], "GPL": ["AGPL"]]
}
