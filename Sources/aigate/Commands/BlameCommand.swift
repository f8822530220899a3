// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Evidence
import Gate
import Git

/// `aigate blame`
struct BlameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame", abstract: "Say of each line whether AI wrote it, how it was reviewed, and what its commit was judged.",
        discussion: """
            Each commit that brought a line is judged once, by the policy of the revision, as a part of what has landed. A \
            line is 'ai' or 'declared-human' where a note claims it, 'ai-commit-level' where only its commit is known to be \
            AI's, else 'unattributed': nothing is known, which is not "a person". E-mail addresses are masked, long lines cut.

              aigate blame src/client.py
              aigate blame src/client.py v1.0 -L 40,60

            --format json: {commits: [{ai, blocking: [rule], commit, review: R0 to R4, reviewResult, tools: [id], verdict: \
            pass, fail or incomplete}], limitations, lines: [{commit, line, model, status, text, tools: [id]}], path, \
            pathBytes, revision, schema, summary}. Commits that the policy's since reaches have null in place of what was not \
            judged. Fields may be added, none will change its meaning under the same schema.

            Exit codes: 0 shown, whatever the verdicts; 2 no such text file, or a mistake in the command line or policy; 3 \
            the history is cut off, or a commit could not be judged.
            """)

    @Argument(help: ArgumentHelp("A text file, from the repository's root.", valueName: "path"))
    var path: String

    @Argument(help: ArgumentHelp("Where to look at it.", valueName: "revision"))
    var revision = "HEAD"

    @Option(name: .customShort("L"), help: ArgumentHelp("Only these lines, such as 40,60 or 40 (to the end).", valueName: "start,end"))
    var lines: LineSpan?

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(help: ArgumentHelp("Workers. Default: one per core.", valueName: "count"))
    var jobs: Int?

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    @Option(help: ArgumentHelp("The day to judge on, as 2026-11-21T09:00:00Z. Default: the clock.", valueName: "instant"))
    var now: Instant?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    func run() async throws {
        let (head, text, blamed) = try explaining { try look() }
        var seen: Set<ObjectID> = []
        let ids = blamed.map(\.commit).filter { seen.insert($0).inserted }
        var arguments = ["--ci", "none", "--progress", "never"] + (repository.map { ["--repository", $0] } ?? [])
        arguments += (now.map { ["--now", $0.description] } ?? []) + (jobs.map { ["--jobs", String($0)] } ?? [])
        let judgement = await CheckRun(try CheckCommand.parse(arguments)).judgement(of: ids, in: head)
        guard !judgement.isMisconfigured else { throw Stop(ExitCode.usage, judgement.unjudged) }
        let report = BlameReport(path: Path(path), revision: head, text: text, blamed: blamed, judgement: judgement)
        switch format {
        case .text: Console.out(report.text(color: color.isOn(Environment.current.variables)))
        case .json: Console.out(report.json())
        }
        if !judgement.unjudged.isEmpty { throw Stop(ExitCode.incomplete, judgement.unjudged) }
    }

    private func look() throws -> (head: ObjectID, text: [UInt8], blamed: [BlamedLines]) {
        let repository = try Repository(at: repository)
        let head: ObjectID
        do throws(GitError) {
            head = try repository.commitID(of: revision)
        } catch {
            guard error.kind == .unknownRevision else { throw error }
            throw Stop(ExitCode.usage, error.description)
        }
        let text = try text(in: TreeFiles(repository, commit: head), head)
        let count = text.count { $0 == UInt8(ascii: "\n") } + (text.last.map { $0 == UInt8(ascii: "\n") ? 0 : 1 } ?? 0)
        if let lines, lines.first > count {
            throw Stop(ExitCode.usage, "-L: \(VisibleText.of(path)) has \(count) lines at \(head.short), none from \(lines.first) on")
        }
        guard count > 0 else { return (head, text, []) }
        let shown = lines.map { $0.first...min($0.last ?? count, count) }
        return (head, text, try repository.blame(Path(path), at: head, lines: shown))
    }

    private func text(in tree: TreeFiles, _ head: ObjectID) throws -> [UInt8] {
        let name = VisibleText.of(path)
        let found: [UInt8]?
        do throws(GitError) {
            found = try tree.file(Path(path))
        } catch {
            guard error.kind == .malformed else { throw error }
            throw Stop(ExitCode.usage, error.description)
        }
        guard let text = found else {
            throw Stop(ExitCode.usage, "\(head.short) has no file \(name): paths count from the repository's root, and git ls-files lists them")
        }
        guard !text.prefix(8000).contains(0) else { throw Stop(ExitCode.usage, "\(name) is binary at \(head.short): it has no lines") }
        return text
    }
}

/// `START,END` or `START`, from 1.
struct LineSpan: ExpressibleByArgument {
    let first: Int
    /// Nil: the end of the file.
    let last: Int?

    init?(argument: String) {
        let ends = argument.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends[0], first >= 1 else { return nil }
        if ends.count == 2 {
            guard let last = ends[1], last >= first else { return nil }
            self.last = last
        } else {
            last = nil
        }
        self.first = first
    }
}
