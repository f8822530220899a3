// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
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
        return AIUse(of: "cursor", in: files, policy)
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
}
