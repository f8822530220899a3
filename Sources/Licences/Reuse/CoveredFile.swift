// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Which files must have licensing information (REUSE 3.3, "Covered and ignored Files"), by their paths: links,
/// submodules and empty files never do.
///
/// As the reuse tool does, `LICENSES/` and `.reuse/` are left out at any depth, and so are `.license` files themselves.
package enum CoveredFile {
    package static func isCovered(_ path: Path) -> Bool {
        var components = path.bytes.split(separator: UInt8(ascii: "/"))[...]
        guard let name = components.popLast() else { return false }
        if components.contains(where: { folder in folders.contains { folder.elementsEqual($0.utf8) } }) { return false }
        // A Meson subproject is a project of its own; what lies beside them is not.
        if components.dropLast().contains(where: { $0.elementsEqual("subprojects".utf8) }) { return false }
        return !isLicenceFile(name) && !isAbout(name)
    }

    private static let folders = ["LICENSES", ".reuse", ".git", ".hg", ".sl"]

    /// `LICENSE`, `LICENCE.md`, `COPYING-GPL`: the text of a licence.
    package static func isLicenceFile(_ name: some Collection<UInt8>) -> Bool {
        ["LICENSE", "LICENCE", "COPYING"].contains { known in
            guard name.starts(with: known.utf8) else { return false }
            let rest = name.dropFirst(known.utf8.count)
            return rest.isEmpty || rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: ".")
        }
    }

    /// What only speaks of other files: `REUSE.toml`, `x.png.license`, SPDX documents.
    private static func isAbout(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        if name.elementsEqual(ReuseTable.name.utf8) || name.elementsEqual(".hgtags".utf8) { return true }
        return endings.contains { name.count >= $0.utf8.count && name.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static let endings = [
        sidecarEnding, ".spdx", ".spdx.rdf", ".spdx.json", ".spdx.xml", ".spdx.yml", ".spdx.yaml",
    ]

    package static let sidecarEnding = ".license"

    /// The file that speaks for one that can hold no comment.
    package static func sidecar(of path: Path) -> Path { Path(path.bytes + Array(sidecarEnding.utf8)) }

    /// The file that a sidecar speaks for; nil for any other file.
    package static func subject(of sidecar: Path) -> Path? {
        let count = sidecarEnding.utf8.count
        guard sidecar.name.count > count, sidecar.bytes.suffix(count).elementsEqual(sidecarEnding.utf8) else {
            return nil
        }
        return Path(Array(sidecar.bytes.dropLast(count)))
    }
}

extension CoveredFile {
    /// Every covered file of a tree, by path; empty ones too. `isSkipped`: whether a folder of that name is left out;
    /// `limit`: files after which no further folders are opened, the deepest first.
    package static func paths(
        in tree: any FileTree, limit: Int = .max, isSkipped: (String) -> Bool = { _ in false }
    ) throws -> [Path] {
        var found: [Path] = []
        var folders = [Path("")]
        while !folders.isEmpty, found.count < limit {
            var below: [Path] = []
            for folder in folders {
                for entry in try tree.entries(in: folder) {
                    let path = folder.appending(entry.name)
                    switch entry.kind {
                    case .folder: if !isSkipped(String(decoding: entry.name, as: UTF8.self)) { below.append(path) }
                    case .file: if isCovered(path) { found.append(path) }
                    case .link, .submodule: break
                    }
                }
            }
            folders = below
        }
        return found.sorted()
    }
}
