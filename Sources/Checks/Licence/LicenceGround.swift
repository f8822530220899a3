// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Licences

/// Whose licences and copyrights stand at base already: in licence files, in `LICENSES/`, in manifests, and in the
/// first lines of a file's neighbours. Folders are looked at when something in them is asked for.
final class LicenceGround {
    /// What stands in a folder.
    struct Facts {
        var families: Set<String> = []
        var claims: [CopyrightClaim] = []

        mutating func add(_ text: ArraySlice<UInt8>) {
            for notice in LicenceNotices.find(in: text) { families.insert(notice.family) }
            claims += CopyrightClaim.all(in: text)
        }

        mutating func add(_ other: Facts) {
            families.formUnion(other.families)
            claims += other.claims
        }
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
    private var stated: [Path: Facts] = [:]
    private var sampled: [Path: Facts] = [:]
    private var project: [CopyrightClaim]?

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// The ground under the files of a change, made once for each worker.
    static func under(_ change: CommitChange) -> LicenceGround {
        change.base.once(LicenceGround.self) { LicenceGround($0) }
    }

    /// What stands for a file in the licence files of its folder and of those above.
    func stated(for path: Path) throws -> Facts {
        var facts = Facts()
        var folder = path.folder
        while true {
            facts.add(try statements(in: folder))
            if folder.bytes.isEmpty { return facts }
            folder = folder.folder
        }
    }

    /// What a folder's licence files say; at the root `LICENSES/` and the manifests too.
    private func statements(in folder: Path) throws -> Facts {
        if let known = stated[folder] { return known }
        var facts = Facts()
        for entry in try tree.entries(in: folder) where entry.kind == .file && LicenceFiles.isLicenceFile(entry.name) {
            facts.add(text(of: folder.appending(entry.name)).prefix(LicenceGround.textLimit))
        }
        if folder.bytes.isEmpty {
            for entry in try tree.entries(in: Path("LICENSES")) where entry.kind == .file {
                facts.families.insert(LicenceFiles.family(ofFile: entry.name))
            }
        }
        for entry in try tree.entries(in: folder) where entry.kind == .file && LicenceFiles.namesLicence(entry.name) {
            let path = folder.appending(entry.name)
            let licences = ManifestLicences.read(text(of: path), path)
            facts.families.formUnion(licences.flatMap { LicenceFiles.families(of: $0.value) })
        }
        stated[folder] = facts
        return facts
    }

    /// Whose lines stand in files all over the project: its licence file need not name its holders.
    func projectClaims() throws -> [CopyrightClaim] {
        if let project { return project }
        var facts = Facts()
        var folders = [Path("")]
        var next = 0
        while next < min(folders.count, LicenceGround.sampledFolders) {
            let folder = folders[next]
            next += 1
            let entries = try tree.entries(in: folder)
            folders += entries.filter { $0.kind == .folder }.map { folder.appending($0.name) }
            let files = entries.filter { $0.kind == .file }.map { folder.appending($0.name) }
                .filter { LicenceFiles.language(of: $0) != nil }
            if !files.isEmpty { readHead(of: files[files.count / 2], into: &facts) }
        }
        project = facts.claims
        return facts.claims
    }

    /// What stands in the files beside one; asked last, for it reads the most.
    func neighbours(of path: Path) throws -> Facts { try neighbours(in: path.folder) }

    private func neighbours(in folder: Path) throws -> Facts {
        if let known = sampled[folder] { return known }
        let files = try tree.entries(in: folder).filter { $0.kind == .file }
        let step = max(1, files.count / LicenceGround.neighbours)
        var facts = Facts()
        for index in stride(from: 0, to: files.count, by: step) {
            readHead(of: folder.appending(files[index].name), into: &facts)
        }
        sampled[folder] = facts
        return facts
    }

    private func readHead(of path: Path, into facts: inout Facts) {
        facts.add(text(of: path).prefix(LicenceGround.headLimit))
    }

    /// Nothing for a file beyond the limit, or one that is not in the clone: it speaks for no other.
    private func text(of path: Path) -> [UInt8] {
        do { return try tree.bytes(of: path, limit: LicenceGround.sourceLimit) ?? [] } catch { return [] }
    }
}

extension LicenceGround.Facts {
    /// Whether a licence stands, or one under whose terms it may be taken: LGPL 2.1, section 3, and GPL 3.0, section
    /// 13, let a work go on under the stricter one.
    func stands(_ family: String) -> Bool {
        families.contains(family) || (LicenceGround.stricter[family] ?? []).contains(where: families.contains)
    }
}

extension LicenceGround {
    fileprivate static let stricter = ["LGPL": ["GPL", "AGPL"], "GPL": ["AGPL"]]
}
