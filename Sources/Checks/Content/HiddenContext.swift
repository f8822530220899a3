// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// Where in a file a hidden character stands, and what it is worth there: in a name it deceives, in a text it may be
/// a slip.
struct HiddenContext {
    private let file: ChangedFile
    private let text: TextChange
    private let texts: ChangeTexts
    private let language: Language?
    private let steersAgents: Bool
    /// Nobody reads it as it was written, or it shows something on purpose.
    private let isOdd: Bool
    /// Text for people stands between the code without quotes: JSX, PHP.
    private let mixesText: Bool
    private var madeSource: SourceLines?

    /// Throws for a file that cannot be read.
    init(_ file: ChangedFile, _ text: TextChange, _ texts: ChangeTexts) throws {
        self.file = file
        self.text = text
        self.texts = texts
        language = try Language(path: file.path) ?? Language(path: file.path, text: texts.new(file))
        let kinds = AgentFiles.embedded.kinds(of: file)
        steersAgents = kinds.contains(.instructions) || kinds.contains(.executable)
        mixesText = language == .php || language == .javascript && file.path.bytes.last == UInt8(ascii: "x")
        isOdd = file.mark != nil || SamplePaths.contain(file.path)
    }

    /// What holds without a policy; nil where it is no finding. `line` and `column` count in the new file; `length`:
    /// of the line, in bytes.
    mutating func level(of hit: HiddenCharacters.Hit, on line: Int, column: Int, length: Int) throws -> Level? {
        if hit.isGrave { return .block }
        if steersAgents, hit.rule != "private-use", hit.rule != "mixed-script" { return .block }
        // A test prints colours, and a golden file holds them.
        if isOdd {
            if hit.rule == "mixed-script" { return try mixed(hit, line, column) == nil ? nil : .monitor }
            return hit.rule == "control" ? nil : .monitor
        }
        guard length <= HiddenContext.longestWritten, hit.rule != "control", hit.rule != "private-use" else {
            return .monitor
        }
        if hit.rule == "mixed-script" { return try mixed(hit, line, column) }
        let kind = try kind(on: line, column: column)
        switch (hit.rule, kind) {
        case ("zero-width", .code): return isInWord(hit.range) ? .block : .warn
        // Fillers are letters, and so names by themselves.
        case ("invisible", .code): return hit.scalar.properties.isAlphabetic ? .block : .warn
        case ("zero-width", .string), ("variation-selector", _): return .warn
        default: return .monitor
        }
    }

    /// A longer line was written by a program.
    private static let longestWritten = 2000

    /// Names are written in one script; comments and strings in any, but a word in them that reads as Latin should be.
    private mutating func mixed(_ hit: HiddenCharacters.Hit, _ line: Int, _ column: Int) throws -> Level? {
        guard let kind = try kind(on: line, column: column) else { return nil }
        let isTwin = hit.range.count > 3 && CharacterClass.looksLatin(text.addedText[hit.range])
        return kind == .code || isTwin ? .warn : nil
    }

    /// What stands there in the new file; nil where nothing is told apart: in prose, in settings without strings of
    /// their own.
    private mutating func kind(on line: Int, column: Int) throws -> SourceLines.Kind? {
        guard let language, !language.isProse, !language.isData, !HiddenContext.settings.contains(language) else {
            return nil
        }
        let source = try madeSource ?? SourceLines(text: texts.new(file), language: language)
        madeSource = source
        guard let range = source.line(line)?.range else { return nil }
        let kind = source.kind(at: range.lowerBound + column - 1)
        return kind == .code && mixesText ? .string : kind
    }

    private static let settings: Set<Language> = [
        .dockerfile, .hash, .ini, .make, .markup, .properties, .template, .toml, .yaml,
    ]

    private func isInWord(_ range: Range<Int>) -> Bool {
        let bytes = text.addedText
        guard range.lowerBound > 0, range.upperBound < bytes.count else { return false }
        return HiddenContext.isWord(bytes[range.lowerBound - 1]) || HiddenContext.isWord(bytes[range.upperBound])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        CharacterClass.isLetterOrDigit(byte) || byte == UInt8(ascii: "_")
    }
}

extension HiddenCharacters.Hit {
    /// Blocks wherever it stands.
    var isGrave: Bool {
        ["bidi", "tag", "payload"].contains(rule) || rule == "variation-selector" && range.count > UTF8.width(scalar)
    }

    /// What holds for the name of a file: names are written in any script, but read as they look.
    var levelInName: Level {
        if isGrave { return .block }
        return ["zero-width", "invisible"].contains(rule) ? .warn : .monitor
    }
}
