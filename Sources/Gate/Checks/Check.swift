// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A unit of judgement: values in, findings out. Touches no git, disk, clock, network or environment.
package protocol Check: Sendable {
    associatedtype Settings: CheckSettings = NoSettings
    static var about: About { get }
    /// Patterns compile here; throws `SettingError` for a setting that makes no sense.
    init(_ settings: Settings) throws
}

/// Judges one commit.
package protocol CommitCheck: Check {
    /// Throws `NotApplicable`; any other error is a check that broke.
    func findings(in change: CommitChange) throws -> [Finding]
}

/// Judges the facts of the range.
package protocol RangeCheck: Check {
    /// Throws `NotApplicable`; any other error is a check that broke.
    func findings(in facts: RangeFacts) throws -> [Finding]
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

/// What range checks look at.
package struct RangeFacts: Sendable {
    package let records: [CommitRecord]
    /// What the range as a whole did to the files that the gate judges by.
    package let policyChanges: [ChangedFile]
    package let waivers: [Waiver]
    /// The day of the run's start, UTC.
    package let today: Day

    package init(records: [CommitRecord], policyChanges: [ChangedFile], waivers: [Waiver], today: Day) {
        self.records = records
        self.policyChanges = policyChanges
        self.waivers = waivers
        self.today = today
    }
}

/// A check as the rest of the program handles it: what it is, what it can be told, how to make it.
package struct CheckKind: Sendable {
    package let about: About
    /// Name, documentation, shape and default of every setting.
    package let settings: [FieldDescription]
    /// Judges the range, not each commit.
    package let isRange: Bool
    /// Makes the check from the settings a policy gave; throws `ConfigError`.
    package let make: @Sendable (ConfigNode?) throws -> any Check

    package init<Kind: Check>(_: Kind.Type) {
        about = Kind.about
        isRange = Kind.self is any RangeCheck.Type
        settings = Kind.Settings.fields.map { FieldDescription($0, default: Kind.Settings()) }
        make = { node in
            var settings = Kind.Settings()
            if let node { try Field.read(node, into: &settings, Kind.Settings.fields) }
            return try Kind(settings)
        }
    }
}
