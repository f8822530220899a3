// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `go.mod` and `go.work`
///
/// Source: go.dev/ref/mod#go-mod-file and #go-work-file.
package struct GoManifest: ManifestFormat {
    package let ecosystem = Ecosystem.golang

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        path.name.elementsEqual("go.mod".utf8) || path.name.elementsEqual("go.work".utf8)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        var block = ""
        for line in SourceLines(bytes[...]) {
            let isIndirect = line.bytes.range(of: "// indirect")
            var words = GoManifest.words(line.bytes)
            guard let first = words.first else { continue }
            if first == ")" {
                block = ""
            } else if words.count > 1, words[1] == "(" {
                block = first
            } else {
                if block.isEmpty { words.removeFirst() }
                GoManifest.read(block.isEmpty ? first : block, words, isIndirect, line.number, &manifest)
            }
        }
        GoManifest.applyReplacements(&manifest)
        return manifest
    }

    private static func read(
        _ verb: String, _ words: [String], _ isIndirect: Bool, _ line: Int, _ manifest: inout Manifest
    ) {
        switch verb {
        case "module": manifest.defines = Array(words.prefix(1))
        case "require" where words.count > 1:
            // The least version that is asked for is the one that is taken.
            manifest.dependencies.append(
                Dependency(
                    .golang, words[0], requirement: words[1], bound: isVersion(words[1]) ? .exact : .moving,
                    scope: isIndirect ? "indirect" : "",
                    isLocked: !words[1].hasPrefix("v0.0.0-0001") && words[1] != "v0.0.0", line: line))
        case "replace":
            guard let arrow = words.firstIndex(of: "=>"), arrow > 0, arrow + 1 < words.count else { return }
            manifest.replacements.append(
                Manifest.Setting(words[0], words[(arrow + 1)...].joined(separator: " "), line: line))
        default: break
        }
    }

    /// What is replaced is not fetched; what stands in its place may be.
    private static func applyReplacements(_ manifest: inout Manifest) {
        var targets: [String: String] = [:]
        for replacement in manifest.replacements { targets[replacement.name] = replacement.value }
        for (index, dependency) in manifest.dependencies.enumerated() {
            guard let target = targets[dependency.name] else { continue }
            manifest.dependencies[index] = Dependency(
                .golang, dependency.name, requirement: dependency.requirement, bound: dependency.bound,
                source: isPath(target) ? .local : .alias(target), scope: dependency.scope, isLocked: false,
                line: dependency.line)
        }
    }

    /// go.dev/ref/mod#go-mod-file-replace: a path begins so.
    package static func isPath(_ target: String) -> Bool {
        target.hasPrefix("./") || target.hasPrefix("../") || target.hasPrefix("/")
    }

    private static func isVersion(_ text: String) -> Bool {
        text.hasPrefix("v") && Dependency.Bound.isVersionLike(text)
    }

    /// Words of a line without its comment; a text in quotes or backquotes is one.
    private static func words(_ line: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var rest = line.unpadded
        while let first = rest.first {
            if rest.starts(with: "//".utf8) { break }
            let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "`")
            let body = isQuoted ? rest.dropFirst() : rest
            var end = body.firstIndex { isQuoted ? $0 == first : $0.isPadding } ?? body.endIndex
            // A bracket is a word of its own: `require (`, and `require(` too.
            if !isQuoted, let bracket = body[..<end].firstIndex(of: UInt8(ascii: "(")), bracket > body.startIndex {
                end = bracket
            }
            words.append(body[..<end].decoded)
            rest = body[end...].dropFirst(isQuoted ? 1 : 0).unpadded
        }
        return words
    }
}

extension ArraySlice<UInt8> {
    /// Whether a text stands in it.
    func range(of text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard count >= wanted.count else { return false }
        return (startIndex...(endIndex - wanted.count)).contains {
            self[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}

/// `go.sum` and `go.work.sum`
///
/// Source: go.dev/ref/mod#go-sum-files.
package struct GoSum: LockfileFormat {
    package let ecosystem = Ecosystem.golang
    package let command = "go mod tidy"

    package init() {}

    /// Each module has its own.
    package var reachesDown: Bool { false }

    package func isLockfile(_ path: Path) -> Bool {
        path.name.elementsEqual("go.sum".utf8) || path.name.elementsEqual("go.work.sum".utf8)
    }

    package func locks(_ manifest: Path) -> Bool { manifest.name.elementsEqual("go.mod".utf8) }

    /// `MODULE VERSION h1:...`, and `MODULE VERSION/go.mod h1:...` for the file alone.
    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        var lockfile = Lockfile()
        for line in SourceLines(bytes[...]) {
            let words = line.bytes.split(whereSeparator: \.isPadding)
            guard words.count == 3 else { continue }
            lockfile.packages.append(
                Lockfile.Package(
                    words[0].decoded, version: words[1].decoded, integrity: words[2].decoded, line: line.number))
        }
        return lockfile
    }
}
