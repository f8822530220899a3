// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import TestKit
import Testing

@testable import Git

/// The hunks that were seen, applied to the old blob, give the new blob.
struct HunkPropertyTests {
    @Test func everyFixtureCommit() throws {
        let sample = try SampleRepository("shapes")
        let repository = try Repository(at: sample.path)
        let heads = try sample.git(["rev-parse", "main", "root2"]).split(separator: "\n").compactMap {
            ObjectID(hex: $0)
        }
        let ids = try repository.commits(from: heads, hiding: [])
        let checked = try HunkPropertyTests.apply(ids, in: repository)
        #expect(checked > 20)
    }

    /// `AIGATE_HISTORIES=/path/a:/path/b swift test --filter HunkProperty` checks 1,000 random commits of each.
    @Test(.enabled(if: HunkPropertyTests.histories.count > 0)) func randomCommitsOfPublicHistories() throws {
        for path in HunkPropertyTests.histories {
            let repository = try Repository(at: path)
            let head = try #require(try repository.headCommit())
            var ids = try repository.commits(from: [head], hiding: [])
            var random = SeededRandom(seed: 20_260_821)
            ids.shuffle(using: &random)
            let checked = try HunkPropertyTests.apply(Array(ids.prefix(1000)), in: repository)
            print("\(path): \(min(ids.count, 1000)) commits, \(checked) files rebuilt")
            #expect(checked > 500)
        }
    }

    private static let histories = (ProcessInfo.processInfo.environment["AIGATE_HISTORIES"] ?? "")
        .split(separator: ":").map(String.init)

    /// How many text files were rebuilt.
    private static func apply(_ ids: [ObjectID], in repository: Repository) throws -> Int {
        let reader = try ChangeReader(repository, fileLimit: 64 << 20)
        var checked = 0
        for id in ids {
            let commit = try repository.commit(id)
            // Compared with one parent at a time, a merge is an ordinary change.
            let parent = try commit.parents.first.map { try repository.treeID(of: $0) }
            for file in try reader.files(from: [parent].compactMap(\.self), to: commit.tree) {
                guard case .text(let change) = file.content else { continue }
                let old = try lines(file.oldMode & 0o170000 == 0o100000 ? file.oldBlob : nil, repository)
                let new = try lines(file.newBlob, repository)
                #expect(rebuilt(old, change) == new, "\(id) \(file.path.visible)")
                checked += 1
            }
        }
        return checked
    }

    private static func lines(_ id: ObjectID?, _ repository: Repository) throws -> [ArraySlice<UInt8>] {
        guard let id else { return [] }
        let object = try repository.object(id)
        return split(UTF16Text.decoded(object.bytes) ?? object.copy)
    }

    private static func rebuilt(_ old: [ArraySlice<UInt8>], _ change: TextChange) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var position = 0
        for hunk in change.hunks {
            // A hunk without old lines names the line before it.
            let start = hunk.oldCount > 0 ? hunk.oldStart - 1 : hunk.oldStart
            result += old[position..<start]
            position = start + hunk.oldCount
            result += split(Array(change.addedText[hunk.offset...])).prefix(hunk.newCount)
        }
        return result + old[position...]
    }

    /// With their line ends.
    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(bytes[start...index])
            start = index + 1
        }
        return start < bytes.count ? lines + [bytes[start...]] : lines
    }
}
