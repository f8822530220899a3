// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Days of the Gregorian calendar, as national numbers hold them.
enum CalendarDay {
    static func exists(year: Int, month: Int, day: Int) -> Bool {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 1...31 ~= day
        case 4, 6, 9, 11: 1...30 ~= day
        case 2: 1...(isLeap(year) ? 29 : 28) ~= day
        default: false
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
