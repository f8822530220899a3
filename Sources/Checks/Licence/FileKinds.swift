// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences

/// The files of a tree, by their endings.
final class FileKinds {
    /// More files than this are not listed: from there on the sample leans towards the upper folders.
    private static let limit = 100_000
    /// Folders of others' files, by common names.
    private static let foreign: Set<String> = [
        "vendor", "vendored", "third_party", "third-party", "thirdparty", "node_modules", "external", "externals",
        "deps", "dist",
    ]

    private let tree: any FileTree
    private var listed: [Path]?

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// What follows the last dot of a name, with the dot; nil where none follows, or the name is nothing else.
    static func ending(of path: Path) -> [UInt8]? {
        let name = path.name
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex, dot < name.endIndex - 1 else {
            return nil
        }
        return Array(name[dot...])
    }

    func paths(with ending: [UInt8]) throws -> [Path] {
        try paths().filter { $0.bytes.suffix(ending.count).elementsEqual(ending) }
    }

    /// Files that must have licensing information, by path.
    func paths() throws -> [Path] {
        if let listed { return listed }
        let found = try CoveredFile.paths(in: tree, limit: FileKinds.limit) { FileKinds.foreign.contains($0) }
        listed = found
        return found
    }
}
