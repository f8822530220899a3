// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Where in the added text of a file the words of a check stand.
package struct WordHits {
    package struct Hit: Equatable, Sendable {
        /// In the check's `words`.
        package let word: Int
        /// In the change's added text, of the word's first byte.
        package let offset: Int
    }

    package let file: ChangedFile
    package let change: TextChange
    /// By offset; at least one, and at most `WordIndex.hitLimit`.
    package let hits: [Hit]
    /// The words stand in more places.
    package var isCutOff = false
}

/// Finds the words of all checks in one pass over what a commit adds.
package struct WordIndex: Sendable {
    /// Places of one check's words in one file that are kept. A hit takes 16 bytes, so all checks together keep some
    /// megabytes of a file, where one of 64 MB that repeats a word would ask for a gigabyte. Nobody writes so many.
    package static let hitLimit = 100_000

    private let literals: LiteralIndex
    /// By literal: the checks that look for it, and its number among their words.
    private let owners: [[(check: Int, word: Int)]]
    private let names: [String]

    package init(_ checks: [any CommitCheck.Type]) {
        var numbers: [String: Int] = [:]
        var owners: [[(check: Int, word: Int)]] = []
        for (check, type) in checks.enumerated() {
            for (word, text) in type.words.enumerated() {
                let number = numbers[text] ?? owners.count
                if number == owners.count { owners.append([]) }
                numbers[text] = number
                owners[number].append((check, word))
            }
        }
        literals = LiteralIndex(numbers.sorted { $0.value < $1.value }.map { Array($0.key.utf8) })
        self.owners = owners
        names = checks.map { $0.about.id }
    }

    /// The same change with what was found in it.
    package func found(in change: CommitChange) -> CommitChange {
        guard !owners.isEmpty else { return change }
        var found: [String: [WordHits]] = [:]
        for file in change.files {
            guard case .text(let text) = file.content, !text.addedText.isEmpty else { continue }
            for (check, places) in hits(in: text.addedText).enumerated() where !places.kept.isEmpty {
                found[names[check], default: []].append(
                    WordHits(file: file, change: text, hits: places.kept, isCutOff: places.isCutOff))
            }
        }
        var change = change
        change.occurrences = found
        return change
    }

    private struct Hits {
        private(set) var kept: [WordHits.Hit] = []
        private(set) var isCutOff = false

        mutating func add(_ hit: WordHits.Hit) {
            if kept.count < WordIndex.hitLimit { kept.append(hit) } else { isCutOff = true }
        }
    }

    /// By check; empty where no word stands.
    private func hits(in text: [UInt8]) -> [Hits] {
        var hits: [Hits] = []
        text.withUnsafeBufferPointer { bytes in
            literals.forEachOccurrence(in: bytes) { literal, offset in
                if hits.isEmpty { hits = Array(repeating: Hits(), count: names.count) }
                for owner in owners[literal] { hits[owner.check].add(WordHits.Hit(word: owner.word, offset: offset)) }
            }
        }
        return hits
    }
}
