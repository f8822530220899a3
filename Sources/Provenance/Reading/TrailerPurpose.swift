// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// What a trailer is for, by its key.
enum TrailerPurpose: Equatable {
    /// Says how AI took part; `aiOnly` where the key leaves no room for a person.
    case disclosure(aiOnly: Bool)
    case coAuthor
    /// Certifies the origin of the change.
    case signOff
    /// Vouches for the change, or found what it repairs.
    case review
    /// Left by a tool of the catalogue.
    case trace
    /// Gives thanks of another kind.
    case otherCredit

    /// Keys in lower case that speak of AI whether or not the catalogue has them.
    static let aiKeys: Set<String> = [
        "ai-assisted-by", "ai-assisted", "ai-assistant", "ai-tool", "ai-model", "ai-agent", "ai-used-for",
        "ai-generated", "ai-generated-by", "coding-agent",
    ]
    /// Those of them that ask for yes or no; the others ask for a name.
    static let questions: Set<String> = ["ai-assisted", "ai-generated"]
    /// Keys in lower case that name a tool or anything else.
    static let madeWithKeys: Set<String> = ["made-with", "generated-with"]
    /// Keys in lower case by which AI use is declared.
    static let declarationKeys = aiKeys.union([
        "assisted-by", "generated-by", "commit-generated-by", "co-authored-by", "co-developed-by",
    ])
    /// Trailers that vouch for a commit.
    static let creditKeys: Set<String> = ["signed-off-by", "reviewed-by", "acked-by", "approved-by", "tested-by"]

    /// Nil for a key that says nothing about people or AI. The key is in lower case.
    init?(key: String, isInCatalogue: Bool) {
        switch key {
        case "assisted-by", "generated-by", "commit-generated-by": self = .disclosure(aiOnly: false)
        case "co-authored-by", "co-developed-by": self = .coAuthor
        case "signed-off-by": self = .signOff
        case "reviewed-by", "acked-by", "approved-by", "tested-by", "reported-by": self = .review
        case _ where TrailerPurpose.aiKeys.contains(key): self = .disclosure(aiOnly: true)
        case _ where isInCatalogue || TrailerPurpose.madeWithKeys.contains(key): self = .trace
        case _ where key.hasSuffix("-by"): self = .otherCredit
        default: return nil
        }
    }

    /// The key of a declaration that another, in lower case, is most likely a slip of: one letter too many, too few,
    /// wrong, or two swapped.
    static func declarationKey(near key: String) -> String? {
        guard !declarationKeys.contains(key) else { return nil }
        let length = key.utf8.count
        return declarationKeys.filter { abs($0.utf8.count - length) <= 1 && editDistance($0, key) == 1 }.min()
    }
}
