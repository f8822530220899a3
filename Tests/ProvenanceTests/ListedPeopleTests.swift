// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

/// Identities of which the policy knows better than the catalogue, and days on which a trailer proves nothing.
struct ListedPeopleTests {
    private func read(
        _ message: String, author: Identity = Sample.ann, agents: [String] = [], humans: [String] = []
    ) throws -> CommitProvenance {
        var policy = AIPolicy()
        policy.agents = agents
        policy.humans = humans
        return ProvenanceReader(policy: policy).read(try Sample.commit(message, author: author))
    }

    private let robo = Identity(name: "Robo", email: "7+Robo@users.noreply.github.com")

    @Test(arguments: ["robo@users.noreply.github.com", "99+ROBO@users.noreply.github.com"])
    func aListedAgentIsAI(_ entry: String) throws {
        #expect(try read("Add\n", author: robo).ai.state == .noEvidence)
        let ai = try read("Add\n", author: robo, agents: [entry]).ai
        #expect(ai.state == .declared)
        #expect(ai.tools.map(\.id) == ["listed-agent"])
    }

    @Test func aListedAgentAsCoAuthorAndReviewer() throws {
        let message = "Add\n\nCo-authored-by: Robo <robo@example.org>\nReviewed-by: Robo <ROBO@example.org>\n"
        #expect(try read(message).ai.state == .noEvidence)
        let provenance = try read(message, agents: ["robo@example.org"])
        #expect(provenance.ai.state == .declared)
        #expect(provenance.declarations.map(\.tool) == ["listed-agent"])
        #expect(provenance.credits.map(\.holder) == [.ai(tool: "listed-agent")])
    }

    @Test(arguments: [
        "Co-authored-by: Bob <bob@gptme.org>", "Assisted-by: Bob <bob@gptme.org>", "Helped-by: Bob <bob@gptme.org>",
    ])
    func aListedPersonIsNoAI(_ trailer: String) throws {
        let message = "Add\n\n\(trailer)\n"
        #expect(try read(message).ai.tools.map(\.id) == ["gptme"])
        #expect(try read(message, humans: ["BOB@gptme.org"]).ai.state == .noEvidence)
        let author = Identity(name: "Bob", email: "bob@gptme.org")
        #expect(try read("Add\n", author: author, humans: ["bob@gptme.org"]).ai.state == .noEvidence)
    }

    @Test func aPersonMayBeListedAndUseATool() throws {
        let humans = ["ann@example.org", "bob@gptme.org"]
        let marked = Identity(name: "Ann Lee (aider)", email: "ann@example.org")
        #expect(try read("Add\n", author: marked, humans: humans).ai.tools.map(\.id) == ["aider"])
        #expect(try read("Add\n\nAssisted-by: Claude:opus-4 <bob@gptme.org>\n", humans: humans).ai.state == .declared)
        #expect(
            try read("Add\n\nCo-authored-by: Claude Opus 4.6 <ann@example.org>\n", humans: humans).ai.state == .declared
        )
        let both = "Add\n\nCo-authored-by: Bob <bob@gptme.org> & Claude <noreply@anthropic.com>\n"
        #expect(try read(both, humans: humans).ai.tools.map(\.id) == ["claude-code"])
    }

    /// Seconds of the committer's claim, and what the trailer is worth then.
    @Test(
        arguments: [
            (1_776_815_999, AIStatus.State.declared), (1_776_816_000, .detected), (1_778_111_999, .detected),
            (1_778_112_000, .declared), (Int64.max, .declared), (Int64.min, .declared),
        ] as [(Int64, AIStatus.State)])
    func onSomeDaysATrailerIsDoubtedAndCounts(_ seconds: Int64, _ expected: AIStatus.State) throws {
        let message = "Add\n\nCo-authored-by: Copilot <copilot@github.com>\n"
        let commit = try Sample.commit(message)
        let dated = Commit(
            id: commit.id, tree: commit.tree, parents: [], author: commit.author,
            committer: Signature(identity: Sample.ann, seconds: seconds, offsetMinutes: 0), message: commit.message)
        let provenance = ProvenanceReader().read(dated)
        #expect(provenance.ai.state == expected)
        #expect(provenance.ai.tools.map(\.id) == ["github-copilot"])
        #expect(provenance.ai.undeclared == [])
        #expect(provenance.declarations.map(\.kind) == [expected == .declared ? .structured : .unreliable])
        let doubts = provenance.ai.hints.map(\.doubt)
        #expect(
            doubts
                == (expected == .declared
                    ? []
                    : [
                        "unreliable from 2026-04-22 to 2026-05-06: an editor wrote it in those days on commits made without AI "
                            + "(microsoft/vscode#314311, #313064)"
                    ]))
    }

    @Test func otherTrailersOfThoseDaysCount() throws {
        let commit = try Sample.commit("Add\n\nCo-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>\n")
        let dated = Commit(
            id: commit.id, tree: commit.tree, parents: [], author: commit.author,
            committer: Signature(identity: Sample.ann, seconds: 1_777_000_000, offsetMinutes: 0),
            message: commit.message)
        #expect(ProvenanceReader().read(dated).ai.state == .declared)
    }
}
