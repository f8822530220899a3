// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a forge's answer is all of it: what a missing page holds may withdraw what is here.
struct AnswerPages {
    /// How many entries a page of GitHub's REST interface has where nobody asks for a number, and at most.
    private static let sizes = [30, 100]

    /// A page of a GraphQL connection: `totalCount`, and `hasPreviousPage` and `hasNextPage` of its `pageInfo`.
    private struct Page {
        let count: Int
        let total: Int?
        let hasPrevious: Bool?
        let hasNext: Bool?
    }

    private var pages: [Page] = []
    private var lastList: Int?

    mutating func add(list count: Int) { lastList = count }

    mutating func add(connection: JSONValue, count: Int) {
        let info = connection["pageInfo"]
        pages.append(
            Page(
                count: count, total: connection["totalCount"]?.digits.flatMap { Int($0) },
                hasPrevious: info?["hasPreviousPage"]?.bool, hasNext: info?["hasNextPage"]?.bool))
    }

    /// Why no approval counts; nil where nothing is missing. `isSaidComplete`: whoever fetched the answer saw its last
    /// page.
    func problem(isSaidComplete: Bool) -> String? {
        if isCut {
            return
                "the approvals file is not all pages from the first to the last, so no approval counts: fetch all pages"
        }
        if isSaidComplete { return nil }
        // A page whose neighbour nobody mentions may have one.
        if pages.contains(where: { $0.total == nil && $0.hasNext == nil }) {
            return "the approvals file does not say that it ends with the last page, so no approval counts: "
                + "ask for totalCount and pageInfo { hasNextPage } too"
        }
        guard let lastList, lastList > 0, AnswerPages.sizes.contains(where: { lastList.isMultiple(of: $0) }) else {
            return nil
        }
        return
            "the list of reviews ends with \(lastList) entries, as a page that another follows, so no approval counts: fetch "
            + "all pages, and say \"complete\": true in an envelope around them"
    }

    private var isCut: Bool {
        let count = pages.reduce(0) { $0 + $1.count }
        return pages.first?.hasPrevious == true || pages.last?.hasNext == true
            || pages.contains { $0.total.map { $0 != count } ?? false }
            || pages.dropLast().contains { $0.hasNext == false }
    }
}
