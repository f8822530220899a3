// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

extension SPDXExpression {
    /// Something in a grammatical expression that its writer should mend.
    package struct Issue: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// On no list, or on that of the others: licences, or exceptions behind `WITH`.
            case unknown(isException: Bool)
            /// On the list, and not to be used any more; what to write instead, if SPDX says so.
            case deprecated(replacements: [String])
            /// On the list in another case.
            case spelling(canonical: String)
        }

        package let kind: Kind
        /// As written.
        package let id: String
        /// In bytes from the expression's beginning.
        package let offset: Int

        /// Not a licence that anybody could look up.
        package var isUnknown: Bool { if case .unknown = kind { true } else { false } }
        package var isDeprecated: Bool { if case .deprecated = kind { true } else { false } }

        /// What may have been meant by an id that is on no list, in words; nil where nothing is near.
        package var hint: String? {
            if case .unknown(let isException) = kind {
                SPDXExpression.hint(for: id, isException: isException)
            } else {
                nil
            }
        }
    }

    /// What is to be said of an id as it was written; nil for one that is right. `isException`: it stands behind
    /// `WITH`.
    static func issue(with id: String, isOrLater: Bool = false, isException: Bool, at offset: Int) -> Issue? {
        guard let entry = LicenceList.entry(isOrLater ? id + "+" : id) ?? LicenceList.entry(id),
            entry.isException == isException
        else { return Issue(kind: .unknown(isException: isException), id: id, offset: offset) }
        if entry.isDeprecated {
            return Issue(
                kind: .deprecated(replacements: entry.replacements), id: isOrLater ? id + "+" : id, offset: offset)
        }
        return entry.id == id ? nil : Issue(kind: .spelling(canonical: entry.id), id: id, offset: offset)
    }

    /// Words of others for what SPDX says in another way, and ids that are nearly right.
    private static func hint(for id: String, isException: Bool) -> String? {
        if let entry = LicenceList.entry(id) {
            return entry.isException
                ? "it is an exception, and goes behind WITH" : "it is a licence, and WITH takes an exception"
        }
        let lowered = id.lowercased()
        for prefix in ["LicenseRef-", "AdditionRef-"] where lowered.hasPrefix(prefix.lowercased()) {
            return isException == (prefix == "AdditionRef-")
                ? "the prefix is written \(prefix)" : "\(prefix) does not stand there"
        }
        switch lowered {
        case "none", "noassertion": return "that is a word of bills of materials, and no licence"
        case "unlicensed", "proprietary": return "for terms of your own write LicenseRef-NAME"
        case "apache", "apache2", "apache-2", "apache2.0", "asl-2.0", "asl2": return "did you mean 'Apache-2.0'?"
        case "bsd": return "did you mean 'BSD-2-Clause' or 'BSD-3-Clause'?"
        case "bsd-2", "bsd2": return "did you mean 'BSD-2-Clause'?"
        case "bsd-3", "bsd3", "new-bsd": return "did you mean 'BSD-3-Clause'?"
        case "gpl", "gplv2", "gpl2", "gpl-2": return "did you mean 'GPL-2.0-only' or 'GPL-2.0-or-later'?"
        case "gplv2+", "gplv2-or-later": return "did you mean 'GPL-2.0-or-later'?"
        case "gplv3", "gpl3", "gpl-3": return "did you mean 'GPL-3.0-only' or 'GPL-3.0-or-later'?"
        case "lgpl", "lgplv2.1", "lgpl2.1": return "did you mean 'LGPL-2.1-only' or 'LGPL-2.1-or-later'?"
        case "mpl", "mpl2", "mpl-2": return "did you mean 'MPL-2.0'?"
        default:
            // Of a much longer or shorter id nobody thinks.
            let reach = id.utf8.count / 3 + 1
            let near = LicenceList.entries.filter {
                $0.isException == isException && !$0.isDeprecated && abs($0.id.utf8.count - id.utf8.count) <= reach
            }
            return closest(to: id, of: near.map(\.id)).map { "did you mean '\($0)'?" }
        }
    }
}
