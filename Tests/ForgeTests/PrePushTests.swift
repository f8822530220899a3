// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Testing

/// What git tells its pre-push hook.
@Suite struct PrePushTests {
    let zeros = String(repeating: "0", count: 40)

    func request(_ text: String, remote: String = "origin") throws -> RangeRequest {
        try PrePush.request(lines: Array(text.utf8), remote: remote)
    }

    @Test func readsEachRef() throws {
        let lines = """
            refs/heads/main \(Ids.mainTip.hex) refs/heads/main \(Ids.mainBefore.hex)
            refs/heads/new \(Ids.branchTip.hex) refs/heads/new \(zeros)
            (delete) \(zeros) refs/heads/old \(Ids.branchGone.hex)
            HEAD^{/fix the till} \(Ids.pullHead.hex) refs/heads/fix \(zeros)

            """
        #expect(
            try request(lines)
                == .prePush(
                    [
                        .init(localRef: "refs/heads/main", local: Ids.mainTip, remote: Ids.mainBefore),
                        .init(localRef: "refs/heads/new", local: Ids.branchTip, remote: nil),
                        .init(localRef: "HEAD^{/fix the till}", local: Ids.pullHead, remote: nil),
                    ], remote: "origin"))
    }

    @Test func nothingToSendIsLegal() throws {
        #expect(try request("") == .prePush([], remote: "origin"))
        #expect(
            try request("(delete) \(zeros) refs/heads/old \(Ids.branchGone.hex)\n") == .prePush([], remote: "origin"))
    }

    @Test(arguments: [
        "refs/heads/main", "a b c d", " \n", "x 35cc9f00fe880db8d6351cdeb5f5796b43e9e808 refs/heads/x",
        "x 35cc9f00fe880db8d6351cdeb5f5796b43e9e808 refs/heads/x 60830f", "::error::\u{1B}[31m",
    ])
    func refusesOtherLines(line: String) {
        do {
            let request = try PrePush.request(lines: Array(line.utf8), remote: "origin")
            Issue.record("read as \(request)")
        } catch {
            #expect(error.kind == .cannotJudge)
            #expect(error.description.hasPrefix("line 1 of the pre-push input is '"))
            #expect(!error.description.unicodeScalars.contains(where: VisibleText.isHidden))
        }
    }

    @Test func keepsNoCredentialsOfTheRemote() throws {
        let remotes = [
            "https://rosa:pass@git.example/x.git": "https://git.example/x.git",
            "git@git.example:x.git": "git.example:x.git",
            "ssh://git@git.example/x@y": "ssh://git.example/x@y", "/srv/a@b:c": "/srv/a@b:c", "upstream": "upstream",
            "https://a@b@git.example": "https://git.example",
            "https://git.example/?u=a@b": "https://git.example/?u=a@b",
        ]
        for (given, kept) in remotes {
            #expect(try request("", remote: given) == .prePush([], remote: kept))
        }
        #expect(throws: ForgeError.self) { try request("", remote: "") }
        #expect(throws: ForgeError.self) { try request("", remote: "a\nb") }
    }
}
