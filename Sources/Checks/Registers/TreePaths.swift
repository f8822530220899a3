// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Walks all files of a tree, by folder.
enum TreePaths {
    /// Calls with each path but those of links and submodules; false where there are more than `limit`.
    static func each(in tree: any FileTree, limit: Int, _ body: (Path) -> Void) throws -> Bool {
        var folders = [Path("")]
        var count = 0
        while let folder = folders.popLast() {
            let entries = try tree.entries(in: folder)
            for entry in entries where entry.kind == .file {
                count += 1
                if count > limit { return false }
                body(folder.appending(entry.name))
            }
            folders += entries.filter { $0.kind == .folder }.map { folder.appending($0.name) }.reversed()
        }
        return true
    }
}
