// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Reads `tools.yml`, the register of AI tools.
enum ToolReader {
    /// Nil where nobody keeps one. The organisation's holds and the repository's own may only restrict it; without one
    /// of the organisation, the repository's is the register.
    static func register(_ files: RegisterFiles) throws(ConfigErrors) -> ToolRegister? {
        let own = files.own(.tools).first
        guard let central = files.central(.tools).first else {
            guard let own else { return nil }
            let register = try read(own)
            if !files.central(.data).isEmpty { try ToolOverlay.refuseLoosening(register) }
            return ToolRegister(register.tools)
        }
        let register = try read(central)
        guard let own else { return ToolRegister(register.tools) }
        return ToolRegister(try ToolOverlay(register.tools, central.shown).tools(with: own))
    }

    private static func read(_ file: RegisterFile) throws(ConfigErrors) -> ToolRegisterEntry {
        var entry = ToolRegisterEntry()
        try Field.readAll(try PolicyReader.tree(file.bytes, file: file.shown), into: &entry, ToolRegisterEntry.fields)
        entry.settleApprovals()
        return entry
    }
}

/// The keys of a register of tools while it is read.
struct ToolRegisterEntry {
    var approvers: [String] = []
    var tools: [RegisteredTool] = []

    static let fields: [Field<ToolRegisterEntry>] = [
        .version(),
        Field(
            "approvers",
            "Whose approval counts: e-mail addresses of roles, or pseudonyms; an address of a person in git cannot be "
                + "erased.",
            shape: .list(ToolWords.party), required: true, show: { YAMLText.list($0.approvers) }
        ) { node, entry in
            entry.approvers = try node.list.map { try $0.party }
            if entry.approvers.isEmpty { throw node.error("empty; name who may approve, as in [isms@acme.example]") }
        },
        toolsField(ToolFields.all, \.tools),
    ]

    /// The key `tools`, by ids.
    static func toolsField<Root>(
        _ fields: [Field<RegisteredTool>], _ path: any WritableKeyPath<Root, [RegisteredTool]> & Sendable
    ) -> Field<Root> {
        let blank = RegisteredTool(id: "", place: RegisterPlace(file: "", line: 0))
        return Field(
            "tools", "The tools by id: the catalogue's ('aigate trailer' lists them) or your own.",
            shape: .map(keys: nil, .record(fields.map { FieldDescription($0, default: blank) })), required: true
        ) { node, root in
            var errors = ConfigErrors.Collection()
            for (key, line, value) in try node.map where !errors.isFull {
                let place = ConfigNode(value.value, file: node.file, line: line)
                errors.collecting(at: place, key) {
                    try ToolWords.checkID(key, at: place)
                    var tool = RegisteredTool(id: key, place: RegisterPlace(place))
                    try Field.readAll(place, into: &tool, fields)
                    root[keyPath: path].append(tool)
                }
            }
            try errors.check()
        }
    }

    /// An approval counts only from a listed approver who is not the requester.
    mutating func settleApprovals() {
        let listed = Set(approvers.map(Address.key))
        for index in tools.indices {
            // Of the request that is open; asking once more takes nobody out of it.
            var requesters: Set<String> = []
            for event in tools[index].events.indices {
                let by = Address.key(tools[index].events[event].by)
                switch tools[index].events[event].status {
                case .requested: requesters.insert(by)
                case .approved where requesters.contains(by): tools[index].events[event].flaw = .selfApproved
                case .approved where !listed.contains(by): tools[index].events[event].flaw = .unlistedApprover
                case .approved, .retired: requesters = []
                default: break
                }
            }
        }
    }
}
