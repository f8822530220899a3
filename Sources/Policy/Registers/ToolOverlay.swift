// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Lays a repository's own register of tools over the organisation's, which it may only restrict.
struct ToolOverlay {
    private let central: [RegisteredTool]
    /// The organisation's file, for messages.
    private let file: String

    init(_ central: [RegisteredTool], _ file: String) {
        self.central = central
        self.file = file
    }

    /// What an own register may say.
    static let fields: [Field<[RegisteredTool]>] = [
        .version(),
        ToolRegisterEntry.toolsField(ToolFields.limits + [ToolEventFields.list(\.events, isOwn: true)], \.self),
    ]

    func tools(with own: RegisterFile) throws(ConfigErrors) -> [RegisteredTool] {
        let node = try PolicyReader.tree(own.bytes, file: own.shown)
        try refuseOthers(node)
        var read: [RegisteredTool] = []
        try Field.readAll(node, into: &read, ToolOverlay.fields)
        var errors = ConfigErrors.Collection()
        var tools = central
        for tool in read {
            errors.collecting {
                guard let index = central.firstIndex(where: { $0.id == tool.id }) else {
                    let suggestion = closest(to: tool.id, of: central.map(\.id)).map { "did you mean '\($0)'? " } ?? ""
                    throw tool.limits.error(
                        "the organisation's register (\(file)) has no tool '\(tool.id)'; \(suggestion)Only it "
                            + "may add one")
                }
                try check(tool.limits, in: central[index].limits)
                tools[index].ownLimits = tool.limits.isEmpty ? nil : tool.limits
                tools[index].ownEvents = tool.events
            }
        }
        try errors.check()
        return tools
    }

    /// Keys that are known, but not the repository's to write.
    private func refuseOthers(_ node: ConfigNode) throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        func refuse(_ node: ConfigNode, known: [String], all: [String]) {
            guard case .map(let entries) = node.value else { return }
            for (key, line, _) in entries where all.contains(key) && !known.contains(key) {
                errors.add(
                    ConfigError(
                        file: node.file, line: line,
                        reason: "'\(key)' is for the organisation's register (\(file)); a repository may only "
                            + "restrict: "
                            + known.joined(separator: ", ")))
            }
        }
        refuse(node, known: ToolOverlay.fields.map(\.name), all: ToolRegisterEntry.fields.map(\.name))
        if case .map(let tools)? = node["tools"]?.value {
            let known = ToolFields.limits.map(\.name) + ["events"]
            for tool in tools { refuse(tool.value, known: known, all: ToolFields.all.map(\.name)) }
        }
        try errors.check()
    }

    private func check(_ own: ToolLimits, in allowed: ToolLimits) throws(ConfigError) {
        func refuse(_ what: String, _ name: String) throws(ConfigError) {
            throw own.error(
                "\(quoted(name)) is not among the organisation's \(what) (\(file) line \(allowed.place.line)); a "
                    + "repository may only narrow them")
        }
        if let limit = allowed.dataClasses, let more = own.dataClasses?.first(where: { !limit.contains($0) }) {
            try refuse("data-classes", more)
        }
        if let limit = allowed.models,
            let more = own.models?.first(where: { model in !limit.contains { $0.covers(model) } })
        {
            try refuse("models", more.text)
        }
        if let limit = allowed.accounts, let own = own.accounts {
            let addresses = own.domains.map { "*@" + $0 } + own.addresses
            if let more = addresses.first(where: { !limit.allows(Identity(name: "", email: $0)) }) {
                try refuse("accounts", more)
            }
        }
    }

    /// A register of a repository beside data classes of the organisation: it may not loosen their matrix.
    static func refuseLoosening(_ register: ToolRegisterEntry) throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        for tool in register.tools {
            let keys = [
                tool.matrix.isEmpty ? nil : "matrix", tool.controls.map { _ in "controls" },
                tool.legalBasis.map { _ in "legal-basis" },
                tool.deployment == .selfHosted ? "deployment: self-hosted" : nil,
            ].compactMap(\.self)
            for key in keys {
                errors.add(
                    tool.limits.error(
                        "\(tool.id): '\(key)' would loosen the organisation's data.yml; only a tools.yml beside "
                            + "that may say it"))
            }
        }
        try errors.check()
    }
}

extension ToolLimits {
    fileprivate func error(_ reason: String) -> ConfigError {
        ConfigError(file: place.file, line: place.line, reason: reason)
    }
}
