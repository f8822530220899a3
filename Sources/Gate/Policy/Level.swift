// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What happens when a check finds something.
package enum Level: String, Sendable, CaseIterable, Comparable {
    /// Not run.
    case off
    /// Recorded, not shown as a problem.
    case monitor
    /// Shown.
    case warn
    /// The verdict is `fail`.
    case block

    package static func < (left: Level, right: Level) -> Bool {
        let order = Level.allCases
        return order.firstIndex(of: left)! < order.firstIndex(of: right)!
    }
}

/// A level with its grace period.
package struct LevelSetting: Hashable, Sendable {
    package var level: Level
    /// Until the end of this day `block` acts as `warn`.
    package var blockAfter: Day?

    package init(_ level: Level, blockAfter: Day? = nil) {
        self.level = level
        self.blockAfter = blockAfter
    }

    package func level(on today: Day) -> Level {
        guard level == .block, let blockAfter, today <= blockAfter else { return level }
        return .warn
    }
}
