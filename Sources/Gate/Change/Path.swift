// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A path inside a repository: the bytes that git stores, decoded only where it is shown.
package struct Path: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Safe to show: invalid UTF-8 and control characters appear as escapes.
    package var visible: String { VisibleText.of(bytes) }

    /// The last component.
    package var name: ArraySlice<UInt8> {
        bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    }

    /// The path without its last component; empty for one at the root.
    package var folder: Path { Path(Array(bytes[..<max(0, name.startIndex - 1)])) }

    /// A name in this folder; at the root the name itself.
    package func appending(_ name: some Collection<UInt8>) -> Path {
        Path(bytes.isEmpty ? Array(name) : bytes + [UInt8(ascii: "/")] + name)
    }

    /// True for the folder itself and everything below it.
    package func isInside(folder: String) -> Bool {
        let prefix = Array(folder.utf8)
        return bytes.starts(with: prefix) && (bytes.count == prefix.count || bytes[prefix.count] == UInt8(ascii: "/"))
    }
}

extension Path: Comparable {
    package static func < (left: Path, right: Path) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
