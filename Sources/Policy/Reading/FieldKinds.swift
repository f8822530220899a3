// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Forms of fields that only policies have.
extension Field {
    /// Keys of their own below one key, written into a part of the root.
    /// `misplaced`: keys that belong elsewhere, and where.
    static func record<Part>(
        _ name: String, _ doc: String, _ fields: [Field<Part>], showing root: Root,
        _ path: any WritableKeyPath<Root, Part> & Sendable, misplaced: [String: String] = [:]
    ) -> Field {
        let shown = fields.map { FieldDescription($0, default: root[keyPath: path]) }
        return Field(name, doc, shape: .record(shown)) { node, root in
            if case .map(let entries) = node.value,
                let (key, line, _) = entries.first(where: { misplaced[$0.key] != nil }),
                let place = misplaced[key]
            {
                throw ConfigError(file: node.file, line: line, reason: "'\(key)' belongs elsewhere: write \(place)")
            }
            try Field<Part>.readAll(node, into: &root[keyPath: path], fields)
        }
    }

    /// The only version of the format that there is.
    static func version() -> Field {
        Field("version", "Version of this format.", shape: .integer(1...1), required: true, show: { _ in "1" }) {
            node, _ in
            guard case .scalar("1", plain: true) = node.value else {
                throw node.error("this aigate reads 'version: 1'; another version needs another aigate")
            }
        }
    }

    /// A list of texts of one form; `example` is one that has it.
    static func texts(
        _ name: String, _ doc: String, pattern: String, example: String,
        _ path: any WritableKeyPath<Root, [String]> & Sendable, where isValid: @escaping @Sendable (String) -> Bool
    ) -> Field {
        Field(
            name, doc, shape: .list(.pattern(pattern, example: example)),
            show: { YAMLText.list($0[keyPath: path]) }
        ) { node, root in
            root[keyPath: path] = try node.list.map { item in
                let text = try item.text
                guard isValid(text) else { throw item.error("\(quoted(text)) is not of the form \(example)") }
                return text
            }
        }
    }

    /// A file of the repository.
    static func path(_ name: String, _ doc: String, _ path: any WritableKeyPath<Root, String> & Sendable) -> Field {
        Field(name, doc, shape: .text, show: { YAMLText.quoted($0[keyPath: path]) }) { node, root in
            let text = try node.text
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
                throw node.error(
                    "\(quoted(text)) is no path from the repository's root, such as .aigate/allowed_signers")
            }
            root[keyPath: path] = text
        }
    }

    /// E-mail addresses.
    static func addresses(
        _ name: String, _ doc: String, _ path: any WritableKeyPath<Root, [String]> & Sendable
    ) -> Field {
        texts(name, doc, pattern: Address.pattern, example: Address.example, path, where: Address.isValid)
    }
}

/// An e-mail address as policies write it: what stands between the angle brackets.
enum Address {
    static let pattern = "^[^@<>\\s]+@[^@<>\\s]+$"
    static let example = "ann@example.org"

    static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && !part.contains { $0.isWhitespace || $0 == "<" || $0 == ">" }
            }
    }

    /// Two addresses with the same key are the same mailbox.
    static func key(_ text: String) -> String { Identity(name: "", email: text).key }
}
