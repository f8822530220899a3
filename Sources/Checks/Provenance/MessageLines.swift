// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension CommitMessage {
    /// A line of the text, from 1; empty beyond its end.
    func line(_ number: Int) -> String {
        let lines = text.split(separator: "\n", maxSplits: number, omittingEmptySubsequences: false)
        return number >= 1 && number <= lines.count ? String(lines[number - 1]) : ""
    }
}
