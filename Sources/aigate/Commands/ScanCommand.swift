// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Content
import FoundationEssentials
import Gate
import Git
import Glibc
import Patterns

/// `aigate scan`
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Judge a text for secrets, personal data and classes of data before it reaches an AI tool.",
        discussion: """
            By the policy of HEAD where the folder is in a repository that has one, else by \
            the built-in defaults. Nothing is stored or sent, and of a value no more is shown \
            than its public prefix and length. Ends with 1 where something blocks, with 3 \
            where not all could be read.

              aigate scan --stdin < notes.txt
              aigate scan --stdin --path customers/ann.csv --tool cursor < customers/ann.csv
              aigate scan --stdin --hook --tool cursor     as an agent's prompt hook

            Where .aigate/data.yml is kept, a file's class is judged for the tool, and so is a \
            text with a line that calls it confidential and says nothing else (TLP:RED, \
            TLP:AMBER, CONFIDENTIAL, STRENG VERTRAULICH, Classification: confidential).

            With --hook the agent's JSON is scanned as it comes, and the files that it names are \
            judged: attachments, a file about to be read, @path in the prompt. What the agent \
            opens later by itself no prompt names: aigate policy export keeps that from it. 2 \
            stops the prompt, and the reason stands on standard error. The command goes into:

              .claude/settings.json: UserPromptSubmit, PreToolUse for Read
              .gemini/settings.json: BeforeAgent, BeforeTool for read_file
              .cursor/hooks.json: beforeSubmitPrompt, beforeReadFile, "failClosed": true

            Where aigate is not installed, Claude Code and Gemini CLI let the prompt pass.
            """)

    @Flag(help: "Read the text from standard input.")
    var stdin = false

    @Flag(
        help: "As a prompt hook: silent where nothing blocks, 2 with the reason on standard error where something does."
    )
    var hook = false

    @Option(help: ArgumentHelp("The file that the text comes from, from the repository's root.", valueName: "path"))
    var path: String?

    @Option(
        help: ArgumentHelp(
            "The tool that the text goes to, by its id. Default: any that is external.", valueName: "tool"))
    var tool: String?

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var policy: PolicyOptions

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    /// In bytes.
    private static let limit = 16 << 20

    func validate() throws {
        guard stdin else { throw ValidationError("say where the text is: aigate scan --stdin < FILE") }
        if let path, !path.hasPrefix("/"), DataPath(path, below: nil) == nil {
            throw ValidationError("--path: \(VisibleText.of(path)) is no path from the repository's root")
        }
        if hook, format == .json { throw ValidationError("--hook says why in words; leave --format out") }
    }

    func run() throws {
        let code: Int32
        do {
            code = try explaining { try scan() }
        } catch let stop as Stop where hook {
            // Only 2 stops the prompt, and what could not be judged must not pass.
            throw Stop(ExitCode.usage, stop.sentences)
        }
        if code != ExitCode.pass { throw Stop(hook ? ExitCode.usage : code) }
    }

    private func scan() throws -> Int32 {
        guard let text = readAll(STDIN_FILENO, limit: ScanCommand.limit) else {
            throw Stop(
                ExitCode.incomplete,
                "the text on standard input could not be read, or has more than \(ScanCommand.limit) bytes: split it")
        }
        let result = try PromptScan(options: policy, folder: repository, tool: tool, source: path, isHook: hook).result(
            of: text)
        switch (hook, format) {
        case (true, _): for line in result.reasons { Console.err(line) }
        case (false, .text): for line in result.lines { Console.out(Outgoing.masked(line)) }
        case (false, .json): Console.out(Outgoing.masked(try result.json()))
        }
        return result.code
    }
}
