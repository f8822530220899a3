// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Takes a shell script apart into simple commands, in one pass and without ever going back.
///
/// Source: POSIX.1-2024, XCU chapter 2 (Shell Command Language), with bash's `<(…)`, `$'…'` and `<<<`. Control
/// structure is not followed: each command counts, whether its branch is taken or not.
struct ShellReader {
    /// The commands of one list: a script, or what stands inside `$(…)`.
    struct Frame {
        var commands: [ShellCommand] = []
        var current = ShellCommand()
        /// Here-documents that begin at the next line end: the command that reads them, and the delimiter.
        var pending: [(command: Int, delimiter: [UInt8], isIndented: Bool)] = []
        /// Where the open groups `( … )` began.
        var groups: [Int] = []
        /// The group that has just ended.
        var lastGroup: Range<Int>?
    }

    let bytes: [UInt8]
    let dialect: ShellDialect
    var index = 0
    var line: Int
    /// Values of variables, of which only short ones are kept.
    var variables: [String: String]

    /// Nesting beyond this is read as plain text.
    static let deepest = 24

    init(_ bytes: [UInt8], line: Int = 1, variables: [String: String] = [:], dialect: ShellDialect = .posix) {
        self.bytes = bytes
        self.line = line
        self.variables = variables
        self.dialect = dialect
    }

    /// All commands of the script; those inside others hang on the words of these.
    mutating func script() -> [ShellCommand] { list(until: nil, depth: 0) }

    func peek(_ distance: Int = 0) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

    mutating func skip(_ count: Int = 1) {
        for _ in 0..<count where index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            index += 1
        }
    }

    mutating func list(until close: UInt8?, depth: Int) -> [ShellCommand] {
        var frame = Frame()
        while let byte = peek() {
            if byte == close, frame.groups.isEmpty || close != UInt8(ascii: ")") {
                skip()
                break
            }
            if !separator(byte, &frame) { word(&frame, close: close, depth: depth) }
        }
        finish(&frame)
        return frame.commands
    }

    /// Ends the command that is being read; false where there is none.
    @discardableResult
    func finish(_ frame: inout Frame) -> Bool {
        guard !frame.current.words.isEmpty || frame.current.output != nil else { return false }
        frame.commands.append(frame.current)
        frame.current = ShellCommand()
        return true
    }

    /// Takes what stands between words; false at the beginning of one.
    private mutating func separator(_ byte: UInt8, _ frame: inout Frame) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): skip()
        case UInt8(ascii: "\n"):
            finish(&frame)
            skip()
            hereDocuments(&frame)
        case UInt8(ascii: "#"): while let next = peek(), next != UInt8(ascii: "\n") { skip() }
        case UInt8(ascii: ";"), UInt8(ascii: "&"):
            if byte == UInt8(ascii: "&"), peek(1) == UInt8(ascii: ">") {
                skip()
                return separator(UInt8(ascii: ">"), &frame)
            }
            finish(&frame)
            frame.lastGroup = nil
            skip()
        case UInt8(ascii: "|"): pipe(&frame)
        case UInt8(ascii: "("):
            finish(&frame)
            frame.groups.append(frame.commands.count)
            skip()
        case UInt8(ascii: ")"):
            finish(&frame)
            frame.lastGroup = frame.groups.popLast().map { $0..<frame.commands.count }
            skip()
        default: return false
        }
        return true
    }

    private mutating func pipe(_ frame: inout Frame) {
        let isOr = peek(1) == UInt8(ascii: "|")
        if finish(&frame) {
            if !isOr { frame.commands[frame.commands.count - 1].feedsNext = true }
        } else if let group = frame.lastGroup, !isOr {
            for place in group { frame.commands[place].feedsNext = true }
        }
        frame.lastGroup = nil
        skip(isOr || peek(1) == UInt8(ascii: "&") ? 2 : 1)
    }

    private mutating func word(_ frame: inout Frame, close: UInt8?, depth: Int) {
        if frame.current.words.isEmpty { frame.current.line = line }
        switch peek() {
        case UInt8(ascii: ">"):
            skip()
            while let next = peek(), next == UInt8(ascii: ">") || next == UInt8(ascii: "&") || next == UInt8(ascii: "|")
            {
                skip()
            }
            skipBlanks()
            frame.current.output = readWord(close: close, depth: depth).text
        case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "<"): hereDocument(&frame, close: close, depth: depth)
        case UInt8(ascii: "<") where peek(1) != UInt8(ascii: "("):
            skip()
            skipBlanks()
            _ = readWord(close: close, depth: depth)
        default:
            let start = index
            let word = readWord(close: close, depth: depth)
            // The number of a file descriptor belongs to the redirection after it.
            if peek() == UInt8(ascii: ">"), word.text.utf8.allSatisfy(\.isDigit) { return }
            if index == start { return skip() }
            if !assignment(word, frame) { frame.current.words.append(word) }
        }
    }

    private mutating func skipBlanks() {
        while let byte = peek(), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { skip() }
    }

    /// Keeps `NAME=value` before a command, so that later words can be filled in.
    private mutating func assignment(_ word: ShellCommand.Word, _ frame: Frame) -> Bool {
        let before = frame.current.words.last?.text
        guard before == nil || ShellReader.declarations.contains(before ?? ""), word.inner.isEmpty,
            let equals = word.text.utf8.firstIndex(of: UInt8(ascii: "="))
        else { return false }
        let name = word.text.utf8[..<equals]
        guard let first = name.first, !first.isDigit, name.allSatisfy(\.isWord) else { return false }
        let value = word.text.utf8[word.text.utf8.index(after: equals)...]
        variables[name.decoded] = word.isWhole && value.count <= Placeholders.longestValue ? value.decoded : nil
        return true
    }

    private static let declarations: Set<String> = ["export", "readonly", "local", "declare", "typeset", "env"]
}

// MARK: - Here-documents

extension ShellReader {
    private mutating func hereDocument(_ frame: inout Frame, close: UInt8?, depth: Int) {
        skip(2)
        if peek() == UInt8(ascii: "<") {
            skip()
            skipBlanks()
            let (word, start) = (readWord(close: close, depth: depth), line)
            frame.current.input = (Array(word.text.utf8), start)
            return
        }
        let isIndented = peek() == UInt8(ascii: "-")
        if isIndented { skip() }
        skipBlanks()
        let delimiter = Array(readWord(close: close, depth: depth).text.utf8)
        guard !delimiter.isEmpty else { return }
        frame.pending.append((frame.commands.count, delimiter, isIndented))
    }

    /// Takes the bodies that begin at this line.
    private mutating func hereDocuments(_ frame: inout Frame) {
        for document in frame.pending {
            let start = line
            var body: [UInt8] = []
            while index < bytes.count {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                var text = bytes[index..<end]
                if document.isIndented { text = text.drop { $0 == UInt8(ascii: "\t") } }
                if text.last == UInt8(ascii: "\r") { text.removeLast() }
                skip(end - index + 1)
                if text.elementsEqual(document.delimiter) { break }
                body += text
                body.append(UInt8(ascii: "\n"))
            }
            if document.command < frame.commands.count { frame.commands[document.command].input = (body, start) }
        }
        frame.pending = []
    }
}
