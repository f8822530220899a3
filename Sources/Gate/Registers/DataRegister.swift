// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a tool may see a class of data, from the loosest to the strictest. Each asks for all that those before it
/// ask for, so that a stricter word never takes a condition away.
package enum Permission: String, Sendable, CaseIterable, Comparable {
    case permitted
    /// With a review that is shown by more than somebody's word: R2 at least.
    case withReview = "with-review"
    /// And under controls whose record the tool's entry names.
    case withControls = "with-controls"
    /// And on a legal basis whose record the tool's entry names.
    case withLegalBasis = "with-legal-basis"
    case prohibited

    private var strictness: Int {
        switch self {
        case .permitted: 0
        case .withReview: 1
        case .withControls: 2
        case .withLegalBasis: 3
        case .prohibited: 4
        }
    }

    package static func < (left: Permission, right: Permission) -> Bool { left.strictness < right.strictness }
}

/// Which paths hold which class of data, and which tools may see it: `data.yml`.
package struct DataRegister: Sendable {
    /// Paths that hold a class.
    package struct PathRule: Sendable {
        package let patterns: [PathPattern]
        package let dataClass: DataClass
        package let place: RegisterPlace

        package init(patterns: [PathPattern], dataClass: DataClass, place: RegisterPlace) {
            self.patterns = patterns
            self.dataClass = dataClass
            self.place = place
        }
    }

    package let preset: DataPreset
    /// The preset's, then those that the organisation added.
    package let classes: [DataClass]
    /// Of paths that no pattern names.
    package let defaultClass: DataClass
    /// Where that was written; nil: it is the preset's.
    package let defaultPlace: RegisterPlace?
    /// The organisation's, then the repository's own; within one the last match counts, and both hold.
    package let layers: [[PathRule]]
    /// What the repository says and does not get.
    package let limitations: [String]
    /// The organisation keeps this register and leaves the tools to the repository, whose entries then open no cell.
    package var toolsOnlyTighten = false

    package init(
        preset: DataPreset, classes: [DataClass], defaultClass: DataClass, defaultPlace: RegisterPlace?,
        layers: [[PathRule]], limitations: [String] = []
    ) {
        self.preset = preset
        self.classes = classes
        self.defaultClass = defaultClass
        self.defaultPlace = defaultPlace
        self.layers = layers
        self.limitations = limitations
    }

    package func dataClass(_ id: String) -> DataClass? { classes.first { $0.id == id } }

    /// What a path holds, and what says so.
    package func classification(of path: Path) -> DataClassification {
        let matches = layers.map { layer in DataRegister.match(path, in: layer) }
        var entries = matches.compactMap(\.self)
        let isByDefault = entries.isEmpty
        // Where the organisation is silent its default stands beside what the repository says.
        if matches.isEmpty || matches[0] == nil {
            entries.insert(.init(dataClass: defaultClass, pattern: nil, place: defaultPlace), at: 0)
        }
        return DataClassification(entries: entries, isByDefault: isByDefault)
    }

    private static func match(_ path: Path, in rules: [PathRule]) -> DataClassification.Entry? {
        for rule in rules.reversed() {
            if let pattern = rule.patterns.last(where: { $0.matches(path) }) {
                return .init(dataClass: rule.dataClass, pattern: pattern, place: rule.place)
            }
        }
        return nil
    }
}

/// The classes of one path: one, or where organisation and repository differ both, of which the stricter counts cell by
/// cell.
package struct DataClassification: Sendable {
    package struct Entry: Sendable {
        package let dataClass: DataClass
        /// Nil: no pattern names the path.
        package let pattern: PathPattern?
        package let place: RegisterPlace?
    }

    /// At least one.
    package let entries: [Entry]
    /// No pattern of any register names the path.
    package let isByDefault: Bool

    package func cell(_ deployment: Deployment) -> Permission {
        entries.reduce(.permitted) { max($0, $1.dataClass.cell(deployment).permission) }
    }

    init(entries: [Entry], isByDefault: Bool) {
        self.entries = entries
        self.isByDefault = isByDefault
    }

    /// Of a class itself, wherever it stands.
    package init(_ dataClass: DataClass) {
        self.init(entries: [Entry(dataClass: dataClass, pattern: nil, place: nil)], isByDefault: false)
    }

    /// True where a tool may do more with what this says than with what the other says.
    package func isWeaker(than other: DataClassification) -> Bool {
        Deployment.allCases.contains { cell($0) < other.cell($0) }
    }

    /// Ids, joined for messages.
    package var name: String {
        var ids: [String] = []
        for entry in entries where !ids.contains(entry.dataClass.id) { ids.append(entry.dataClass.id) }
        return ids.joined(separator: " and ")
    }
}
