// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import TestKit
import Testing

/// Thousands of damaged inputs: each is read or refused, and nothing hostile gets through either way.
@Suite struct MutationTests {
    @Test(arguments: ["github", "gitlab"]) func eventsAreReadOrRefused(forge: String) throws {
        let recorded = try Recorded.names(of: forge).map(Recorded.init)
        var random = Mutator(seed: 0xA16A7E)
        var (read, refused) = (0, 0)
        for _ in 0..<3_000 {
            var sample = recorded[random.below(recorded.count)]
            if random.below(2) == 0 || sample.event == nil {
                let names = sample.environment.keys.sorted()
                let name = names[random.below(names.count)]
                sample.environment[name] = String(
                    decoding: random.mutate(Array(sample.environment[name, default: ""].utf8)), as: UTF8.self)
            } else if let event = sample.event {
                sample.event = random.mutate(event)
            }
            do {
                if let situation = try sample.situation() { expectClean(situation) }
                read += 1
            } catch {
                expectSafe(error)
                refused += 1
            }
        }
        // Both have to happen, or the mutations prove nothing.
        #expect(read > 300)
        #expect(refused > 300)
    }

    @Test func pushLinesAreReadOrRefused() {
        let zeros = String(repeating: "0", count: 40)
        let lines = Array(
            "refs/heads/a \(Ids.mainTip.hex) refs/heads/a \(zeros)\n(delete) \(zeros) refs/heads/b \(zeros)\n".utf8)
        var random = Mutator(seed: 0x9054)
        var refused = 0
        for _ in 0..<3_000 {
            do {
                let request = try PrePush.request(lines: random.mutate(lines), remote: "origin")
                guard case .prePush(let refs, _) = request else {
                    Issue.record("\(request)")
                    return
                }
                #expect(refs.allSatisfy { !$0.local.isZero && $0.remote?.isZero != true })
                #expect(!refs.contains { $0.localRef.unicodeScalars.contains(where: VisibleText.isHidden) })
            } catch {
                expectSafe(error)
                refused += 1
            }
        }
        #expect(refused > 300)
    }

    @Test func argumentsAreReadOrRefused() {
        var random = Mutator(seed: 0x2E7)
        for _ in 0..<3_000 {
            let argument = String(decoding: random.mutate(Array("main~2...v1.0^{/a}".utf8)), as: UTF8.self)
            do { _ = try RevisionArgument.request(argument) } catch { expectSafe(error) }
        }
    }

    private func expectSafe(_ error: ForgeError) {
        #expect(!error.description.isEmpty)
        #expect(error.description.utf8.count < 2_000)
        #expect(!error.description.unicodeScalars.contains(where: VisibleText.isHidden))
    }

    private func expectClean(_ situation: Situation) {
        var branches = [situation.targetBranch, situation.sourceBranch, situation.defaultBranch]
        var ids: [ObjectID] = []
        switch situation.request {
        case .pullRequest(let head, let branch, let tip):
            branches.append(branch)
            ids = [head] + (tip.map { [$0] } ?? [])
        case .push(let before, let after, let branch):
            branches.append(branch)
            ids = [after] + (before.map { [$0] } ?? [])
        case .mergeGroup(let base, let head): ids = [base, head]
        case .branch(let name): branches.append(name)
        default: Issue.record("no event asks for \(situation.request)")
        }
        #expect(!ids.contains { $0.isZero })
        for branch in branches.compactMap(\.self) {
            #expect(!branch.utf8.contains { $0 < 0x21 || $0 == 0x7F } && !branch.isEmpty && branch.utf8.first != 0x2D)
        }
        for address in [situation.repository, situation.ci?.runURL].compactMap(\.self) {
            #expect(address.hasPrefix("http") && address.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        }
        let shown = [situation.ci?.event, situation.ci?.workflow, situation.ci?.runID].compactMap(\.self)
        #expect(!shown.contains { $0.unicodeScalars.contains(where: VisibleText.isHidden) })
    }
}

/// Damages bytes, the same way for the same seed (SplitMix64).
struct Mutator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private static let tokens = [
        "\"", "}", "{", "null", "\\u0000", "::error::", "%0A", "\u{202E}", "..",
        "0000000000000000000000000000000000000000",
        "\n", "refs/tags/", "-", "@", "1e999", "[[[[", "<script>", "]]>",
    ].map { Array($0.utf8) }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(limit))
    }

    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0...below(6) {
            let place = below(result.count + 1)
            switch below(5) {
            case 0 where place < result.count: result[place] = UInt8(below(256))
            case 1: result.insert(contentsOf: Mutator.tokens[below(Mutator.tokens.count)], at: place)
            case 2: result.removeSubrange(place..<min(result.count, place + below(40)))
            case 3 where below(8) == 0: result.removeSubrange(place...)
            case 4: result.insert(contentsOf: result[place..<min(result.count, place + below(40))], at: place)
            default: break
            }
        }
        return result
    }
}
