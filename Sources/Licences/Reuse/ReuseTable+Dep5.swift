// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension ReuseTable {
    /// Reads a `.reuse/dep5`, which REUSE 3.3 still knows ("DEP5"): paragraphs of fields as in
    /// https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/, of which `Files`, `Copyright` and `License`
    /// count.
    package init(dep5 bytes: [UInt8]) throws(ReuseTableError) {
        var annotations: [Annotation] = []
        var paths = 0
        for paragraph in Dep5Paragraph.all(in: bytes) {
            guard let files = paragraph["files"] else { continue }
            let names = files.joined(separator: " ").split { $0 == " " || $0 == "\t" }
            paths += names.count
            guard paths <= 10_000 else {
                throw ReuseTableError(
                    path: ReuseTable.dep5, line: paragraph.line, reason: "it has more than 10,000 paths")
            }
            annotations.append(
                Annotation(
                    patterns: names.compactMap { ReusePattern(String($0), .dep5) }, precedence: .aggregate,
                    notices: (paragraph["copyright"] ?? []).filter { !$0.isEmpty },
                    // What follows on further lines is the licence's text.
                    expressions: (paragraph["license"]?.first).map { $0.isEmpty ? [] : [$0] } ?? [],
                    line: paragraph.line))
        }
        self.init(path: ReuseTable.dep5, annotations: annotations)
    }
}

/// Fields up to a blank line; the lines of each by its name in lower case.
private struct Dep5Paragraph {
    let line: Int
    private var fields: [String: [String]] = [:]
    private var last: String?

    subscript(_ name: String) -> [String]? { fields[name] }

    static func all(in bytes: [UInt8]) -> [Dep5Paragraph] {
        var paragraphs: [Dep5Paragraph] = []
        var isOpen = false
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.first != UInt8(ascii: "#") {
            if line.allSatisfy(TagValue.isBlank) {
                isOpen = false
                continue
            }
            if !isOpen { paragraphs.append(Dep5Paragraph(line: number + 1)) }
            isOpen = true
            paragraphs[paragraphs.count - 1].add(line)
        }
        return paragraphs
    }

    private init(line: Int) {
        self.line = line
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        func text(_ bytes: ArraySlice<UInt8>) -> String {
            String(decoding: TagValue.withoutBlanks(bytes), as: UTF8.self)
        }
        if line.first.map(TagValue.isBlank) == true {
            if let last { fields[last]?.append(text(line)) }
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            let name = text(line[..<colon]).lowercased()
            last = name
            fields[name] = [text(line[(colon + 1)...])]
        }
    }
}
