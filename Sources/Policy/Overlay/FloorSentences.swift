// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Where the repository's levels stay below the organisation's floor: no mistake, for the floor holds all the same, but
/// its writer should know.
struct FloorSentences {
    private let repository: PolicyDocument
    private let document: PolicyDocument
    private var floor: Policy { document.policy }

    init(_ repository: PolicyDocument, over floor: PolicyDocument) {
        self.repository = repository
        document = floor
    }

    var all: [String] { ofTree + ofPaths + ofMarkedFiles + ofAIUse }

    private var ofTree: [String] {
        let own = repository.policy
        // A check's level speaks for its rules too, as long as the rule has no level of its own.
        let rules = floor.levels.keys.filter { own.levels[$0] == nil && own.setting($0) != nil }
        let global = (Array(own.levels.keys) + rules).sorted().compactMap { name in
            sentence(name, own.setting(name), floor.setting(name))
        }
        let partial = floor.paths.flatMap { entry in
            entry.levels.sorted { $0.key < $1.key }.compactMap { name, level in
                sentence(name, own.setting(name), level, floorPaths: entry.patterns)
            }
        }
        return global + partial
    }

    private var ofPaths: [String] {
        repository.policy.paths.flatMap { entry in
            entry.levels.sorted { $0.key < $1.key }.compactMap { name, level in
                let same = floor.paths.last { $0.patterns == entry.patterns && $0.levels[name] != nil }
                return sentence(name, level, same?.levels[name] ?? floor.setting(name), paths: entry.patterns)
            }
        }
    }

    /// Generated and vendored files are judged for little, so to name them is to lower the floor there, unless the
    /// organisation has a list of its own.
    private var ofMarkedFiles: [String] {
        [("generated", repository.policy.generated), ("vendored", repository.policy.vendored)].compactMap {
            key, patterns in
            guard !patterns.isEmpty, document[[key]] == nil else { return nil }
            return "\(repository.node.file) marks \(words(patterns)) as \(key): of the organisation's floor only "
                + "secrets and hidden characters are judged there"
        }
    }

    /// Modes that a mode of the floor for the same, or for everything, stands against.
    private var ofAIUse: [String] {
        repository.policy.ai.use.compactMap { own in
            let against = floor.ai.use.last { least in
                !own.mode.covers(least.mode) && (least.paths.isEmpty || least.paths == own.paths)
                    && (least.tools.isEmpty || least.tools == own.tools)
            }
            return against.map { least in
                "\(repository.node.file) sets ai.use to {\(VisibleText.of(own.flow))}; "
                    + "the organisation's floor is {\(VisibleText.of(least.flow))}"
            }
        }
    }

    private func sentence(
        _ name: String, _ own: LevelSetting?, _ floor: LevelSetting?, paths: [PathPattern] = [],
        floorPaths: [PathPattern] = []
    ) -> String? {
        guard let own, let floor, own.isBelow(floor) else { return nil }
        return "\(repository.node.file) sets \(name) to \(own.words)\(paths.isEmpty ? "" : " for " + words(paths)); "
            + "the organisation's floor is \(floor.words)\(floorPaths.isEmpty ? "" : " for " + words(floorPaths))"
    }

    private func words(_ patterns: [PathPattern]) -> String {
        patterns.prefix(3).map { VisibleText.of($0.text, limit: 60) }.joined(separator: ", ")
            + (patterns.count > 3 ? " and \(patterns.count - 3) more" : "")
    }
}
