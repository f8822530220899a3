// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `Makefile`, `GNUmakefile`, `*.mk`, and `justfile`: what the recipes install.
///
/// Source: gnu.org/software/make/manual/html_node (Recipe Syntax, Flavors). Variables are filled in one step deep.
package struct Makefile: ManifestFormat {
    package let ecosystem = Ecosystem.generic

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        return ["makefile", "gnumakefile", "justfile", ".justfile"].contains(name) || name.hasSuffix(".mk")
            || name.hasPrefix("makefile.") && !name.hasSuffix(".am") && !name.hasSuffix(".in")
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var packages = ScriptPackages()
        var variables: [String: String] = [:]
        var lines = SourceLines(bytes[...])
        let isJust = path.loweredName.hasSuffix("justfile")
        while let line = lines.next() {
            let isRecipe = line.bytes.first == UInt8(ascii: "\t") || isJust && line.bytes.first == UInt8(ascii: " ")
            let text = Makefile.continued(line.bytes, &lines)
            if isRecipe {
                packages.read(Makefile.script(text, variables), line: line.number)
            } else {
                Makefile.define(text, &variables)
                Makefile.called(text).map { packages.read($0, line: line.number) }
            }
        }
        return packages.manifest
    }

    /// The line and those that continue it; the backslashes stay, for a shell reads them too.
    private static func continued(_ first: ArraySlice<UInt8>, _ lines: inout SourceLines) -> [UInt8] {
        var text = Array(first)
        while text.last == UInt8(ascii: "\\"), let next = lines.next() {
            text.append(UInt8(ascii: "\n"))
            text += next.bytes
        }
        return text
    }

    /// `NAME = value`, `:=`, `?=`; a value that names others is kept as it stands.
    private static func define(_ text: [UInt8], _ variables: inout [String: String]) {
        guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return }
        let marks = Array(":?+!".utf8)
        var name = text[..<equals].unpadded
        while let last = name.last, marks.contains(last) { name.removeLast() }
        name = name.unpadded
        if name.starts(with: Array("export ".utf8)) { name = name.dropFirst(7).unpadded }
        guard !name.isEmpty, name.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else {
            return
        }
        let value = text[(equals + 1)...].unpadded
        if value.count <= Placeholders.longestValue { variables[name.decoded] = value.decoded }
    }

    /// The command of `$(shell …)`.
    private static func called(_ text: [UInt8]) -> [UInt8]? {
        let mark = Array("$(shell ".utf8)
        guard let dollar = text.firstIndex(of: UInt8(ascii: "$")), text[dollar...].starts(with: mark) else {
            return nil
        }
        return Array(text[(dollar + mark.count)...])
    }

    /// What make hands to the shell: without the tab and the marks `@`, `-`, `+`, with its own variables filled in.
    private static func script(_ text: [UInt8], _ variables: [String: String]) -> [UInt8] {
        let marks = Array("\t @-+".utf8)
        let bare = text.drop { marks.contains($0) }
        let placeholders: Placeholders = [.braces, .parentheses]
        let filled = placeholders.filled(bare.decoded) { variables[$0] }.text
        // `$$` is the shell's own dollar.
        var result: [UInt8] = []
        for byte in filled.utf8 {
            if byte == UInt8(ascii: "$"), result.last == byte { continue }
            result.append(byte)
        }
        return result
    }
}
