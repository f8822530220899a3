// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `requirements.txt` and files of that form, `requirements.in` too.
///
/// Source: pip.pypa.io/en/stable/reference/requirements-file-format.
package struct RequirementsFile: ManifestFormat {
    package let ecosystem = Ecosystem.pypi

    package init() {}

    /// A name as PyPI compares it.
    package static func normalised(_ name: String) -> String { PythonRequirement.normalised(name) }

    /// `dev-requirements.txt`, `ci.requirements.txt`, `requirements/base.in`. Constraints name what others ask for.
    package func isManifest(_ path: Path) -> Bool {
        let name = path.name
        guard name.suffix(4).elementsEqual(".txt".utf8) || name.suffix(3).elementsEqual(".in".utf8) else {
            return false
        }
        let words = path.loweredName.split(whereSeparator: { ".-_".contains($0) }).dropLast()
        if words.first == "constraints" { return false }
        if words.contains(where: { $0.hasPrefix("requirement") || $0 == "reqs" }) { return true }
        return path.loweredFolders.last == "requirements"
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        for line in LogicalLines(bytes) { RequirementsFile.read(line, into: &manifest) }
        return manifest
    }

    private static func read(_ line: LogicalLines.Line, into manifest: inout Manifest) {
        let words = line.text.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard let first = words.first else { return }
        if first.hasPrefix("-") {
            let parts = first.split(separator: "=", maxSplits: 1)
            let value = parts.count > 1 ? String(parts[1]) : words.dropFirst().first.map(String.init) ?? ""
            option(String(parts[0]), value, line.number, &manifest)
            return
        }
        let hashes = words.filter { $0.hasPrefix("--hash") }
        // Options of a requirement stand behind it.
        let text = words.prefix { !$0.hasPrefix("--") }.joined(separator: " ")
        if let requirement = PythonRequirement(text) {
            manifest.dependencies.append(
                requirement.dependency(scope: "", isLocked: false, line: line.number, isHashed: !hashes.isEmpty))
        } else if first.contains("://") {
            address(String(first), line.number, &manifest)
        }
    }

    private static func option(_ name: String, _ value: String, _ line: Int, _ manifest: inout Manifest) {
        switch name {
        case "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--trusted-host":
            manifest.registries.append(Manifest.Setting(name, value, line: line))
        case "-e", "--editable": address(value, line, &manifest)
        default:
            // -i and its value in one word.
            if name.hasPrefix("-i"), !name.hasPrefix("--") {
                manifest.registries.append(Manifest.Setting("-i", String(name.dropFirst(2)), line: line))
            }
        }
    }

    /// Paths are the project's own.
    private static func address(_ text: String, _ line: Int, _ manifest: inout Manifest) {
        let place = PythonAddress(text)
        guard place.source != .local else { return }
        var name = place.name ?? WebAddress(text)?.name ?? text
        if place.name == nil, case .git(let repository) = place.source { name = repository }
        manifest.dependencies.append(
            Dependency(
                .pypi, name, requirement: text, bound: place.bound, source: place.source, isLocked: false, line: line))
    }
}

/// Lines as pip takes them: continued by a backslash, without comments.
struct LogicalLines: Sequence, IteratorProtocol {
    struct Line {
        let text: String
        /// Of its first part.
        let number: Int
    }

    private var lines: SourceLines

    init(_ bytes: [UInt8]) {
        lines = SourceLines(bytes[...])
    }

    mutating func next() -> Line? {
        guard let first = lines.next() else { return nil }
        var bytes = Array(first.bytes)
        var last = first.bytes
        while last.last == UInt8(ascii: "\\"), let more = lines.next() {
            bytes.removeLast()
            bytes += more.bytes
            last = more.bytes
        }
        if bytes.last == UInt8(ascii: "\\") { bytes.removeLast() }
        return Line(text: LogicalLines.uncommented(bytes).unpadded.decoded, number: first.number)
    }

    /// A comment begins with a # at the start or behind a blank.
    private static func uncommented(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let mark = bytes.indices.first { index in
            bytes[index] == UInt8(ascii: "#") && (index == 0 || bytes[index - 1].isPadding)
        }
        return bytes[..<(mark ?? bytes.count)]
    }
}
