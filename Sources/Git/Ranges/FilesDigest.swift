// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension Repository {
    /// SHA-256 of what `git diff-tree -r -z --no-renames OLD NEW` prints, lower-case hexadecimal: two changes with the
    /// same one take the same files from the same content to the same content. Nil when nothing differs.
    package func filesDigest(from old: ObjectID?, to new: ObjectID) throws(GitError) -> String? {
        let changes = try TreeComparison.changes(from: [old].compactMap(\.self), to: new, in: self)
        guard !changes.isEmpty else { return nil }
        var text: [UInt8] = []
        for change in changes {
            let old = change.old.first ?? nil
            let letter = FilesDigest.letter(old, change.new)
            let modes = [old, change.new].map { FilesDigest.octal($0?.mode ?? 0) }.joined(separator: " ")
            let ids = [old, change.new].map { ($0?.id ?? .zero).hex }.joined(separator: " ")
            text += Array(":\(modes) \(ids) \(letter)".utf8) + [0] + change.path.bytes + [0]
        }
        return Fingerprint.sha256(text)
    }
}

/// The words of git's raw output (git-diff-tree(1), "Raw output format").
private enum FilesDigest {
    static func letter(_ old: EntryChange.Side?, _ new: EntryChange.Side?) -> String {
        guard let old else { return "A" }
        guard let new else { return "D" }
        return old.mode & 0o170000 == new.mode & 0o170000 ? "M" : "T"
    }

    static func octal(_ mode: UInt32) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
