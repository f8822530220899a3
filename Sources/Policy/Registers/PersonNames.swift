// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// How registers name people: by mailbox or `@login` in what the pipeline gives, by pseudonym in git.
struct PersonNames {
    /// The file came from the pipeline.
    let mayBePlain: Bool

    static let pattern = "^(p_[0-9a-f]{16}|@?[^@<>\\s]+|[^@<>\\s]+@[^@<>\\s]+)$"
    static let example = "p_0123456789abcdef"

    /// The key of the mailbox, `@login` in lower case, or the pseudonym. Throws for anything else.
    func name(_ node: ConfigNode, what: String = "a person") throws -> String {
        let text = try node.text
        if isPseudonym(text) { return text }
        if text.hasPrefix("p_") {
            throw node.error("a pseudonym is p_ and 16 hexadecimal digits in lower case, found \(quoted(text))")
        }
        guard mayBePlain else {
            // The name itself is not repeated: it would only spread.
            throw node.error(
                "\(what) is named here by pseudonym only: personal data in git cannot be erased; write what "
                    + "'aigate people pseudonym' prints (AIGATE_PEOPLE_KEY holds the organisation's key), or give the "
                    + "file to each run with --people")
        }
        if text.hasPrefix("@"), PersonNames.isLogin(text.dropFirst()) { return text.lowercased() }
        guard Address.isValid(text) else {
            throw node.error("expected an e-mail address, @login or a pseudonym as \(PersonNames.example)")
        }
        return Address.key(text)
    }

    private static func isLogin(_ text: Substring) -> Bool {
        !text.isEmpty && !text.contains { $0.isWhitespace || "@<>/".contains($0) }
    }
}
