// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Content
import Git
import Glibc

/// The program: its commands, and how mistakes on the command line end.
@main
struct Aigate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aigate",
        abstract: "A gate for AI-generated code: judges a commit range and leaves evidence.",
        discussion: """
            aigate check HEAD~1..HEAD   judge the last commit
            aigate check                in CI: what the event brought; else what the upstream lacks
            aigate doctor               what would be judged, by which policy, and why
            aigate init                 write a policy to start from

            Exit codes: 0 judged and nothing blocks, 1 something blocks, 2 a mistake in the command line or the policy, \
            3 something could not be judged, 4 an error in aigate or evidence that could not be written.
            """,
        version: Version.text,
        subcommands: [
            CheckCommand.self, DoctorCommand.self, InitCommand.self, ExplainCommand.self, RulesCommand.self,
            PolicyCommand.self, ToolsCommand.self, InventoryCommand.self, WaiversCommand.self, TrailerCommand.self,
            RehearseCommand.self, BlameCommand.self, SignOffCommand.self, PeopleCommand.self, ScanCommand.self,
            ControlsCommand.self, LicencesCommand.self, NamesCommand.self, CompletionsCommand.self, DocsCommand.self,
        ])

    static func main() async {
        // A reader that goes away must not kill the run before its evidence is written.
        signal(SIGPIPE, SIG_IGN)
        let command = CommandLine.arguments.dropFirst().first
        let preparation = ["check", "scan"].contains(command) ? Task.detached { await prepare() } : nil
        let ending = await ending()
        // No thread may still be starting a library while the program ends.
        await preparation?.value
        switch ending {
        case nil: break
        case let stop as Stop:
            for sentence in stop.sentences { Console.err("aigate: \(sentence)") }
            Glibc.exit(stop.code)
        case let error?: finish(with: error)
        }
    }

    /// What the command that the arguments name ends with; nil when all is said.
    private static func ending() async -> (any Error)? {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return nil
        } catch { return error }
    }

    /// Does what every run needs, and what takes as long as reading the arguments, ahead of them.
    private static func prepare() async {
        async let git: Void = Repository.prepare()
        ContentProgram.prepare()
        await git
    }

    /// ArgumentParser ends a usage error with 64; ours is 2, because a pipeline reads the number.
    private static func finish(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if code.isSuccess {
            Console.out(text)
        } else if !text.isEmpty {
            Console.err(text)
        }
        Glibc.exit(
            code.isSuccess
                ? ArgumentParser.ExitCode.success.rawValue : code == .validationFailure ? ExitCode.usage : code.rawValue
        )
    }
}

/// The version of this program.
enum Version {
    static let text = "0.1.0"
}
