// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

/// What a policy's modes come to for one tool in one commit.
struct AIUseTests {
    private func file(_ path: String, from oldPath: String? = nil) -> ChangedFile {
        ChangedFile(
            path: Path(path), oldPath: oldPath.map { Path($0) }, status: oldPath == nil ? .modified : .renamed,
            oldMode: 0o100644, newMode: 0o100644, oldBlob: nil, newBlob: nil, content: .unchanged)
    }

    private func use(_ entries: [AIPolicy.Use], _ files: [ChangedFile], floor: [AIPolicy.Use] = []) -> AIUse {
        var policy = AIPolicy()
        policy.use = entries
        policy.floor = floor
        return AIUse(of: "cursor", in: AIUsePlaces(files, policy))
    }

    private func entry(_ mode: AIPolicy.Mode, _ path: String? = nil) throws -> AIPolicy.Use {
        AIPolicy.Use(mode: mode, paths: try path.map { [try PathPattern($0)] } ?? [])
    }

    @Test func withoutAPolicyATrailerIsDue() {
        let use = use([], [file("a")])
        #expect(use.demandsTrailer && !use.forbidsTrailer && !use.forbidsAI)
    }

    @Test func onePathThatDemandsOutweighsThoseThatForbid() throws {
        let entries = [try entry(.forbidTrailer, "docs/")]
        #expect(use(entries, [file("docs/a")]).forbidsTrailer)
        let both = use(entries, [file("docs/a"), file("src/a")])
        #expect(both.demandsTrailer && !both.forbidsTrailer)
        let bans = use(try [entry(.forbidTrailer), entry(.forbidAI, "crypto/")], [file("crypto/a"), file("b")])
        #expect(bans.forbidsTrailer && bans.forbidden.map(\.path) == [Path("crypto/a")])
    }

    @Test func aRenameIsJudgedByBothNames() throws {
        let entries = [try entry(.forbidAI, "crypto/")]
        #expect(use(entries, [file("src/a", from: "crypto/a")]).forbidden.count == 1)
        #expect(use(entries, [file("crypto/a", from: "src/a")]).forbidden.count == 1)
        #expect(!use(entries, [file("src/a", from: "src/b")]).forbidsAI)
    }

    @Test func aCommitWithoutFilesHasTheModeOfTheTree() throws {
        #expect(use([try entry(.forbidAI)], []).forbidsAI)
        #expect(!use([try entry(.forbidAI, "crypto/")], []).forbidsAI)
        #expect(use([], [], floor: [try entry(.forbidAI)]).forbidsAI)
    }

    /// 400 policies: what is found out once for all tools is what the policy says of each path.
    @Test func placesChangeNothing() throws {
        var random = SeededRandom(seed: 16)
        let folders = ["a/", "b/", "a/c/", "*.md"]
        let tools = ["cursor", "amp", "aider"]
        var count = 0
        for _ in 0..<400 {
            func entries() throws -> [AIPolicy.Use] {
                try (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    let mode = AIPolicy.Mode.allCases.randomElement(using: &random) ?? .require
                    let paths = try folders.filter { _ in Bool.random(using: &random) }.map { try PathPattern($0) }
                    return AIPolicy.Use(
                        mode: mode, paths: paths, tools: tools.filter { _ in Bool.random(using: &random) })
                }
            }
            var policy = AIPolicy()
            policy.use = try entries()
            policy.floor = try entries()
            let files = ["a/x", "a/c/x.md", "b/x", "d"].filter { _ in Bool.random(using: &random) }.map { path in
                file(path, from: Bool.random(using: &random) ? "b/old" : nil)
            }
            let places = AIUsePlaces(files, policy)
            for tool in tools {
                let use = AIUse(of: tool, in: places)
                let modes = files.map { file in
                    [file.path, file.oldPath].compactMap(\.self).map { policy.mode(at: $0, tool: tool) }
                }
                #expect(use.modes == (files.isEmpty ? [policy.mode(at: nil, tool: tool)] : Set(modes.joined())))
                let forbidden = zip(files, modes).filter { $0.1.contains(.forbidAI) }.map(\.0.path)
                #expect(use.forbidden.map(\.path) == forbidden)
                count += 1
            }
        }
        #expect(count == 1200)
    }
}
