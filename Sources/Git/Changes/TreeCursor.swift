// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Glibc

/// Walks the entries of a tree object's bytes: `MODE SP NAME NUL ID`, in git's order.
struct TreeCursor {
    /// One entry; its pointers live as long as the tree's bytes.
    struct Entry {
        let mode: UInt32
        let name: UnsafeRawBufferPointer
        let id: UnsafeRawPointer

        var isTree: Bool { mode & 0o170000 == 0o040000 }

        func hasSameObject(as other: Entry) -> Bool { mode == other.mode && memcmp(id, other.id, 20) == 0 }
    }

    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// The entry under the cursor; nil at the end.
    private(set) var entry: Entry?

    init(_ bytes: UnsafeRawBufferPointer) throws(GitError) {
        self.bytes = bytes
        try advance()
    }

    mutating func advance() throws(GitError) {
        guard position < bytes.count else {
            entry = nil
            return
        }
        var mode: UInt32 = 0
        var index = position
        while index < bytes.count, bytes[index] != UInt8(ascii: " ") {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 8, index - position < 7 else { throw malformed() }
            mode = mode << 3 | UInt32(digit)
            index += 1
        }
        guard index < bytes.count, let start = bytes.baseAddress else { throw malformed() }
        let name = start + index + 1
        guard let end = memchr(name, 0, bytes.count - index - 1) else { throw malformed() }
        let length = UnsafeRawPointer(end) - name
        let next = index + 1 + length + 1 + 20
        guard length > 0, next <= bytes.count else { throw malformed() }
        entry = Entry(mode: mode, name: UnsafeRawBufferPointer(start: name, count: length), id: name + length + 1)
        position = next
    }

    private func malformed() -> GitError {
        GitError(.malformed, doing: "read a tree", reason: "an entry is cut off or has no valid mode")
    }

    /// git's order: by bytes, a folder as if its name ended with a slash.
    static func order(_ left: Entry, _ right: Entry) -> Int {
        let common = min(left.name.count, right.name.count)
        if let a = left.name.baseAddress, let b = right.name.baseAddress {
            let order = memcmp(a, b, common)
            if order != 0 { return Int(order) }
        }
        func next(_ entry: Entry) -> Int {
            entry.name.count > common ? Int(entry.name[common]) : entry.isTree ? Int(UInt8(ascii: "/")) : 0
        }
        return next(left) - next(right)
    }
}
