// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// All phrases at once, one step a word: the machine of Aho and Corasick (1975) over words in place of letters.
struct LicenceAutomaton: Sendable {
    let phrases: [LicencePhrase]
    let vocabulary: LicenceVocabulary
    /// From the state before anything was read, by word.
    private var first: [Int32]
    /// From any other state: state and word, and where it leads.
    private var edges: [UInt64: Int32] = [:]
    /// Where a state goes on when a word does not follow.
    private var fallback: [Int32] = [0]
    /// The phrases that end in a state, the longest first.
    private(set) var endings: [[Int]] = [[]]

    init(_ phrases: [LicencePhrase]) {
        self.phrases = phrases
        edges.reserveCapacity(2048)
        var vocabulary = LicenceVocabulary()
        let spelled = phrases.map { $0.words.map { vocabulary.add($0) } }
        vocabulary.addVersions()
        self.vocabulary = vocabulary
        first = Array(repeating: 0, count: vocabulary.count)
        var children: [[(word: Int, state: Int32)]] = [[]]
        for (index, words) in spelled.enumerated() {
            var state: Int32 = 0
            for word in words {
                if let next = edge(state, word) {
                    state = next
                } else {
                    let next = Int32(endings.count)
                    children[Int(state)].append((word, next))
                    children.append([])
                    endings.append([])
                    fallback.append(0)
                    if state == 0 { first[word] = next } else { edges[LicenceAutomaton.key(state, word)] = next }
                    state = next
                }
            }
            endings[Int(state)].append(index)
        }
        link(children)
    }

    /// Breadth first, so that a state's fallback is settled before its children's.
    private mutating func link(_ children: [[(word: Int, state: Int32)]]) {
        var queue = children[0].map(\.state)
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for (word, child) in children[Int(state)] {
                let back = step(from: fallback[Int(state)], word)
                fallback[Int(child)] = back
                endings[Int(child)] += endings[Int(back)]
                queue.append(child)
            }
        }
    }

    func step(from state: Int32, _ word: Int) -> Int32 {
        var state = state
        while state != 0 {
            if let next = edges[LicenceAutomaton.key(state, word)] { return next }
            state = fallback[Int(state)]
        }
        return first[word]
    }

    private func edge(_ state: Int32, _ word: Int) -> Int32? {
        if state == 0 { return first[word] == 0 ? nil : first[word] }
        return edges[LicenceAutomaton.key(state, word)]
    }

    private static func key(_ state: Int32, _ word: Int) -> UInt64 { UInt64(state) << 32 | UInt64(word) }
}
