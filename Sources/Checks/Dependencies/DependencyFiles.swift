// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// The manifests and lockfiles that a commit changed.
enum DependencyFiles {
    /// Found once for all checks that ask about the same commit.
    private final class Last {
        var commit: ObjectID?
        var paths: [Path] = []
        /// A history comes back to the same files again and again.
        var known: [Path: Bool] = [:]

        func isConcerned(_ path: Path) -> Bool {
            if let isConcerned = known[path] { return isConcerned }
            let isConcerned = DependencyFiles.isConcerned(path)
            known[path] = isConcerned
            return isConcerned
        }
    }

    /// Files of other projects that are kept in the repository are not its own.
    static func concerned(in change: CommitChange) -> [Path] {
        let last = change.base.once(Last.self) { _ in Last() }
        if last.commit != change.commit.id {
            last.commit = change.commit.id
            last.paths = change.files.filter { $0.mark != .vendored }
                .flatMap { [$0.path, $0.oldPath].compactMap(\.self) }.filter(last.isConcerned)
        }
        return last.paths
    }

    private static func isConcerned(_ path: Path) -> Bool {
        guard Formats.all.manifest(path) != nil || Formats.all.lockfile(path) != nil else { return false }
        return !path.bytes.split(separator: UInt8(ascii: "/")).dropLast().contains {
            $0.elementsEqual("node_modules".utf8)
        }
    }

    /// Lies among what tests read, and is installed by nobody: in a folder that says so, or deep below the tests.
    static func isSample(_ path: Path) -> Bool {
        let folders = path.bytes.split(separator: UInt8(ascii: "/")).dropLast().map {
            String(decoding: $0, as: UTF8.self).lowercased()
        }
        if folders.contains(where: {
            $0 == "testdata" || $0 == "test_data" || $0.hasSuffix("fixtures") || $0.hasSuffix("fixture")
        }) {
            return true
        }
        let tests = ["test", "tests", "__tests__", "spec", "e2e"]
        return folders.firstIndex { tests.contains($0) }.map { folders.count - $0 > 2 } ?? false
    }

    /// The strictest level that holds in a file without a policy; nil for the check's own.
    static func level(_ path: Path) -> Level? { isSample(path) ? .monitor : nil }
}
