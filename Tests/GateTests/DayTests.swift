// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
        ("9999-12-31", 2_932_896),
    ])
    func readsAndWrites(_ text: String, _ number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T", "2026-01-0a",
        "+026-01-01", "２０２６-01-01", "2026-W01-1", "20260101  ",
    ])
    func refuses(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test func countsDays() throws {
        let day = try #require(Day("2026-12-31"))
        #expect(day.adding(days: 1).description == "2027-01-01")
        #expect(day.adding(days: -365) < day)
    }

    @Test func anInstantBelongsToItsDay() {
        #expect(Instant("2026-11-21T23:59:59Z")?.day == Day("2026-11-21"))
        #expect(Instant("2026-11-22T00:30:00+01:00")?.day == Day("2026-11-21"))
        #expect(Instant(seconds: -1).day == Day("1969-12-31"))
        #expect(Instant(seconds: .max).description == "9999-12-31T23:59:59Z")
        #expect(Instant(seconds: .min).day < Instant(seconds: .max).day)
        #expect(Instant(seconds: -86_400).day == Day("1969-12-31"))
        #expect(Instant(seconds: -86_401).day == Day("1969-12-30"))
    }
}
