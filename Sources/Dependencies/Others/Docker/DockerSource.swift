// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents

/// One instruction of a Dockerfile.
struct DockerInstruction {
    /// In capitals.
    let name: String
    /// What stands behind the name; continued lines are still parted by backslash and line end where it is a script.
    let text: ArraySlice<UInt8>
    let line: Int
    /// Bodies of its here-documents, with the line that closes them.
    var input: [HereDocument] = []

    struct HereDocument {
        let text: [UInt8]
        /// Of the first line of the body.
        let line: Int
        let delimiter: [UInt8]
    }

    /// Nil for a line without a name.
    init?(_ line: ArraySlice<UInt8>, line number: Int, input: [HereDocument] = []) {
        let start = line.unpadded
        let name = start.prefix { $0.isLetter }
        guard !name.isEmpty else { return nil }
        self.name = name.map { $0 & 0xDF }.decoded
        text = start[name.endIndex...].unpadded
        self.line = number
        self.input = input
    }

    init(name: String, text: ArraySlice<UInt8>, line: Int) {
        self.name = name
        self.text = text
        self.line = line
    }
}

/// The instructions of a Dockerfile, with continued lines and here-documents put together.
struct DockerSource {
    private(set) var instructions: [DockerInstruction] = []
    /// The image that `# syntax=` names.
    private(set) var syntax: DockerInstruction?
    /// Where a here-document begins that never ends.
    private(set) var gap: DocumentError?
    /// By the words that stand alone in a line, which may end a here-document: the last of these lines.
    private let ends: [ArraySlice<UInt8>: Int]

    init(_ bytes: [UInt8]) {
        ends = DockerSource.ends(bytes)
        var lines = SourceLines(bytes[...])
        var escape = UInt8(ascii: "\\")
        var mayDirect = true
        while let line = lines.next() {
            let text = line.bytes.unpadded
            if text.first == UInt8(ascii: "#") {
                if mayDirect { direct(text.dropFirst().unpadded, line.number, &escape) }
                continue
            }
            mayDirect = false
            if !text.isEmpty { instruction(text, line.number, escape, &lines) }
        }
    }

    private mutating func direct(_ text: ArraySlice<UInt8>, _ line: Int, _ escape: inout UInt8) {
        let parts = text.split(separator: UInt8(ascii: "="), maxSplits: 1)
        guard parts.count == 2 else { return }
        let value = parts[1].unpadded
        switch parts[0].unpadded.lowered {
        case "escape": escape = value.first ?? escape
        case "syntax": syntax = DockerInstruction(name: "SYNTAX", text: value, line: line)
        default: break
        }
    }

    /// Takes the lines that continue this one; comments among them are dropped, as Docker drops them.
    private mutating func instruction(
        _ first: ArraySlice<UInt8>, _ number: Int, _ escape: UInt8, _ lines: inout SourceLines
    ) {
        var text = Array(first)
        while text.last == escape {
            // A backslash before the line end keeps a script's lines apart for whoever counts them.
            text[text.count - 1] = UInt8(ascii: "\\")
            guard var next = lines.next() else { break }
            while next.bytes.unpadded.isEmpty || next.bytes.unpadded.first == UInt8(ascii: "#") {
                text += Array("\n\\".utf8)
                guard let after = lines.next() else { break }
                next = after
            }
            text.append(UInt8(ascii: "\n"))
            text += next.bytes.unpadded
        }
        if text.last == UInt8(ascii: "\\") { text.removeLast() }
        guard var instruction = DockerInstruction(text[...], line: number) else { return }
        let isScript = instruction.name == "RUN"
        for delimiter in DockerSource.delimiters(text, name: instruction.name) {
            // What never ends must not swallow the instructions behind it.
            guard let end = ends[delimiter[...]], end >= lines.nextNumber else {
                gap = gap ?? DocumentError(line: number, "a here-document that never ends")
                continue
            }
            instruction.input.append(DockerSource.body(until: delimiter, &lines))
        }
        // Elsewhere, what joins the lines is of no more use.
        if !isScript {
            let plain = text.split(whereSeparator: { $0 == UInt8(ascii: "\n") }).map {
                $0.last == UInt8(ascii: "\\") ? $0.dropLast() : $0
            }
            guard let joined = DockerInstruction(Array(plain.joined(separator: [0x20]))[...], line: number) else {
                return
            }
            instruction = joined
        }
        instructions.append(instruction)
    }

    /// The delimiters of here-documents: `<<EOF`, `<<-"EOF"`, `3<<EOF`.
    ///
    /// Source: github.com/moby/buildkit, frontend/dockerfile/parser/parser.go: a word that begins so outside quotes.
    private static func delimiters(_ text: [UInt8], name: String) -> [[UInt8]] {
        guard ["RUN", "COPY", "ADD"].contains(name), text.contains(UInt8(ascii: "<")) else { return [] }
        return words(text).compactMap { word in
            let mark = word.drop(while: \.isDigit)
            guard mark.starts(with: "<<".utf8), !mark.dropFirst(2).contains(UInt8(ascii: "<")) else { return nil }
            let marks = Array("-\"'".utf8)
            let delimiter = mark.dropFirst(2).drop { marks.contains($0) }.prefix { $0.isWord }
            return delimiter.isEmpty ? nil : Array(delimiter)
        }
    }

    /// Parted at blanks outside quotes; at all blanks where a quote is never closed.
    private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        var start = 0
        var quote: UInt8?
        var isEscaped = false
        for (index, byte) in text.enumerated() {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
                isEscaped = true
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte.isPadding {
                words.append(text[start..<index])
                start = index + 1
            }
        }
        words.append(text[start...])
        return quote == nil ? words : text.split(whereSeparator: \.isPadding)
    }

    private static func ends(_ bytes: [UInt8]) -> [ArraySlice<UInt8>: Int] {
        var ends: [ArraySlice<UInt8>: Int] = [:]
        for line in SourceLines(bytes[...]) {
            let text = line.bytes.unpadded
            if !text.isEmpty, text.allSatisfy(\.isWord) { ends[text] = line.number }
        }
        return ends
    }

    private static func body(until delimiter: [UInt8], _ lines: inout SourceLines) -> DockerInstruction.HereDocument {
        var text: [UInt8] = []
        var start = 0
        while let line = lines.next() {
            if start == 0 { start = line.number }
            if line.bytes.unpadded.elementsEqual(delimiter) { break }
            text += line.bytes
            text.append(UInt8(ascii: "\n"))
        }
        return DockerInstruction.HereDocument(text: text, line: start, delimiter: delimiter)
    }
}
