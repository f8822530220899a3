// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Checks that a policy can speak of.
let sampleKinds = [CheckKind(Undeclared.self), CheckKind(HiddenUnicode.self), CheckKind(SecretValue.self)]

/// The day of the samples' run.
let sampleDay = Day(number: 20_778)

private func sample(_ id: String, _ title: String, _ level: Level, rules: [About.Rule] = []) -> About {
    About(
        id: id, title: title, why: "It is a sample.", fix: "Leave it out.", level: level, rules: rules,
        examples: [], clean: [], since: "0.1.0")
}

struct Undeclared: CommitCheck {
    struct Settings: CheckSettings {
        var hints: [String] = []

        static let fields: [Field<Settings>] = [
            .texts("hints", "Words that hint at a tool.", \.hints)
        ]
    }

    static let about = sample("ai-undeclared", "Evidence of an AI tool, but no declaration.", .warn)

    init(_ settings: Settings) throws {
        if settings.hints.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
            throw SettingError("a hint of blanks would match every line")
        }
    }

    func findings(in change: CommitChange) -> [Finding] { [] }
}

struct HiddenUnicode: CommitCheck {
    enum Where: String, CaseIterable { case everywhere, code }

    struct Settings: CheckSettings {
        var allowed: [String] = ["say \"hi\"\\"]
        var limit = 0
        var place = Where.everywhere
        var folders: [PathPattern] = []

        static let fields: [Field<Settings>] = [
            .texts("allowed", "Characters that may stand.", \.allowed),
            .integer("limit", "How many are too many, in characters.", in: 0...100, \.limit),
            .choice("where", "In which files to look.", \.place),
            .patterns("folders", "Files in which they may stand.", \.folders),
        ]
    }

    static let about = sample("hidden-unicode", "Characters that cannot be seen.", .block)

    init(_ settings: Settings) throws {
        if settings.place == .code, settings.limit > 50 {
            throw SettingError("code has no use for a limit above 50")
        }
    }

    func findings(in change: CommitChange) -> [Finding] { [] }
}

struct SecretValue: CommitCheck {
    static let about = sample(
        "secret", "A secret in the change.", .block,
        rules: [About.Rule("aws-key", "AWS access key"), About.Rule("github-token", "GitHub token")])

    init(_ settings: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] { [] }
}
