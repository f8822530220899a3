// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A package as it is named on a command line.
enum PackageWord {
    /// `name`, `name[extra]==1.2`, `name @ URL`, `git+https://…@ref#egg=name`; nil for a file or a folder.
    ///
    /// Source: packaging.python.org/en/latest/specifications/dependency-specifiers,
    /// pip.pypa.io/en/stable/topics/vcs-support.
    static func python(_ text: String, scope: String, line: Int) -> Dependency? {
        let whole = (text.firstIndex(of: ";").map { text[..<$0] } ?? text[...]).utf8.map { $0 }.unpadded
        if let at = whole.firstIndex(of: UInt8(ascii: "@")), let address = fetched(whole[(at + 1)...].unpadded.decoded)
        {
            let name = whole[..<at].prefix { $0 != UInt8(ascii: "[") }.unpadded
            guard isName(name) else { return nil }
            return address.dependency(.pypi, pythonName(name), scope: scope, line: line)
        }
        if let address = fetched(whole.decoded) {
            return address.dependency(.pypi, pythonName(Array(address.packageName.utf8)[...]), scope: scope, line: line)
        }
        let name = whole.prefix { $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        guard isName(name) else { return nil }
        var rest = whole[name.endIndex...].unpadded
        if rest.first == UInt8(ascii: "[") { rest = rest.drop { $0 != UInt8(ascii: "]") }.dropFirst().unpadded }
        guard rest.isEmpty || Array("<>=!~@".utf8).contains(rest[rest.startIndex]) else { return nil }
        // uv and poetry write `name@version`.
        let isAt = rest.first == UInt8(ascii: "@")
        let requirement = (isAt ? rest.dropFirst() : rest).unpadded.decoded
        let isFile = [".whl", ".gz", ".zip", ".txt"].contains { name.decoded.hasSuffix($0) }
        if isFile { return nil }
        let bound: Dependency.Bound = isAt ? .node(requirement) : .python(requirement)
        return Dependency(
            .pypi, pythonName(name), requirement: requirement, bound: open(requirement, bound), scope: scope, line: line
        )
    }

    /// `name`, `@scope/name@range`, `git+…`, `user/repo`, `alias@npm:name@range`; nil for a file or a folder.
    ///
    /// Source: docs.npmjs.com/cli/using-npm/package-spec.
    static func node(_ text: String, scope: String, line: Int) -> Dependency? {
        if let address = fetched(text) {
            return address.dependency(.npm, address.packageName, scope: scope, line: line)
        }
        guard let first = text.utf8.first, first.isWord || first == UInt8(ascii: "@") else { return nil }
        let at = text.utf8.dropFirst().firstIndex(of: UInt8(ascii: "@"))
        let name = String(text[..<(at ?? text.endIndex)])
        let range = at.map { String(text[text.index(after: $0)...]) } ?? ""
        if let address = fetched(range) { return address.dependency(.npm, name, scope: scope, line: line) }
        if range.hasPrefix("npm:"), let real = node(String(range.dropFirst(4)), scope: scope, line: line) {
            return Dependency(
                .npm, name, requirement: range, bound: real.bound, source: .alias(real.name), scope: scope, line: line)
        }
        if first != UInt8(ascii: "@"), name.contains("/") { return hosted(text, scope: scope, line: line) }
        guard isName(Array(name.utf8)[...], extra: "@/~"), !range.hasPrefix("file:") else { return nil }
        return Dependency(.npm, name, requirement: range, bound: open(range, .node(range)), scope: scope, line: line)
    }

    /// `user/repo#ref`, which npm takes from GitHub.
    private static func hosted(_ text: String, scope: String, line: Int) -> Dependency? {
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        guard parts.count > 0, parts[0].split(separator: "/").count == 2, isName(Array(parts[0].utf8)[...], extra: "/")
        else {
            return nil
        }
        let ref = parts.count > 1 ? parts[1] : ""
        return Dependency(
            .npm, parts[0], requirement: ref, bound: open(ref, .gitRef(ref)), source: .git("github.com/" + parts[0]),
            scope: scope,
            line: line)
    }

    static func fetched(_ text: String) -> FetchedPackage? { FetchedPackage(text) }

    /// A name as PEP 503 compares it: small letters, and one hyphen for each run of hyphens, dots and underscores.
    static func pythonName(_ name: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        for byte in name {
            let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            if isMark, result.last == UInt8(ascii: "-") { continue }
            result.append(isMark ? UInt8(ascii: "-") : byte.lowered)
        }
        return result.decoded
    }

    /// True for what can name a package at all: no variable, no path, no sign.
    static func isName(_ name: ArraySlice<UInt8>, extra: String = "") -> Bool {
        let allowed = Array(("-._" + extra).utf8)
        guard let first = name.first, first.isWord || allowed.dropFirst(3).contains(first) else { return false }
        return name.allSatisfy { $0.isWord || allowed.contains($0) }
    }

    /// A requirement that holds a variable is settled where that is.
    static func open(_ requirement: String, _ bound: Dependency.Bound) -> Dependency.Bound {
        requirement.contains("$") ? .elsewhere : bound
    }
}
