// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Git

/// Each line's commit is the one that git names.
struct BlameTests {
    private let sample: SampleRepository

    init() throws { sample = try SampleRepository("shapes") }

    /// Commit, path, number and original number of each line, as git tells them.
    private func git(_ path: String) throws -> [String] {
        var lines: [String] = []
        var header: [Substring] = []
        for line in try sample.git(["blame", "--line-porcelain", "main", "--", path]).split(separator: "\n") {
            if line.hasPrefix("\t") { continue }
            let words = line.split(separator: " ")
            if let first = words.first, first.count == 40, words.count >= 3 { header = words }
            if line.hasPrefix("filename ") {
                lines.append("\(header[0]) \(line.dropFirst(9)) \(header[2]) \(header[1])")
            }
        }
        return lines
    }

    @Test func agreesWithGit() throws {
        let repository = try Repository(at: sample.path)
        let head = try repository.commitID(of: "main")
        var checked = 0
        for path in try sample.git(["ls-tree", "-r", "--name-only", "main"]).split(separator: "\n").map(String.init) {
            guard !path.hasPrefix("\""), try sample.git(["ls-tree", "main", "--", path]).hasPrefix("100"),
                path != "data.bin"
            else { continue }
            let ours = try repository.blame(Path(path), at: head, lines: nil).flatMap { run in
                (0..<run.count).map { "\(run.commit.hex) \(run.path.visible) \(run.first + $0) \(run.original + $0)" }
            }
            #expect(try ours == git(path), "\(path)")
            checked += ours.count
        }
        #expect(checked > 20)
    }

    @Test func linesAreLimited() throws {
        let repository = try Repository(at: sample.path)
        let head = try repository.commitID(of: "main")
        let all = try repository.blame(Path("again.txt"), at: head, lines: nil).flatMap { run in
            (0..<run.count).map { (run.first + $0, run.commit) }
        }
        let some = try repository.blame(Path("again.txt"), at: head, lines: 3...5).flatMap { run in
            (0..<run.count).map { (run.first + $0, run.commit) }
        }
        #expect(some.map(\.0) == [3, 4, 5])
        #expect(some.map(\.1) == all[2...4].map(\.1))
    }

    @Test func cutOffHistoryIsSaid() throws {
        try sample.git([
            "clone", "--quiet", "--depth", "1", "--no-local", "--branch", "main", "file://\(sample.path)", "copy",
        ])
        let repository = try Repository(at: sample.path + "/copy")
        let error = #expect(throws: GitError.self) {
            try repository.blame(Path("again.txt"), at: repository.commitID(of: "HEAD"), lines: nil)
        }
        #expect(error?.kind == .shallow)
    }
}
