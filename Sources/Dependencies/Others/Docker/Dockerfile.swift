// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `Dockerfile`, `Containerfile`, `*.dockerfile`: base images, images of `COPY --from`, addresses of `ADD`, and what
/// `RUN` installs.
///
/// Source: docs.docker.com/reference/dockerfile.
package struct Dockerfile: ManifestFormat {
    package let ecosystem = Ecosystem.oci

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        let bases = ["dockerfile", "containerfile"]
        return bases.contains {
            name == $0 || name.hasPrefix($0 + ".") || name.hasSuffix("." + $0) || name.hasPrefix($0 + "-")
        }
            && !name.hasSuffix(".dockerignore") && !name.hasSuffix(".md")
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var reader = DockerfileReader(bytes)
        return reader.manifest()
    }
}

/// Follows a Dockerfile from the top: variables and stages count from where they are named.
struct DockerfileReader {
    private let instructions: [DockerInstruction]
    private let syntax: DockerInstruction?
    private let gap: DocumentError?
    private var packages = ScriptPackages()
    private var stages: Set<String> = []
    /// Values of `ARG` and `ENV`.
    private var variables: [String: String] = [:]

    init(_ bytes: [UInt8]) {
        let source = DockerSource(bytes)
        instructions = source.instructions
        syntax = source.syntax
        gap = source.gap
    }

    mutating func manifest() -> Manifest {
        // The image of the reader itself, which BuildKit fetches and runs.
        if let syntax { image(syntax.text.decoded, scope: "syntax", line: syntax.line) }
        for instruction in instructions { read(instruction) }
        var manifest = packages.manifest
        manifest.gap = gap
        return manifest
    }

    private static let placeholders: Placeholders = [.braces, .bare, .defaults]

    private func filled(_ text: some Sequence<UInt8>) -> String {
        DockerfileReader.placeholders.filled(text.decoded) { variables[$0] }.text
    }

    private mutating func image(_ text: String, scope: String, line: Int) {
        guard !stages.contains(text.lowercased()) else { return }
        packages.add(ImageReference(text)?.dependency(scope: scope, line: line))
    }

    private mutating func read(_ instruction: DockerInstruction) {
        let words = instruction.text.split(whereSeparator: \.isPadding)
        switch instruction.name {
        case "ONBUILD":
            if let inner = DockerInstruction(instruction.text, line: instruction.line, input: instruction.input) {
                read(inner)
            }
        case "ARG", "ENV": define(instruction, words)
        case "FROM": from(words, line: instruction.line)
        case "COPY", "ADD": copy(instruction, words)
        case "RUN": run(instruction, words)
        default: break
        }
    }

    /// `ARG name=value`, `ENV a=b c=d`, `ENV name value`.
    private mutating func define(_ instruction: DockerInstruction, _ words: [ArraySlice<UInt8>]) {
        let equals = UInt8(ascii: "=")
        if instruction.name == "ENV", let first = words.first, !first.contains(equals), words.count > 1 {
            variables[first.decoded] = filled(words[1])
            return
        }
        for word in words {
            guard let place = word.firstIndex(of: equals) else { continue }
            let value = filled(word[(place + 1)...].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") })
            if value.utf8.count <= Placeholders.longestValue { variables[word[..<place].decoded] = value }
        }
    }

    private mutating func from(_ words: [ArraySlice<UInt8>], line: Int) {
        let plain = words.filter { $0.first != UInt8(ascii: "-") }
        guard let first = plain.first else { return }
        image(filled(first), scope: "FROM", line: line)
        if plain.count >= 3, plain[1].lowered == "as" { stages.insert(plain[2].lowered) }
    }

    private mutating func copy(_ instruction: DockerInstruction, _ words: [ArraySlice<UInt8>]) {
        let flags = words.prefix { $0.starts(with: Array("--".utf8)) }
        for flag in flags where flag.starts(with: Array("--from=".utf8)) {
            let name = filled(flag.dropFirst(7))
            if !name.utf8.allSatisfy(\.isDigit) { image(name, scope: "COPY --from", line: instruction.line) }
        }
        guard instruction.name == "ADD" else { return }
        let isProven = flags.contains { $0.starts(with: Array("--checksum=".utf8)) }
        for word in words.dropFirst(flags.count).dropLast() {
            guard let address = WebAddress(filled(word)) else { continue }
            packages.add(
                Dependency(
                    .generic, address.name, bound: isProven ? .exact : address.bound, source: .url(address.shown),
                    scope: "ADD",
                    line: instruction.line))
        }
    }

    /// A script, or in brackets the words of one command.
    private mutating func run(_ instruction: DockerInstruction, _ words: [ArraySlice<UInt8>]) {
        var script = instruction.text
        while script.starts(with: Array("--".utf8)) {
            let flag = script.prefix { !$0.isPadding }
            mount(flag, line: instruction.line)
            script = script[flag.endIndex...].unpadded
        }
        if script.first == UInt8(ascii: "["), script.unpadded.last == UInt8(ascii: "]") {
            let command = ShellCommand(words: DockerfileReader.strings(script), line: instruction.line)
            packages.read([command])
        } else if script.first == UInt8(ascii: "<") {
            // `RUN <<EOF`: the here-document is the script.
            for input in instruction.input { packages.read(input.text, line: input.line, variables: variables) }
        } else {
            var whole = Array(script)
            for input in instruction.input { whole += [0x0A] + input.text + input.delimiter }
            packages.read(whole, line: instruction.line, variables: variables)
        }
    }

    /// `RUN --mount=type=bind,from=image`.
    private mutating func mount(_ flag: ArraySlice<UInt8>, line: Int) {
        guard flag.starts(with: Array("--mount=".utf8)) else { return }
        for part in flag.dropFirst(8).split(separator: UInt8(ascii: ",")) where part.starts(with: Array("from=".utf8)) {
            image(filled(part.dropFirst(5)), scope: "RUN --mount", line: line)
        }
    }

    /// The texts between double quotes.
    private static func strings(_ text: ArraySlice<UInt8>) -> [String] {
        var result: [String] = []
        var current: [UInt8]?
        var isEscaped = false
        for byte in text {
            if isEscaped {
                current?.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                if let done = current { result.append(done.decoded) }
                current = current == nil ? [] : nil
            } else {
                current?.append(byte)
            }
        }
        return result
    }
}
