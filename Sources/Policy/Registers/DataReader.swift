// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Reads `data.yml`: the organisation's, which the repository's own may only tighten, else the repository's.
enum DataReader {
    /// Nil where there is neither. Throws the mistakes of the first file that has any.
    static func register(central: RegisterFile?, own: RegisterFile?) throws(ConfigErrors) -> DataRegister? {
        let base = try central.map(draft)
        let mine = try own.map(draft)
        guard let first = base ?? mine else { return nil }
        var settling = try DataSettling(first)
        if base != nil, let mine { try settling.tighten(by: mine) }
        return try settling.register()
    }

    private static func draft(_ file: RegisterFile) throws(ConfigErrors) -> DataDraft {
        let node = try PolicyReader.tree(file.bytes, file: file.shown)
        var draft = DataDraft()
        try Field.readAll(node, into: &draft, DataFields.all)
        return draft
    }
}

/// Makes a register of what was written.
struct DataSettling {
    private(set) var preset: DataPreset
    private(set) var classes: [DataClass]
    private var defaultClass: String
    private var defaultPlace: RegisterPlace?
    private var layers: [[DataDraft.Placed<DataDraft.PathEntry>]] = []
    private(set) var limitations: [String] = []
    private var errors = ConfigErrors.Collection()

    init(_ draft: DataDraft) throws(ConfigErrors) {
        preset = draft.preset?.value ?? .iso27001
        classes = preset.classes
        defaultClass = preset.defaultClass
        add(draft.classes)
        for (id, entry) in draft.contracts { setContract(entry, of: id) }
        for (id, entry) in draft.matrix { change(id, entry, isOwn: false) }
        setDefault(draft.defaultClass)
        check(draft.paths)
        layers = [draft.paths]
        try errors.check()
    }

    /// The repository's own register over the organisation's: what would loosen a cell is a mistake.
    mutating func tighten(by own: DataDraft) throws(ConfigErrors) {
        if let other = own.preset, other.value != preset {
            errors.add(
                other.node.error(
                    "the organisation's register starts from the preset \(preset.rawValue); leave 'preset' out"))
        }
        add(own.classes)
        for (id, entry) in own.contracts {
            if entry.value.external {
                errors.add(
                    entry.node.error(
                        "contracts.\(id): only the organisation's register says that a contract lets data out; leave 'external' out"
                    ))
            } else {
                setContract(entry, of: id)
            }
        }
        for (id, entry) in own.matrix { change(id, entry, isOwn: true) }
        check(own.paths)
        noteIdlePaths(own.paths)
        tightenDefault(own.defaultClass)
        try errors.check()
        layers.append(own.paths)
    }

    func register() throws(ConfigErrors) -> DataRegister {
        var errors = ConfigErrors.Collection()
        let rules = layers.map { layer in
            layer.compactMap { entry -> DataRegister.PathRule? in
                guard let dataClass = dataClass(entry.value.dataClass) else { return nil }
                if dataClass.needsContract, dataClass.contract == nil {
                    errors.add(entry.node.error(DataSettling.needsContract(dataClass.id)))
                }
                return DataRegister.PathRule(
                    patterns: entry.value.patterns, dataClass: dataClass, place: RegisterPlace(entry.node))
            }
        }
        try errors.check()
        guard let fallback = dataClass(defaultClass) else {
            throw ConfigErrors(ConfigError(file: "data.yml", line: nil, reason: unknown(defaultClass)))
        }
        if fallback.needsContract, fallback.contract == nil {
            throw ConfigErrors(
                ConfigError(
                    file: defaultPlace?.file ?? "data.yml", line: defaultPlace?.line,
                    reason: DataSettling.needsContract(fallback.id)))
        }
        return DataRegister(
            preset: preset, classes: classes, defaultClass: fallback, defaultPlace: defaultPlace, layers: rules,
            limitations: limitations)
    }

    private static func needsContract(_ id: String) -> String {
        "class '\(id)' needs the contract that protects it: contracts: {\(id): {reference: \"...\"}}"
    }

    private func dataClass(_ id: String) -> DataClass? { classes.first { $0.id == id } }

    private func unknown(_ id: String) -> String { unknownKey(id, known: classes.map(\.id), what: "class") }
}

