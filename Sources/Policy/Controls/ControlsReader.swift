// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CSchemas
package import Gate

/// Reads maps of controls: the program's own, and files that lay their entries over it.
package struct ControlsReader {
    private let checks: [String]?

    /// `checks`: the ids that there are; nil: any is taken.
    package init(checks: [String]?) {
        self.checks = checks
    }

    /// The program's own map with the entries of files laid over it, one after the other.
    package func map(_ files: [RegisterFile] = []) throws(ConfigErrors) -> ControlMap {
        var sheet = try read(ControlsReader.embedded, file: "controls.yml of aigate", over: ControlSheet())
        for file in files { sheet = try read(file.bytes, file: file.shown, over: sheet) }
        return sheet.map
    }

    private func read(
        _ bytes: [UInt8], file: String, over sheet: ControlSheet
    ) throws(ConfigErrors) -> ControlSheet {
        var sheet = sheet
        try Field.readAll(try PolicyReader.tree(bytes, file: file), into: &sheet, ControlSheet.fields(checks))
        if let stray = sheet.controls.first(where: { control in
            !sheet.frameworks.contains { $0.id == control.framework }
        }) {
            throw ConfigErrors(
                ConfigError(
                    file: file, line: nil,
                    reason: "\(quoted(stray.id)) is of no framework; name \(quoted(stray.framework)) in 'frameworks'"))
        }
        return sheet
    }

    /// The program's own map, which no file changes.
    package static let own: ControlMap = {
        do { return try ControlsReader(checks: nil).map() } catch { preconditionFailure("\(error)") }
    }()

    private static let embedded: [UInt8] = {
        var size = 0
        return Array(UnsafeBufferPointer(start: aigate_controls(&size), count: size))
    }()
}

/// A map while files are laid over it.
struct ControlSheet {
    var frameworks: [ControlMap.Framework] = []
    var controls: [ControlMap.Control] = []

    var map: ControlMap { ControlMap(frameworks: frameworks, controls: controls) }

    static func fields(_ checks: [String]?) -> [Field<ControlSheet>] {
        let fields = ControlEntry.fields(checks)
        let framework = FrameworkEntry.fields.map { FieldDescription($0, default: FrameworkEntry()) }
        let control = fields.map { FieldDescription($0, default: ControlEntry()) }
        return [
            .version(),
            Field(
                "frameworks", "Standards and laws by id; those that are not enabled are not shown.",
                shape: .map(keys: nil, .record(framework))
            ) { node, sheet in
                for (id, _, value) in try node.map { try sheet.lay(FrameworkEntry.read(value, id: id, over: sheet)) }
            },
            Field(
                "controls", "Controls by FRAMEWORK/CONTROL@EDITION.", shape: .map(keys: nil, .record(control))
            ) { node, sheet in
                var errors = ConfigErrors.Collection()
                for (id, line, value) in try node.map where !errors.isFull {
                    let place = ConfigNode(value.value, file: value.file, line: line)
                    errors.collecting(at: place) {
                        try sheet.lay(ControlEntry.read(place, id: id, over: sheet, fields))
                    }
                }
                try errors.check()
            },
        ]
    }

    private mutating func lay(_ framework: ControlMap.Framework) {
        guard let index = frameworks.firstIndex(where: { $0.id == framework.id }) else {
            return frameworks.append(framework)
        }
        frameworks[index] = framework
    }

    private mutating func lay(_ control: ControlMap.Control) {
        guard let index = controls.firstIndex(where: { $0.id == control.id }) else { return controls.append(control) }
        controls[index] = control
    }
}

/// An entry of `frameworks`.
private struct FrameworkEntry {
    var title = ""
    var isEnabled = true

    static let fields: [Field<FrameworkEntry>] = [
        Field("title", "Its name.", shape: .text) { $1.title = try $0.text },
        .bool("enabled", "Its controls are shown.", \.isEnabled),
    ]

