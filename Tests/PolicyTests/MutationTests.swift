// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import Testing

/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed, the same mutations.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

@Suite struct MutationTests {
    private static let words = [
        "&a ", "*a", "!!str ", "<<: ", "? ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "|\n", ">-\n", "#",
        "%TAG ! !\n",
        "---\n", "...\n", "\n", "\r", "\t", "\0", "\u{2028}", "\u{202E}", "~", "null", "true", "1e9", "-1",
        "9223372036854775808",
        "2027-02-30", "2026-12-31", "level", "block", "secret", "secret/", "/", "checks:\n", "waivers:\n",
        "version: 1\n",
        "]]>", "::error::", "<script>", "\u{1B}[2J", "é", "\u{1F600}", "expires", "match", "**",
    ].map { Array($0.utf8) }

    private func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &dice))
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
            case 2: bytes.insert(contentsOf: MutationTests.words.randomElement(using: &dice) ?? [], at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            case 4:
                var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                lines.insert(
                    lines[Int.random(in: 0..<lines.count, using: &dice)],
                    at: Int.random(in: 0...lines.count, using: &dice))
                bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
            default:
                let word = MutationTests.words.randomElement(using: &dice) ?? []
                bytes.replaceSubrange(place..<end, with: word)
            }
        }
        return bytes
    }

    /// Reads it; what was taken must be shown in full and read back the same.
    private func outcome(_ fixture: PolicyFixture, _ bytes: [UInt8]) -> Bool {
        do throws(ConfigErrors) {
            if fixture.isWaivers {
                _ = try WaiverReader.waivers(bytes, file: "f", kinds: sampleKinds, terms: sampleTerms)
            } else {
                let policy = try PolicyReader.policy(bytes, file: "f", kinds: sampleKinds)
                let set = PolicySet(repository: policy, sources: [])
                let text = PolicyText.effective(set, kinds: sampleKinds)
                let again = try PolicyReader.policy(Array(text.utf8), file: "shown", kinds: sampleKinds)
                #expect(PolicyText.effective(PolicySet(repository: again, sources: []), kinds: sampleKinds) == text)
            }
            return true
        } catch {
            #expect((1...ConfigErrors.limit).contains(error.errors.count))
            #expect(
                error.errors.allSatisfy {
                    $0.file == "f" && !$0.description.unicodeScalars.contains { VisibleText.isHidden($0) }
                })
            return false
        }
    }

    @Test(arguments: try PolicyFixture.all("good"))
    func everyMutationIsAnswered(_ fixture: PolicyFixture) {
        var dice = Dice(seed: 0xA19A7E)
        var taken = 0
        for _ in 0..<1000 where outcome(fixture, mutate(fixture.bytes, &dice)) { taken += 1 }
        #expect((1..<1000).contains(taken))
    }

    /// Puts one key that nobody knows into each map of the file in turn, beside keys that all are known.
    @Test(arguments: try PolicyFixture.all("good"))
    func noUnknownKeyIsPassedOver(_ fixture: PolicyFixture) throws {
        let root = try YAMLReader.read(fixture.bytes, file: "f")
        let maps = countMaps(root)
        #expect(maps > 0)
        for target in 0..<maps {
            for key in ["zz-unknown", "levels", "Level", "<<<", "rule ", "version\u{301}"] {
                var left = target
                let text = YAMLText.flow(withKey(key, in: root, &left))
                #expect(throws: ConfigErrors.self, "\(text)") {
                    if fixture.isWaivers {
                        _ = try WaiverReader.waivers(
                            Array(text.utf8), file: "f", kinds: sampleKinds, terms: sampleTerms)
                    } else {
                        _ = try PolicyReader.policy(Array(text.utf8), file: "f", kinds: sampleKinds)
                    }
                }
            }
        }
    }

    private func countMaps(_ node: ConfigNode) -> Int {
        switch node.value {
        case .scalar: 0
        case .list(let items): items.reduce(0) { $0 + countMaps($1) }
        case .map(let entries): entries.reduce(1) { $0 + countMaps($1.value) }
        }
    }

    /// The tree with the key in its nth map.
    private func withKey(_ key: String, in node: ConfigNode, _ left: inout Int) -> ConfigNode {
        switch node.value {
        case .scalar: return node
        case .list(let items):
            var changed: [ConfigNode] = []
            for item in items { changed.append(withKey(key, in: item, &left)) }
            return ConfigNode(.list(changed), file: node.file, line: node.line)
        case .map(let entries):
            var changed: [(key: String, keyLine: Int, value: ConfigNode)] = []
            if left == 0 {
                changed.append(
                    (
                        key, 1,
                        ConfigNode(
                            .map([("level", 1, ConfigNode(.scalar("warn", plain: true), file: "f", line: 1))]),
                            file: "f", line: 1)
                    ))
            }
            left -= 1
            for entry in entries { changed.append((entry.key, entry.keyLine, withKey(key, in: entry.value, &left))) }
            return ConfigNode(.map(changed), file: node.file, line: node.line)
        }
    }
}
