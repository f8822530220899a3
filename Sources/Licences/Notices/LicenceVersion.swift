// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The latest version number in a text, put together word by word.
struct LicenceVersion: Sendable {
    /// `2`, `2.1`; empty before the first.
    private(set) var text = ""
    /// `2+`: or any later one.
    private(set) var isOpen = false
    /// Numbers of its first and last word.
    private(set) var words = -1...(-1)
    /// Where its last word ends.
    private(set) var end = 0
    /// A name has it already.
    var isTaken = true
    /// The word that said that a number follows.
    private var announced = -2

    mutating func announce(at word: Int) {
        announced = word
    }

    /// True when a version begins or goes on with this number; other numbers are none. `isJoined`: a point stands
    /// before it; `follows`: a name of a licence ends just before.
    mutating func read(
        _ number: LicenceVocabulary.Number, at word: Int, end: Int, isJoined: Bool, follows: Bool
    ) -> Bool {
        if isJoined, word == words.upperBound + 1, !isOpen, words.count == 1 {
            text += ".\(number.value)"
            words = words.lowerBound...word
        } else if number.isMarked || announced == word - 1 || follows {
            begin(String(number.value), isOpen: false, at: word, end: end)
        } else {
            return false
        }
        isOpen = number.isOpen
        self.end = end
        return true
    }

    /// A version that is part of a word: `GPLv2`.
    mutating func begin(_ text: String, isOpen: Bool, at word: Int, end: Int) {
        self.text = text
        self.isOpen = isOpen
        self.end = end
        words = word...word
        isTaken = false
    }
}