    static func read(_ node: ConfigNode, id: String, over sheet: ControlSheet) throws -> ControlMap.Framework {
        var entry = FrameworkEntry()
        if let known = sheet.frameworks.first(where: { $0.id == id }) { entry.title = known.title }
        try Field.readAll(node, into: &entry, fields)
        guard !entry.title.isEmpty else { throw node.error("'title' is missing: the name of framework \(quoted(id))") }
        return ControlMap.Framework(id: id, title: entry.title, isEnabled: entry.isEnabled)
    }
}

/// An entry of `controls`; what it leaves out stays as it was.
private struct ControlEntry {
    var title = ""
    var statement = ""
    var checks: [String] = []
    var isForRun = false

    static func fields(_ known: [String]?) -> [Field<ControlEntry>] {
        let ids = known.map(Set.init)
        return [
            Field("title", "As the framework has it.", shape: .text) { $1.title = try $0.text },
            Field(
                "statement", "For a statement of applicability; begins with 'Contributes evidence'.",
                shape: .pattern("^Contributes evidence", example: "Contributes evidence for secure coding.")
            ) { node, entry in
                let text = try node.text
                guard text.hasPrefix("Contributes evidence") else {
                    throw node.error(
                        "a statement begins with 'Contributes evidence': whether a control is met is the auditor's verdict"
                    )
                }
                entry.statement = text
            },
            Field(
                "checks", "Ids of checks; all: every run contributes by its record.",
                shape: .list(known.map(Shape.choice) ?? .text)
            ) { node, entry in
                if case .scalar("all", plain: true) = node.value {
                    (entry.checks, entry.isForRun) = ([], true)
                    return
                }
                entry.isForRun = false
                entry.checks = try node.list.map { item in
                    let id = try item.text
                    guard ids?.contains(id) ?? true else {
                        throw item.error(unknownKey(id, known: known ?? [], what: "check"))
                    }
                    return id
                }
            },
        ]
    }

    static func read(
        _ node: ConfigNode, id: String, over sheet: ControlSheet, _ fields: [Field<ControlEntry>]
    ) throws -> ControlMap.Control {
        guard ControlEntry.isID(id) else {
            throw node.error("\(quoted(id)) is not of the form iso27001/A.8.28@2022: FRAMEWORK/CONTROL@EDITION")
        }
        var entry = ControlEntry()
        if let known = sheet.controls.first(where: { $0.id == id }) {
            entry = ControlEntry(
                title: known.title, statement: known.statement, checks: known.checks, isForRun: known.isForRun)
        }
        try Field.readAll(node, into: &entry, fields)
        for (key, value) in [("title", entry.title), ("statement", entry.statement)] where value.isEmpty {
            throw node.error("'\(key)' is missing of \(quoted(id))")
        }
        return ControlMap.Control(
            id: id, title: entry.title, statement: entry.statement, checks: entry.checks, isForRun: entry.isForRun)
    }

    /// Framework, `/`, control, `@`, edition: lower-case letters, digits and hyphens; letters, digits, dots and hyphens;
    /// digits and dots.
    private static func isID(_ id: String) -> Bool {
        guard let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")), let at = id.utf8.lastIndex(of: UInt8(ascii: "@")),
            slash < at
        else { return false }
        func holds(_ part: Substring.UTF8View, _ isAllowed: (UInt8) -> Bool) -> Bool {
            !part.isEmpty && part.allSatisfy(isAllowed)
        }
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        let isDot = { (byte: UInt8) in byte == UInt8(ascii: ".") }
        let isHyphen = { (byte: UInt8) in byte == UInt8(ascii: "-") }
        return holds(id[..<slash].utf8) { isLower($0) || isDigit($0) || isHyphen($0) }
            && holds(id[id.utf8.index(after: slash)..<at].utf8) {
                isLower($0 | 0x20) || isDigit($0) || isDot($0) || isHyphen($0)
            }
            && holds(id[id.utf8.index(after: at)...].utf8) { isDigit($0) || isDot($0) }
    }
}
