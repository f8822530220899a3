// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a file's header says, with what stands beside and above the file.
package struct LicenceHeaderState: Sendable {
    package let licensing: Licensing
    /// Tags that are surely meant for the file as a whole: those of its first lines, its sidecar and its tables, and
    /// without any those further down.
    package let tags: [Licensing.Statement]
    /// Licences in words; not searched where a tag says it.
    package let notices: [LicenceNotice]

    /// `isProse`: written for people, so that words about a licence put nothing under it.
    package init(_ licensing: Licensing, _ region: HeaderRegion, isProse: Bool = false) {
        self.licensing = licensing
        let sure = licensing.licences.filter { !$0.isInSnippet && $0.isSure }
        let near = sure.filter { $0.source != .header || $0.line <= HeaderRegion.lines }
        tags = near.isEmpty ? sure : near
        notices = tags.isEmpty && !isProse && !region.telling.isEmpty ? region.notices : []
    }

    /// A licence is named, by an expression or in words.
    package var hasLicence: Bool { !tags.isEmpty || !notices.isEmpty }
    package var hasCopyright: Bool { !licensing.notices.isEmpty }

    /// As a person would say that the file has a header: a tag, a notice in words, or a copyright line.
    package var isPresent: Bool { hasLicence || !licensing.isEmpty }

    /// A licence that was there cannot have been meant as less: a tag, or a notice with a copyright line.
    package var isStatement: Bool { !tags.isEmpty || (!notices.isEmpty && hasCopyright) }

    /// The licence of the file as a whole: every tag that is an expression. Nil without any.
    package var expression: SPDXExpression? { SPDXExpression.all(tags.compactMap(\.expression)) }

    /// Whether both name the same licences. Years, holders and the order of words do not count; a tag in place of words
    /// of the same family is no other licence.
    package func names(theSameAs other: LicenceHeaderState) -> Bool {
        // A tag that is no expression names nothing that could be compared, and is complained of by itself.
        if isGarbled || other.isGarbled { return true }
        switch (expression, other.expression) {
        case (let one?, let two?): return one.isEquivalent(to: two)
        case (nil, nil): return covers(other) && other.covers(self)
        default: return !families.isDisjoint(with: other.families)
        }
    }

    /// Whether each licence in the other's words is in these too. A family without a version says less, and nothing
    /// else: `BSD` became `BSD-3-Clause`.
    private func covers(_ other: LicenceHeaderState) -> Bool {
        other.notices.allSatisfy { theirs in
            notices.contains { own in
                own.id == theirs.id || own.family == theirs.family && [own.id, theirs.id].contains(own.family)
            }
        }
    }

    private var isGarbled: Bool { !tags.isEmpty && expression == nil }

    private var families: Set<String> {
        let terms = expression?.terms ?? []
        return Set(notices.map(\.family) + terms.map(\.family))
    }

    /// The licences in words for people: the expression, or the families of the notices.
    package var name: String {
        if let expression { return expression.text }
        let ids = Set(notices.map(\.id)).sorted()
        return ids.isEmpty ? "none" : ids.joined(separator: ", ")
    }
}

extension SPDXExpression.Term {
    /// The id without version and variant: `GPL`, `BSD`.
    package var family: String { LicenceFamilies.family(of: id) }
}
