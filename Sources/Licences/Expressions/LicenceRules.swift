// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Which licences an organisation takes: ids of the SPDX list, expressions of one licence, `LicenseRef-` names and
/// words of `LicenceCategory`.
package struct LicenceRules: Sendable {
    private let allowed: Entries
    private let denied: Entries

    private struct Entries {
        var terms: Set<SPDXExpression.Term> = []
        var categories: Set<LicenceCategory> = []
        var isEmpty: Bool { terms.isEmpty && categories.isEmpty }

        init(_ texts: [String]) throws {
            for text in texts {
                if let category = LicenceCategory(rawValue: text) {
                    categories.insert(category)
                } else {
                    terms.insert(try LicenceRules.term(text))
                }
            }
        }

        func contains(_ term: SPDXExpression.Term) -> Bool {
            categories.contains(term.category) || term.readings.contains(where: terms.contains)
        }
    }

    /// Throws `SettingError` for what is neither a licence nor a category.
    package init(allow: [String], deny: [String]) throws {
        allowed = try Entries(allow)
        denied = try Entries(deny)
    }

    /// There is a list of what is allowed, and nothing else is.
    package var listsAllowed: Bool { !allowed.isEmpty }

    package func allows(_ term: SPDXExpression.Term) -> Bool {
        !denied.contains(term) && (allowed.isEmpty || allowed.contains(term))
    }

    /// Whether the list of what is allowed has an entry, or the kind of a licence that asks for nothing: of others an
    /// exception may make another kind.
    package func covers(_ entry: String) throws -> Bool {
        if let category = LicenceCategory(rawValue: entry) { return allowed.categories.contains(category) }
        let term = try LicenceRules.term(entry)
        return allowed.terms.contains(term)
            || [.permissive, .publicDomain].contains(term.category) && allowed.categories.contains(term.category)
    }

    private static func term(_ text: String) throws -> SPDXExpression.Term {
        let expression: SPDXExpression
        do throws(SPDXError) { expression = try SPDXExpression(text) } catch {
            throw SettingError("\(quoted(text)) is no licence: \(error.reason)")
        }
        if let issue = expression.issues.first(where: \.isUnknown) {
            let known = LicenceCategory.allCases.map(\.rawValue)
            let meant = issue.hint ?? closest(to: text, of: known).map { "did you mean '\($0)'?" }
            throw SettingError(
                "\(quoted(issue.id)) is neither on the SPDX list nor a category" + (meant.map { "; \($0)" } ?? ""))
        }
        guard case .term(let term) = expression.root else {
            throw SettingError("\(quoted(text)) names more than one licence; write an entry for each")
        }
        return term.readings.first ?? term
    }
}

extension SPDXExpression.Term {
    /// The licences by any of which it may be taken, its own first: an exception only adds permissions, and of this
    /// version or any later one this version may be chosen.
    fileprivate var readings: [SPDXExpression.Term] {
        let entry = LicenceList.entry(id)
        let current =
            (entry?.isDeprecated == true ? entry?.replacements.first : nil).flatMap(SPDXExpression.Term.init) ?? self
        let qualified = SPDXExpression.Term(
            id: current.id, isOrLater: isOrLater, exception: exception ?? current.exception)
        let suffix = "-or-later"
        let ids =
            qualified.id.hasSuffix(suffix)
            ? [qualified.id, String(qualified.id.dropLast(suffix.count)) + "-only"] : [qualified.id]
        var result = [qualified]
        for id in ids {
            result.append(SPDXExpression.Term(id: id, exception: qualified.exception))
            result.append(SPDXExpression.Term(id: id))
        }
        return result
    }

    /// An expression of one licence; nil for any other.
    private init?(_ text: String) {
        guard let expression = SPDXExpression(validating: text), case .term(let term) = expression.root else {
            return nil
        }
        self = term
    }
}

extension SPDXExpression {
    /// Nil for what is outside the grammar.
    fileprivate init?(validating text: String) {
        do throws(SPDXError) { try self.init(text) } catch { return nil }
    }
}
