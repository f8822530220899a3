// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// What a trailer says, whatever line it stands on.
struct TrailerFacts {
    struct Model: Hashable {
        /// Index in the catalogue; nil for a tool that it does not have.
        let tool: Int?
        let name: String
    }

    /// Traces of AI, one a tool.
    var matches: [Match] = []
    /// The trailer itself says that AI took part.
    var isDeclaration = true
    /// Nil where the trailer does not speak about AI.
    var kind: Declaration.Kind?
    var problem: String?
    /// Why its traces of AI prove nothing; nil where they count.
    var doubt: String?
    var models: [Model] = []
    /// Who it names besides AI.
    var people: [Identity] = []
    /// For trailers that vouch for a commit.
    var credit: (identity: Identity?, holder: Credit.Holder)?

    /// More than a hint at AI.
    var showsAI: Bool { matches.contains { !$0.isHint } }

    /// An AI tool vouches.
    var namesAIAsHolder: Bool {
        if case .ai = credit?.holder { true } else { false }
    }
}
