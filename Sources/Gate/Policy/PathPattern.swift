// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A pattern for paths, as `.gitignore` reads it: `*` and `?` stay within a component, `**` crosses them, `[a-z]` is a
/// class; without a slash (but for a last one) it matches at any depth; a folder's pattern covers what is below it.
///
/// Source: gitignore(5). Bytes are compared, case counts, and there is neither
/// negation nor a class by name.
package struct PathPattern: Hashable, Sendable {
    package let text: String
    private let components: [[UInt8]]
    private let folderOnly: Bool
    private let coversFolders: Bool

    /// Throws `SettingError` for a pattern that can match nothing or that asks for what is not read.
    package init(_ text: String) throws {
        try self.init(text, coversFolders: true)
    }

    /// A pattern of a policy. Throws as above, and for what no path of a repository has: a component `.` or `..`, a
    /// backslash, a blank at the end.
    package init(written text: String) throws {
        if let slip = PathPattern.slip(in: text) { throw SettingError(slip) }
        try self.init(text)
    }

    private static func slip(in text: String) -> String? {
        let slashes = String(text.map { $0 == "\\" ? "/" : $0 })
        let parts = slashes.split(separator: "/", omittingEmptySubsequences: false)
        let what: String
        if text.contains("\\") {
            what = "has a backslash, and paths are written with '/'"
        } else if text.last?.isWhitespace == true {
            what = "ends with a blank"
        } else if let dots = parts.first(where: { $0 == "." || $0 == ".." }) {
            what = "matches nothing: no path of a repository has the component '\(dots)'"
        } else {
            return nil
        }
        var meant = parts.enumerated().filter { $0.element != "." || $0.offset == 0 }.map {
            $0.element == "." ? "" : $0.element
        }
        .joined(separator: "/")
        while meant.last?.isWhitespace == true { meant.removeLast() }
        let isPath = !parts.contains("..") && meant.contains { $0 != "/" }
        return "\(quoted(text)) \(what)"
            + (isPath ? "; did you mean \(quoted(meant))?" : "; write it from the repository's root")
    }

    /// A pattern of a `.gitattributes`: as above, but one that matches a folder says nothing of what is below it
    /// (gitattributes(5)).
    package init(attribute text: String) throws {
        try self.init(text, coversFolders: false)
    }

    private init(_ text: String, coversFolders: Bool) throws {
        self.coversFolders = coversFolders
        var bytes = Array(text.utf8)
        guard bytes.first != UInt8(ascii: "!") else {
            throw SettingError("\(quoted(text)) is negated; name what should match instead")
        }
        guard !text.contains("[:") else {
            throw SettingError("\(quoted(text)) names a class as [:alpha:]; write [a-zA-Z]")
        }
        let slash = UInt8(ascii: "/")
        folderOnly = bytes.last == slash
        if folderOnly { bytes.removeLast() }
        let anchored = bytes.contains(slash)
        if bytes.first == slash { bytes.removeFirst() }
        let parts = bytes.split(separator: slash, omittingEmptySubsequences: false).map(Array.init)
        guard parts.allSatisfy({ !$0.isEmpty }) else {
            throw SettingError("\(quoted(text)) matches nothing; name a file or a folder")
        }
        components = anchored ? parts : [PathPattern.anything] + parts
        self.text = text
    }

    private static let anything = Array("**".utf8)

    package func matches(_ path: Path) -> Bool {
        let parts = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // Which of the first n pattern components can have matched: one row a path component, so no exponential search.
        var reached = Array(repeating: false, count: components.count + 1)
        reached[0] = true
        spread(&reached)
        for (index, part) in parts.enumerated() {
            var next = Array(repeating: false, count: components.count + 1)
            for (position, component) in components.enumerated() where reached[position] {
                if component == PathPattern.anything {
                    next[position] = true
                    if position == components.count - 1 { next[components.count] = true }
                } else if PathPattern.glob(component[...], part) {
                    next[position + 1] = true
                }
            }
            spread(&next)
            // Everything below a folder that matched.
            let isLast = index == parts.count - 1
            if next[components.count], coversFolders ? !(folderOnly && isLast) : isLast && !folderOnly { return true }
            reached = next
        }
        return false
    }

    /// A `**` that is not the last component may stand for nothing.
    private func spread(_ reached: inout [Bool]) {
        for position in components.indices.dropLast()
        where reached[position] && components[position] == PathPattern.anything {
            reached[position + 1] = true
        }
    }

    /// Matches one component; linear but for one level of backtracking to the last `*`.
    private static func glob(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var p = pattern.startIndex
        var t = text.startIndex
        var star: (pattern: Int, text: Int)?
        while t < text.endIndex {
            if p < pattern.endIndex {
                if pattern[p] == UInt8(ascii: "*") {
                    star = (p + 1, t)
                    p += 1
                    continue
                }
                if let after = single(pattern, p, text[t]) {
                    p = after
                    t += 1
                    continue
                }
            }
            guard let last = star else { return false }
            star = (last.pattern, last.text + 1)
            p = last.pattern
            t = last.text + 1
        }
        while p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") { p += 1 }
        return p == pattern.endIndex
    }

    /// The index after the pattern element at `p` when it accepts the byte.
    private static func single(_ pattern: ArraySlice<UInt8>, _ p: Int, _ byte: UInt8) -> Int? {
        switch pattern[p] {
        case UInt8(ascii: "?"): return p + 1
        case UInt8(ascii: "\\") where p + 1 < pattern.endIndex: return pattern[p + 1] == byte ? p + 2 : nil
        case UInt8(ascii: "["):
            var index = p + 1
            let negated =
                index < pattern.endIndex && (pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^"))
            if negated { index += 1 }
            var found = false
            var first = true
            while index < pattern.endIndex, first || pattern[index] != UInt8(ascii: "]") {
                first = false
                if index + 2 < pattern.endIndex, pattern[index + 1] == UInt8(ascii: "-"),
                    pattern[index + 2] != UInt8(ascii: "]")
                {
                    if pattern[index] <= byte, byte <= pattern[index + 2] { found = true }
                    index += 3
                } else {
                    if pattern[index] == byte { found = true }
                    index += 1
                }
            }
            guard index < pattern.endIndex else { return byte == UInt8(ascii: "[") ? p + 1 : nil }
            return found != negated ? index + 1 : nil
        case byte: return p + 1
        default: return nil
        }
    }
}
