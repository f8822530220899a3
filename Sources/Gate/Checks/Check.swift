// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A unit of judgement: values in, findings out. Touches no git, disk, clock, network or environment.
package protocol Check: Sendable {
    associatedtype Settings: CheckSettings = NoSettings
    static var about: About { get }
    /// Judges the range, not each commit.
    static var isRange: Bool { get }
    /// The register without which it cannot judge.
    static var register: Registers.Part? { get }
    /// Patterns compile here; throws `SettingError` for a setting that makes no sense.
    init(_ settings: Settings) throws
}

extension Check {
    package static var register: Registers.Part? { nil }
}

/// Judges one commit.
package protocol CommitCheck: Check {
    /// Texts in lower case, of three bytes at least, one of which stands in any added text that the check has to look
    /// at. Those of all checks are looked for in one pass; see `CommitChange.occurrences(of:)`.
    static var words: [String] { get }
    /// Whether it has to know every place of its words in a file; asked of a file with more than `WordIndex.hitLimit`.
    /// Where it has, what is beyond makes the verdict incomplete.
    func needsAllWords(of file: ChangedFile) -> Bool
    /// Throws `NotApplicable`; any other error is a check that broke.
    func findings(in change: CommitChange) throws -> [Finding]
}

extension CommitCheck {
    package static var isRange: Bool { false }
    package static var words: [String] { [] }
    package func needsAllWords(of file: ChangedFile) -> Bool { true }
}

/// Judges the facts of the range.
package protocol RangeCheck: Check {
    /// It judges what the other checks said, and so after them.
    var judgesTasks: Bool { get }
    /// The files of a commit that the check wants to see as the range leaves them.
    func concerned(in change: CommitChange) -> [Path]
    /// Throws `NotApplicable`; any other error is a check that broke.
    func findings(in facts: RangeFacts) throws -> [Finding]
}

extension RangeCheck {
    package static var isRange: Bool { true }
    package var judgesTasks: Bool { false }
    package func concerned(in change: CommitChange) -> [Path] { [] }
}

/// The check has nothing to say about this change, and why.
package struct NotApplicable: Error {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

/// What a policy can set in a check: every property with its default and a line of documentation.
package protocol CheckSettings: Sendable {
    init()
    static var fields: [Field<Self>] { get }
}

/// For checks with nothing to set.
package struct NoSettings: CheckSettings {
    package static let fields: [Field<NoSettings>] = []
    package init() {}
}

/// A check as the rest of the program handles it: what it is, what it can be told, how to make it.
package struct CheckKind: Sendable {
    package let about: About
    /// Name, documentation, shape and default of every setting.
    package let settings: [FieldDescription]
    /// Judges the range, not each commit.
    package let isRange: Bool
    /// The register without which it cannot judge.
    package let register: Registers.Part?
    let makeMember: @Sendable (ConfigNode?) throws -> Member

    /// A check by what it judges.
    enum Member {
        case commit(any CommitCheck)
        case range(any RangeCheck)
    }

    package init<Kind: CommitCheck>(_ kind: Kind.Type) {
        self.init(kind) { .commit($0) }
    }

    package init<Kind: RangeCheck>(_ kind: Kind.Type) {
        self.init(kind) { .range($0) }
    }

    private init<Kind: Check>(_: Kind.Type, _ member: @escaping @Sendable (Kind) -> Member) {
        about = Kind.about
        isRange = Kind.isRange
        register = Kind.register
        settings = Kind.Settings.fields.map { FieldDescription($0, default: Kind.Settings()) }
        makeMember = { node in
            var settings = Kind.Settings()
            if let node { try Field.read(node, into: &settings, Kind.Settings.fields) }
            return member(try Kind(settings))
        }
    }

    /// Makes the check from the settings a policy gave; throws `ConfigError`.
    package func make(_ settings: ConfigNode?) throws -> any Check {
        switch try makeMember(settings) {
        case .commit(let check): check
        case .range(let check): check
        }
    }
}
