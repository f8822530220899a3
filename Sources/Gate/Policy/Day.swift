// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A day in UTC, as ISO 8601 writes it: `2026-11-21`.
package struct Day: Hashable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// Nil for anything but a real `YYYY-MM-DD`.
    package init?(_ text: String) {
        guard text.utf8.count == 10, let instant = Instant(text + "T00:00:00Z"), instant.day.description == text else {
            return nil
        }
        self = instant.day
    }

    package var description: String { Instant(seconds: Int64(number) * 86400).description.prefix(10).description }

    package func adding(days: Int) -> Day { Day(number: number + days) }
}

extension Day: Comparable {
    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// A moment, to the second, in UTC: `2026-11-21T09:23:00Z`.
package struct Instant: Hashable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Nil for anything but ISO 8601 with seconds and a zone.
    package init?(_ text: String) {
        do {
            seconds = Int64(try Date.ISO8601FormatStyle().parse(text).timeIntervalSince1970.rounded(.down))
        } catch {
            return nil
        }
    }

    /// A year beyond 9999 or before 0000 cannot be written in ISO 8601 and is shown at that bound.
    package var description: String {
        let bounded = min(max(seconds, -62_167_219_200), 253_402_300_799)
        return Date(timeIntervalSince1970: Double(bounded)).formatted(.iso8601)
    }

    package var day: Day {
        // Rounded down without a sum: any number may be claimed.
        Day(number: Int(seconds / 86400) - (seconds % 86400 < 0 ? 1 : 0))
    }
}

extension Instant: Comparable {
    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
