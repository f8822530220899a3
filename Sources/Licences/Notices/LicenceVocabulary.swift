// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The words that occur in any phrase, numbered, by their hashes.
struct LicenceVocabulary: Sendable {
    /// A part of a version: `2`, `v2`, `2+`.
    struct Number: Sendable {
        let value: Int
        /// It says itself that it is a version.
        let isMarked: Bool
        /// `+`: or any later one.
        let isOpen: Bool
    }

    /// Words that stand between others by the way text is marked up: m4's and BASIC's comments, HTML's tags.
    static let fillers = ["dnl", "rem", "br", "quot", "nbsp"]

    private static let versionWords = ["version", "versions", "vers", "ver", "v"]

    private var ids: [UInt64: Int] = [:]
    private var spellings: [String: Int] = [:]
    private(set) var numbers: [Number?] = []
    private(set) var isFiller: [Bool] = []
    /// A number that follows is a version.
    private(set) var announcesVersion: [Bool] = []
    /// Most words are in no phrase: one bit for each 14 bits of a hash says so.
    private var seen: [UInt64] = Array(repeating: 0, count: 256)

    init() {
        ids.reserveCapacity(1024)
        spellings.reserveCapacity(1024)
        for word in LicenceVocabulary.fillers {
            _ = add(word)
            isFiller[isFiller.count - 1] = true
        }
    }

    var count: Int { numbers.count }

    @inline(__always)
    func id(of hash: UInt64) -> Int? {
        let bit = hash & 0x3FFF
        guard seen[Int(bit >> 6)] & (1 << (bit & 63)) != 0 else { return nil }
        return ids[hash]
    }

    /// British spelling reads the same.
    mutating func add(_ word: String) -> Int {
        if let id = spellings[word] { return id }
        let id = numbers.count
        numbers.append(nil)
        isFiller.append(false)
        announcesVersion.append(false)
        spell(word, id)
        if word.hasPrefix("licens") { spell("licenc" + word.dropFirst("licens".utf8.count), id) }
        return id
    }

    private mutating func spell(_ word: String, _ id: Int) {
        let hash = LicenceWords.hash(word)
        spellings[word] = id
        ids[hash] = id
        seen[Int(hash & 0x3FFF) >> 6] |= 1 << (hash & 63)
    }

    /// Numbers of one digit, as versions of licences have them.
    mutating func addVersions() {
        for word in LicenceVocabulary.versionWords { announcesVersion[add(word)] = true }
        for value in 0...9 {
            for (mark, plus) in [("", ""), ("", "+"), ("v", ""), ("v", "+")] {
                let id = add(mark + String(value) + plus)
                numbers[id] = Number(value: value, isMarked: !mark.isEmpty, isOpen: !plus.isEmpty)
            }
        }
    }
}
