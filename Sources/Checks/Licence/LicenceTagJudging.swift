// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences

/// Judges the expressions of tags that a change brings: whether they are ones, and whether the policy takes them.
struct LicenceTagJudging {
    private let rules: LicenceRules
    private let base: any FileTree
    private let convention: HeaderConvention

    init(_ rules: LicenceRules, _ base: any FileTree, _ convention: HeaderConvention) {
        self.rules = rules
        self.base = base
        self.convention = convention
    }

    /// `old`: what was said before; that is not judged again.
    func findings(in statements: [Licensing.Statement], since old: [Licensing.Statement]) throws -> [Finding] {
        var known = Set(old.map(\.value))
        return try statements.flatMap { statement -> [Finding] in
            guard statement.isSure, !LicenceTagJudging.isTemplate(statement.value),
                known.insert(statement.value).inserted
            else {
                return []
            }
            return try findings(in: statement)
        }
    }

    /// What a program fills in later.
    private static func isTemplate(_ value: [UInt8]) -> Bool {
        value.contains {
            [UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: "@")].contains($0)
        }
    }

    private func findings(in statement: Licensing.Statement) throws -> [Finding] {
        let place = Finding.Place(path: statement.path, line: statement.line)
        let excerpt = Excerpt(line: statement.value)
        let expression: SPDXExpression
        do throws(SPDXError) { expression = try SPDXExpression(statement.value) } catch {
            return [
                Finding(
                    rule: "invalid-expression", at: place,
                    .notAnExpression(String(decoding: statement.value, as: UTF8.self), error),
                    excerpt: excerpt, fix: .writeExpression, defaultLevel: try level(of: statement))
            ]
        }
        var found: [Finding] = []
        for issue in expression.issues {
            switch issue.kind {
            case .unknown:
                found.append(
                    Finding(
                        rule: "invalid-expression", at: place, .unknown(issue.id, issue.hint), excerpt: excerpt,
                        fix: .writeID,
                        defaultLevel: try level(of: statement)))
            case .deprecated(let replacements):
                found.append(
                    Finding(
                        rule: "deprecated-id", at: place, .deprecated(issue.id), excerpt: excerpt,
                        fix: .replace(replacements),
                        defaultLevel: try level(of: statement)))
            case .spelling(let canonical):
                found.append(
                    Finding(
                        rule: "spelling", at: place, .spelling(issue.id, canonical), excerpt: excerpt,
                        fix: .writeAsListed,
                        defaultLevel: .monitor))
            }
        }
        return try found + notAllowed(expression, statement, place, excerpt)
    }

    /// What the project has always written is a matter for the project, and not for each file.
    private func level(of statement: Licensing.Statement) throws -> Level {
        try convention.knows(statement.value) ? .monitor : .warn
    }

    private func notAllowed(
        _ expression: SPDXExpression, _ statement: Licensing.Statement, _ place: Finding.Place, _ excerpt: Excerpt
    ) throws -> [Finding] {
        guard expression.isAllowed(by: rules.allows) else {
            return [
                Finding(
                    rule: "not-allowed", at: place, .notAllowed(expression.text), excerpt: excerpt, fix: .useAllowed,
                    defaultLevel: .block)
            ]
        }
        // Without a list of what is, what stands at the base is allowed, and what asks for nothing.
        guard !rules.listsAllowed,
            !expression.isAllowed(by: { rules.allows($0) && LicenceTagJudging.isHarmless($0.category) }),
            try !expression.isAllowed(by: {
                try rules.allows($0) && (LicenceTagJudging.isHarmless($0.category) || convention.stands($0))
            })
        else { return [] }
        // Of a text in the file itself the check licence-text speaks.
        return [
            Finding(
                rule: "not-allowed", at: place, .newLicence(expression.text), excerpt: excerpt, fix: .useKnown,
                defaultLevel: statement.source == .header ? .monitor : .warn)
        ]
    }

    private static func isHarmless(_ category: LicenceCategory) -> Bool {
        switch category {
        case .permissive, .publicDomain, .unknown: true
        case .weakCopyleft, .strongCopyleft, .sourceAvailable, .restricted: false
        }
    }
}

extension Message {
    fileprivate static func notAnExpression(_ text: String, _ error: SPDXError) -> Message {
        "'\(text)' is no SPDX licence expression, at its byte \(error.offset + 1): \(error.reason)"
    }

    fileprivate static func unknown(_ id: String, _ hint: String?) -> Message {
        guard let hint else { return "'\(id)' is not on the SPDX licence list" }
        return "'\(id)' is not on the SPDX licence list; \(hint)"
    }

    fileprivate static func deprecated(_ id: String) -> Message { "the SPDX id '\(id)' is deprecated" }

    fileprivate static func spelling(_ id: String, _ canonical: String) -> Message {
        "the SPDX list writes '\(canonical)', and not '\(id)'"
    }

    fileprivate static func notAllowed(_ text: String) -> Message { "the policy does not allow the licence \(text)" }

    fileprivate static func newLicence(_ text: String) -> Message {
        "\(text) asks something of those who pass the file on, and is new here"
    }

    fileprivate static let writeExpression: Message =
        "write an SPDX expression: 'MIT', 'GPL-2.0-or-later OR Apache-2.0'; for terms of your own 'LicenseRef-NAME'"
    fileprivate static let writeID: Message =
        "write the id as https://spdx.org/licenses has it; for terms of your own 'LicenseRef-NAME'"
    fileprivate static let writeAsListed: Message = "write the id as the list does"
    fileprivate static let useAllowed: Message =
        "leave the file out, or ask the policy's owner to allow the licence (licence-header: allow)"
    fileprivate static let useKnown: Message =
        "leave the file out, or have its terms looked at; a policy's allow list settles it (licence-header: allow)"

    fileprivate static func replace(_ replacements: [String]) -> Message {
        switch replacements.count {
        case 0: "write the licences that it stood for, joined by AND"
        case 1: "write '\(replacements[0])'"
        default: "write '\(replacements[0])' or '\(replacements[1])', as the holder meant it"
        }
    }
}
