// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The drafts that are only entries of a list of licences: many names side by side put nothing under any of them.
struct LicenceTables {
    /// No file stands under more families at once that are only named.
    private static let most = 3
    /// Words in which they stand.
    private static let span = 60

    private let listed: Set<Int>

    init(_ drafts: [LicenceDraft]) {
        // What says that one may choose is no list, however much there is to choose from.
        let named = drafts.indices.filter { drafts[$0].isNamed && drafts[$0].form == .notice && !drafts[$0].isChoice }
        var listed: Set<Int> = []
        var first = 0
        for (last, index) in named.enumerated() {
            let start = drafts[index].words.lowerBound
            while start - drafts[named[first]].words.lowerBound > LicenceTables.span { first += 1 }
            let near = named[first...last]
            if Set(near.map { drafts[$0].family }).count > LicenceTables.most { listed.formUnion(near) }
        }
        self.listed = listed
    }

    func contains(_ index: Int) -> Bool { listed.contains(index) }
}
