// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The days on which a fact of a register has to hold for a commit. Dates in git are claims, so the day of the run
/// counts beside the day that the committer claims; days are those of UTC.
package struct JudgedDays: Hashable, Sendable {
    /// Of the committer's claim; for what is not committed yet the run's.
    package let commit: Day
    /// Of the run's start; nil in an audit, which looks at what landed long ago.
    package let run: Day?

    package init(commit: Day, run: Day?) {
        self.commit = commit
        self.run = run
    }

    /// Both, without doubles, the commit's first.
    package var all: [Day] { [commit] + (run.map { $0 == commit ? [] : [$0] } ?? []) }

    /// `2026-05-03, the commit's day`, for messages.
    package func name(of day: Day) -> String {
        if commit == run { return "\(day)" }
        return day == commit ? "\(day), the commit's day" : "\(day), the day of the run"
    }

    /// The first day on which something is wrong, with what it is.
    package func firstProblem<Problem>(_ problem: (Day) -> Problem?) -> (day: Day, problem: Problem)? {
        for day in all {
            if let found = problem(day) { return (day, found) }
        }
        return nil
    }
}
