// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Forms of the words in a register of tools.
enum ToolWords {
    /// An e-mail address, or a pseudonym as `aigate` makes them.
    static let party = Shape.pattern(
        "^([^@<>\\s]+@[^@<>\\s]+|p_[0-9a-f]{16})$", example: "isms@acme.example")
    /// More than blanks and the dots of a template that nobody filled in.
    static let words = Shape.pattern("[^.…\\s]", example: "ISMS-12")
    static let name = Shape.pattern("^[a-z0-9]+(-[a-z0-9]+)*$", example: "claude-code")

    static func isPseudonym(_ text: String) -> Bool {
        text.hasPrefix("p_") && text.utf8.count == 18
            && text.utf8.dropFirst(2).allSatisfy { Hex.value($0) != nil } && text == text.lowercased()
    }

    static func isName(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
            }
    }

    /// Throws for what is no id, with one that it may have meant.
    static func checkID(_ text: String, at node: ConfigNode) throws(ConfigError) {
        guard !isName(text) else { return }
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let meant = words.joined(separator: "-")
        let suggestion = isName(meant) ? "; did you mean '\(meant)'?" : ""
        throw node.error("\(quoted(text)) is no id: lower-case words and numbers joined by hyphens\(suggestion)")
    }
}

extension ConfigNode {
    /// Text that somebody filled in.
    var words: String {
        get throws {
            let text = try text
            guard text.contains(where: { $0 != "." && $0 != "…" && !$0.isWhitespace }) else {
                throw error("\(quoted(text)) says nothing; fill it in, or leave the key out where it may be")
            }
            return text
        }
    }

    /// Who did something.
    var party: String {
        get throws {
            let text = try words
            guard Address.isValid(text) || ToolWords.isPseudonym(text) else {
                throw error(
                    "\(quoted(text)) is neither an e-mail address nor a pseudonym (p_ and 16 hexadecimal digits); "
                        + "write a role's address, as isms@acme.example")
            }
            return text
        }
    }

    /// Names as ids are written; at least one.
    var names: [String] {
        get throws {
            let names = try list.map { item in
                let name = try item.words
                try ToolWords.checkID(name, at: item)
                return name
            }
            if names.isEmpty { throw error("empty; name at least one, or leave the key out for no limit") }
            return names
        }
    }
}

extension Field {
    /// Words of a person.
    static func words(
        _ name: String, _ doc: String, required: Bool = false, _ path: any WritableKeyPath<Root, String> & Sendable
    ) -> Field {
        Field(name, doc, shape: ToolWords.words, required: required) { $1[keyPath: path] = try $0.words }
    }

    /// Words of a person, or nothing.
    static func words(_ name: String, _ doc: String, _ path: any WritableKeyPath<Root, String?> & Sendable) -> Field {
        Field(name, doc, shape: ToolWords.words) { $1[keyPath: path] = try $0.words }
    }
}
