// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Content
import Evidence
import FoundationEssentials
import Gate
import Git

/// `aigate blame`
struct BlameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame",
        abstract: "Say of each line whether AI wrote it, how it was reviewed, and what its commit was judged.",
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

    @Argument(help: ArgumentHelp("A text file, from the repository's root or from here.", valueName: "path"))
    var path: String

    @Argument(help: ArgumentHelp("Where to look at it.", valueName: "revision"))
    var revision = "HEAD"

    @Option(
        name: .customShort("L"),
        help: ArgumentHelp("Only these lines, such as 40,60 or 40 (to the end).", valueName: "start,end"),
        transform: LineSpan.init)
    var lines: LineSpan?

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(help: ArgumentHelp("Workers. Default: one per core.", valueName: "count"))
    var jobs: Int?

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    @Option(
        help: ArgumentHelp("The day to judge on, as 2026-11-21T09:00:00Z. Default: the clock.", valueName: "instant"))
    var now: Instant?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    func run() async throws {
        let (head, path, text, blamed) = try explaining { try look() }
        var seen: Set<ObjectID> = []
        let ids = blamed.map(\.commit).filter { seen.insert($0).inserted }
        var arguments = ["--ci", "none", "--progress", "never"] + (repository.map { ["--repository", $0] } ?? [])
        arguments += (now.map { ["--now", $0.description] } ?? []) + (jobs.map { ["--jobs", String($0)] } ?? [])
        let judgement = await CheckRun(try CheckCommand.parse(arguments)).judgement(of: ids, in: head)
        guard !judgement.isMisconfigured else { throw Stop(ExitCode.usage, judgement.unjudged) }
        let report = BlameReport(
            path: path, revision: head, text: try masked(text, path), blamed: blamed, judgement: judgement)
        switch format {
        case .text: Console.out(Outgoing.masked(report.text(color: color.isOn(Environment.current.variables))))
        case .json: Console.out(Outgoing.masked(report.json()))
        }
        if !judgement.unjudged.isEmpty { throw Stop(ExitCode.incomplete, judgement.unjudged) }
    }

    /// The file's text without the secrets and personal data in it.
    private func masked(_ text: [UInt8], _ path: Path) throws -> [UInt8] {
        let (values, isComplete) = try ContentScanner(ContentProgram(rules: EmbeddedPacks.rules)).values(
            in: text, path: path)
        guard isComplete else {
            throw Stop(
                ExitCode.incomplete,
                "\(path.visible) has more that looks like secrets than the scan takes, so it is not shown")
        }
        return ValueMask(values).masked(text)
    }

    private func look() throws -> (head: ObjectID, path: Path, text: [UInt8], blamed: [BlamedLines]) {
        let repository = try Repository(at: repository)
        let head: ObjectID
        do throws(GitError) {
            head = try repository.commitID(of: revision)
        } catch {
            guard error.kind == .unknownRevision else { throw error }
            if let colon = revision.firstIndex(of: ":") {
                let commit = VisibleText.of(String(revision[..<colon]))
                throw Stop(
                    ExitCode.usage,
                    "\(VisibleText.of(revision)) is a file and no commit: write 'aigate blame PATH \(commit.isEmpty ? "HEAD" : commit)'"
                )
            }
            throw Stop(ExitCode.usage, error.description)
        }
        let tree = try TreeFiles(repository, commit: head)
        let path = try BlamedPath(path, workingFolder: repository.workingFolder).path(in: tree)
        let text = try text(of: path, in: tree, head)
        let count = text.count { $0 == UInt8(ascii: "\n") } + (text.last.map { $0 == UInt8(ascii: "\n") ? 0 : 1 } ?? 0)
        if let lines, lines.first > count {
            throw Stop(
                ExitCode.usage,
                "-L: \(path.visible) has \(count) \(count == 1 ? "line" : "lines") at \(head.short), none from \(lines.first) on"
            )
        }
        guard count > 0 else { return (head, path, text, []) }
        let shown = lines.map { $0.first...min($0.last ?? count, count) }
        return (head, path, text, try repository.blame(path, at: head, lines: shown))
    }

    private func text(of path: Path, in tree: TreeFiles, _ head: ObjectID) throws -> [UInt8] {
        let name = path.visible
        let found: [UInt8]?
        do throws(GitError) {
            found = try tree.file(path)
        } catch {
            guard error.kind == .malformed else { throw error }
            throw Stop(ExitCode.usage, error.description)
        }
        guard let text = found else {
            throw Stop(
                ExitCode.usage,
                "\(head.short) has no file \(name): paths count from the repository's root or from here, and git ls-files lists them"
            )
        }
        guard !text.prefix(8000).contains(0) else {
            throw Stop(ExitCode.usage, "\(name) is binary at \(head.short): it has no lines")
        }
        return text
    }
}

/// A path as somebody wrote it: from the repository's root, or from the current folder in it.
private struct BlamedPath {
    private let written: String
    /// From the root; nil where the current folder is not in the working folder.
    private let folder: [Substring]?

    init(_ written: String, workingFolder: String?) {
        self.written = written
        let here = FileManager.default.currentDirectoryPath.split(separator: "/")
        let root = workingFolder?.split(separator: "/")
        folder = root.flatMap { here.starts(with: $0) ? Array(here.dropFirst($0.count)) : nil }
    }

    /// What begins with `.` or `..` is meant from here; anything else from here only where the root has no such file.
    func path(in tree: TreeFiles) throws -> Path {
        let parts = written.split(separator: "/")
        let isFromHere = parts.first == "." || parts.first == ".."
        if !isFromHere, try tree.holdsFile(Path(written)) { return Path(written) }
        guard let resolved = BlamedPath.resolved((folder ?? []) + parts) else {
            throw Stop(ExitCode.usage, "\(VisibleText.of(written)) is outside of the repository")
        }
        let path = Path(resolved.joined(separator: "/"))
        return try isFromHere || tree.holdsFile(path) ? path : Path(written)
    }

    private static func resolved(_ parts: [Substring]) -> [Substring]? {
        var resolved: [Substring] = []
        for part in parts where part != "." {
            if part != ".." {
                resolved.append(part)
            } else if resolved.popLast() == nil {
                return nil
            }
        }
        return resolved
    }
}

/// `START,END` or `START`, from 1.
struct LineSpan {
    let first: Int
    /// Nil: the end of the file.
    let last: Int?

    /// Throws `ValidationError` for another form.
    init(_ text: String) throws {
        let ends = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends[0], first >= 1, ends.count == 1 || ends[1].map({ $0 >= first }) == true else {
            throw ValidationError("write START,END or START, as in 40,60 or 40")
        }
        self.first = first
        last = ends.count == 2 ? ends[1] : nil
    }
}
