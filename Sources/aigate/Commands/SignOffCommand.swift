// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Evidence
import Gate
import Git
import Glibc
import Provenance

/// `aigate sign-off`
struct SignOffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-off", abstract: "Sign, as a human reviewer, that a range was reviewed.",
        discussion: """
            Judges the range as it is before any review, shows the verdict, and has ssh-keygen sign a record of it: \
            base, head, tree, patch id, policy, verdict. Anybody can check the record with ssh-keygen -Y verify -n aigate-sign-off.

              aigate sign-off main..topic --note           as a git note on topic, for: git push origin refs/notes/aigate
              aigate sign-off main..topic --output FILE    as a file

            The signature proves that the key was used, not that a person read the change. A key that an agent can reach \
            (in its environment, its home folder, an unlocked ssh-agent) proves nothing: use one that has to be touched \
            (ssh-keygen -t ed25519-sk) or asks for a passphrase.
            """)

    @Argument(help: ArgumentHelp("A..B, A...B, or a revision (that one commit).", valueName: "range"))
    var range: String

    @OptionGroup var policy: PolicyOptions

    @Option(
        help: ArgumentHelp(
            "The key to sign with. Default: git's user.signingKey, where gpg.format is ssh.", valueName: "file"))
    var key: String?

    @Option(
        help: ArgumentHelp("Who signs, as the allowed signers name you. Default: git's user.email.", valueName: "email")
    )
    var principal: String?

    @Flag(help: "Add the record to the head's note under refs/notes/aigate.")
    var note = false

    @Option(help: ArgumentHelp("Write the record to a new file. Default: aigate-sign-off.txt.", valueName: "file"))
    var output: String?

    @Flag(help: "Sign without asking; needed where there is no terminal.")
    var yes = false

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    @Option(help: ArgumentHelp("The run's start, as 2026-11-21T09:00:00Z. Default: the clock.", valueName: "instant"))
    var now: Instant?

    func validate() throws {
        if note, output != nil { throw ValidationError("give --note or --output, not both") }
    }

    func run() async throws {
        guard yes || (Console.isTerminal(STDIN_FILENO) && Console.isTerminal(STDERR_FILENO)) else {
            throw Stop(
                ExitCode.usage, "there is no terminal to ask at: a person signs off; --yes says that one decided to")
        }
        let judgement = try await judgement()
        try explaining {
            let repository = try Repository(at: repository)
            let key = try key.map { SigningKey(file: $0) } ?? SigningKey(of: repository)
            let record = try record(of: judgement, in: repository)
            let prospect = try SignOffProspect(repository, judgement)
            try warn(prospect.objections(to: record))
            Console.out(Outgoing.masked(TextReport.render(judgement, verbosity: .quiet)))
            Console.err(
                "To be signed:\n\n" + record.text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
                    + "\n")
            if !yes { try ask() }
            let signed = Array(record.text.utf8) + (try key.sign(record.text))
            try warn(prospect.objections(to: try reread(signed, by: prospect.checker ?? unknowing(record))))
            try keep(signed, on: record.head)
        }
    }

    private func judgement() async throws -> Judgement {
        let arguments = [range, "--ci", "none"] + (repository.map { ["--repository", $0] } ?? [])
        var check = try CheckCommand.parse(arguments + (now.map { ["--now", $0.description] } ?? []))
        check.policy = policy
        let judgement = await CheckRun(check).judgementBeforeReview()
        guard !judgement.isMisconfigured else { throw Stop(ExitCode.usage, judgement.unjudged) }
        guard judgement.verdict != .incomplete else {
            throw Stop(
                ExitCode.incomplete, judgement.unjudged + ["nothing is signed for a range that could not be judged"])
        }
        guard judgement.verdict != .fail else {
            Console.out(Outgoing.masked(TextReport.render(judgement, verbosity: .quiet)))
            throw Stop(
                ExitCode.blocked,
                "nothing is signed: a record of a failing verdict counts for nothing; mend what blocks first")
        }
        return judgement
    }

    private func record(of judgement: Judgement, in repository: Repository) throws -> SignOffRecord {
        let run = judgement.run
        guard let head = run.range.head, let tree = run.range.headTree, !judgement.commits.isEmpty else {
            throw Stop(ExitCode.incomplete, "the range holds no commit: there is nothing to sign off")
        }
        guard let name = try principal ?? repository.setting("user.email") else {
            throw Stop(ExitCode.usage, "git does not know your e-mail address (user.email): give it with --principal")
        }
        do throws(SettingError) {
            return try SignOffRecord(
                base: run.range.base, head: head, tree: tree, patchID: run.range.patchID,
                policy: judgement.policy.digest, verdict: judgement.verdict, run: run.id,
                signedAt: run.startedAt, principal: name)
        } catch {
            throw Stop(ExitCode.usage, "--principal: \(error.reason)")
        }
    }

    /// Whoever decided to sign does so all the same; at a terminal nobody is asked for what counts for nothing.
    private func warn(_ objections: [String]) throws {
        let sentences = objections.map { "the record would not count: \($0)" }
        guard yes || sentences.isEmpty else {
            throw Stop(ExitCode.usage, sentences + ["nothing was signed; --yes signs all the same"])
        }
        for sentence in sentences { Console.err("aigate: warning: \(sentence)") }
    }

    private func ask() throws {
        Console.write(Array("Did you review this change, and sign for it? Type yes: ".utf8), to: STDERR_FILENO)
        guard readLine() == "yes" else { throw Stop(ExitCode.usage, "nothing was signed") }
    }

    /// Where the base names no keys.
    private func unknowing(_ record: SignOffRecord) -> SignatureChecker {
        SignatureChecker(allowedSigners: nil, today: record.signedAt)
    }

    /// What was written must read back, by whoever checks it later.
    private func reread(_ signed: [UInt8], by checker: SignatureChecker) throws -> SignatureVerdict {
        let reading = SignOffReading(signed, origin: "the new record", by: checker)
        guard let verdict = reading.signOffs.first?.signature else {
            throw Stop(
                ExitCode.failed, "the new record does not read back: " + reading.problems.joined(separator: "; "))
        }
        if case .bad(let reason) = verdict { throw Stop(ExitCode.failed, "the new signature is not valid: \(reason)") }
        return verdict
    }

    private func keep(_ record: [UInt8], on head: ObjectID) throws {
        guard note else {
            let path = output ?? "aigate-sign-off.txt"
            try write(record, to: path)
            return Console.err("wrote \(VisibleText.of(path))")
        }
        // git itself, for it knows the identity, the lock and the layout of the notes' tree, and we write to no
        // repository.
        let folder = repository.map { ["-C", $0] } ?? []
        let result: ChildProcess.Result
        do throws(ChildProcess.Failure) {
            result = try ChildProcess(
                program: "git", arguments: folder + ["notes", "--ref=aigate", "append", "--file=-", head.hex],
                input: record,
                showsErrors: true
            ).run()
        } catch {
            throw Stop(ExitCode.failed, error.reason)
        }
        guard result.status == 0 else { throw Stop(ExitCode.failed, "git did not add the note to \(head.short)") }
        Console.err("added to the note of \(head.short); publish it: git push origin refs/notes/aigate")
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard made >= 0 else {
            throw Stop(
                ExitCode.failed,
                "cannot write \(VisibleText.of(path)): \(String(cString: strerror(errno))); name another with --output")
        }
        let file: Descriptor
        do throws(ChildProcess.Failure) { file = try Descriptor(made) } catch {
            throw Stop(ExitCode.failed, error.reason)
        }
        guard file.write(bytes), fsync(file.number) == 0 else {
            throw Stop(ExitCode.failed, "cannot write \(VisibleText.of(path)): \(String(cString: strerror(errno)))")
        }
    }
}
