// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The keys of one tool: the one list that makes the reader, the schema and `aigate tools request`.
enum ToolFields {
    static let all: [Field<RegisteredTool>] =
        [
            .words("name", "As people call it; left out: the catalogue's name.", \.name),
            .words("owner", "Who answers for it: a role or team.", required: true, \.owner),
            .words("vendor", "Who makes it.", required: true, \.vendor),
            Field(
                "deployment", "external: with a provider outside; self-hosted: on the organisation's own machines.",
                shape: .choice(Deployment.allCases.map(\.rawValue)), required: true
            ) { node, tool in
                tool.deployment = try node.choice(
                    of: Deployment.self, meanings: ["cloud": .external, "saas": .external, "local": .selfHosted])
            },
            .words("tier", "The plan that it is bought at: the vendor's terms differ by plan.", \.tier),
        ] + limits + [
            Field(
                "matrix", "Cells of the matrix that this tool has differently, by data class.",
                shape: .map(keys: nil, .choice(Permission.allCases.map(\.rawValue)))
            ) { node, tool in
                for (key, line, value) in try node.map {
                    try ToolWords.checkID(key, at: ConfigNode(value.value, file: node.file, line: line))
                    tool.matrix[key] = try value.choice(of: Permission.self)
                }
            },
            .words("controls", "The record of the controls for classes that ask for some.", \.controls),
            .words("legal-basis", "The record of the legal basis for classes that ask for one.", \.legalBasis),
            record("configuration", "How it is set up, and what it may reach.", configuration, \.configuration),
            record("supplier", "What is known of its supplier.", supplier, \.supplier),
            ToolFactFields.assessments,
            ToolEventFields.list(\.events),
        ]

    /// What narrows a tool's use, for the register of the organisation and for that of a repository.
    static let limits: [Field<RegisteredTool>] = ToolLimitFields.all.map { $0.lifted(to: \.limits) }

    private static let configuration: [Field<ToolConfiguration>] = [
        .words("reference", "Where its settings are kept.", \.reference),
        Field("scopes", "Systems and rights that it was given.", shape: .list(ToolWords.words)) { node, root in
            root.scopes = try node.list.map { try $0.words }
        },
    ]

    private static let supplier: [Field<SupplierRecord>] = [
        .words("region", "Where what is sent is processed.", \.region),
        .words("encryption", "How it is protected on the way and at rest.", \.encryption),
        .words("breach-notification", "How soon, and to whom.", \.breachNotification),
        ToolFactFields.documents("contracts", "Contracts.", .contract, \.contracts),
        ToolFactFields.documents("dpas", "Data processing agreements.", .dpa, \.dpas),
        ToolFactFields.documents("certificates", "Certifications, such as ISO 27001.", .certificate, \.certificates),
        ToolFactFields.reviews(
            "opt-outs", "When somebody saw that what is sent trains no model, at the tier in use.", \.optOuts),
        ToolFactFields.documents(
            "retention", "Clauses on how long the supplier keeps what is sent.", .retention, \.retention),
    ]

    private static func record<Part>(
        _ name: String, _ doc: String, _ fields: [Field<Part>],
        _ path: any WritableKeyPath<RegisteredTool, Part> & Sendable
    ) -> Field<RegisteredTool> {
        .record(
            name, doc, fields, showing: RegisteredTool(id: "", place: RegisterPlace(file: "", line: 0)), path)
    }
}

/// The keys that narrow a tool's use.
enum ToolLimitFields {
    static let all: [Field<ToolLimits>] = [
        Field(
            "data-classes", "The data classes that it may see at most; left out: those that the matrix permits.",
            shape: .list(ToolWords.name)
        ) { $1.dataClasses = try $0.names },
        Field(
            "models", "Patterns for the models or versions allowed, such as claude-sonnet-4*; left out: any.",
            shape: .list(ToolWords.words)
        ) { node, limits in
            limits.models = try node.list.map { NamePattern(try $0.words) }
            if limits.models?.isEmpty == true { throw node.error("empty; name a model, or leave 'models' out") }
        },
        Field(
            "accounts", "Which accounts of people are managed by the organisation; left out: any.",
            shape: .record(accounts.map { FieldDescription($0, default: AccountRule()) })
        ) { node, limits in
            var rule = AccountRule()
            try Field.readAll(node, into: &rule, accounts)
            guard !rule.domains.isEmpty || !rule.addresses.isEmpty else {
                throw node.error("allows nobody; write {domains: [acme.example]}, or leave 'accounts' out")
            }
            limits.accounts = rule
        },
    ]

    private static let accounts: [Field<AccountRule>] = [
        .texts(
            "domains", "Domains of e-mail addresses, without their subdomains.", pattern: "^[^@*\\s]+\\.[^@*\\s]+$",
            example: "acme.example", \.domains
        ) { text in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count > 1
                && parts.allSatisfy { part in
                    !part.isEmpty && !part.contains { $0 == "@" || $0 == "*" || $0.isWhitespace }
                }
        },
        .texts(
            "addresses", "Patterns for whole addresses, in which * stands for any text.",
            pattern: "^[^@\\s]*@[^@\\s]+$",
            example: "*-ai@acme.example", \.addresses
        ) { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[1].isEmpty && parts[1] != "*" && !text.contains { $0.isWhitespace }
        },
    ]
}