// The parts of a file.
extension DataSettling {
    private mutating func add(_ own: [(id: String, entry: DataDraft.Placed<DataDraft.OwnClass>)]) {
        for (id, entry) in own {
            guard dataClass(id) == nil else {
                errors.add(
                    entry.node.error(
                        "class '\(id)' is there already (\(preset.rawValue) or the organisation's); change its cells in 'matrix'"
                    ))
                continue
            }
            let source = DataCell.Source.written(RegisterPlace(entry.node))
            classes.append(
                DataClass(
                    id, entry.value.title, external: DataCell(entry.value.external, source),
                    selfHosted: DataCell(entry.value.selfHosted, source)))
        }
    }

    /// Where its contract lets it out, a class is seen outside under controls.
    private mutating func setContract(_ entry: DataDraft.Placed<DataDraft.Contract>, of id: String) {
        guard let index = classes.firstIndex(where: { $0.id == id }) else {
            return errors.add(entry.node.error(unknown(id)))
        }
        guard classes[index].needsContract else {
            let known = classes.filter(\.needsContract).map(\.id)
            let which =
                known.isEmpty
                ? "none of the preset \(preset.rawValue) does" : "those that do: " + known.joined(separator: ", ")
            return errors.add(entry.node.error("class '\(id)' needs no contract; \(which)"))
        }
        if let other = classes[index].contract, other != entry.value.reference {
            return errors.add(
                entry.node.error("the organisation's register names another contract for '\(id)'; leave it out"))
        }
        classes[index].contract = entry.value.reference
        if entry.value.external {
            classes[index].external = DataCell(.withControls, .written(RegisterPlace(entry.node)))
        }
    }

    private mutating func change(_ id: String, _ entry: DataDraft.Placed<DataDraft.Cells>, isOwn: Bool) {
        guard let index = classes.firstIndex(where: { $0.id == id }) else {
            return errors.add(entry.node.error(unknown(id)))
        }
        for (deployment, value, cell) in [
            (Deployment.external, entry.value.external, \DataClass.external),
            (.selfHosted, entry.value.selfHosted, \.selfHosted),
        ] {
            guard let value else { continue }
            let before = classes[index][keyPath: cell]
            if value.value < before.permission, let why = refusal(classes[index], before, isOwn: isOwn) {
                errors.add(
                    value.node.error(
                        "\(value.value.rawValue) loosens \(id) for \(deployment.rawValue) tools from "
                            + "\(before.permission.rawValue) (\(before.source)); \(why)"))
            } else {
                classes[index][keyPath: cell] = DataCell(value.value, .written(RegisterPlace(value.node)))
            }
        }
    }

    /// Why a cell may not become looser; nil where it may.
    private func refusal(_ dataClass: DataClass, _ cell: DataCell, isOwn: Bool) -> String? {
        if isOwn { return "a repository may only tighten the organisation's matrix" }
        guard dataClass.needsContract, cell == dataClass.external else { return nil }
        return "only its contract opens it: contracts: {\(dataClass.id): {reference: \"...\", external: true}}"
    }

    private mutating func setDefault(_ written: DataDraft.Placed<String>?) {
        guard let written else { return }
        guard dataClass(written.value) != nil else { return errors.add(written.node.error(unknown(written.value))) }
        defaultClass = written.value
        defaultPlace = RegisterPlace(written.node)
    }

    private mutating func tightenDefault(_ own: DataDraft.Placed<String>?) {
        guard let own else { return }
        if let mine = dataClass(own.value), let theirs = dataClass(defaultClass), mine.isWeaker(than: theirs) {
            errors.add(
                own.node.error(
                    "default '\(mine.id)' is weaker than the organisation's '\(theirs.id)'; a repository may only name a stricter one"
                ))
        } else {
            setDefault(own)
        }
    }

    private mutating func check(_ paths: [DataDraft.Placed<DataDraft.PathEntry>]) {
        for entry in paths where dataClass(entry.value.dataClass) == nil {
            errors.add(entry.node.error(unknown(entry.value.dataClass)))
        }
    }

    /// What a repository says of a path holds beside what the organisation says, so a weaker class changes nothing.
    private mutating func noteIdlePaths(_ paths: [DataDraft.Placed<DataDraft.PathEntry>]) {
        guard let fallback = dataClass(defaultClass) else { return }
        for entry in paths {
            guard let dataClass = dataClass(entry.value.dataClass), dataClass.isWeaker(than: fallback) else { continue }
            limitations.append(
                "\(entry.node.file) line \(entry.node.line) calls paths '\(dataClass.id)'; where the organisation's "
                    + "register says no more than its default '\(fallback.id)', that holds as well")
        }
    }
}
