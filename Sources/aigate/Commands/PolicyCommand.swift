// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Evidence
import FoundationEssentials
import Gate
import Git
import Policy

/// `aigate policy`
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show the policy that holds, its schema, or its mistakes.",
        discussion: """
            aigate policy show          what holds for the next change
            aigate policy validate      before a policy is committed
            aigate policy schema        for an editor
            aigate policy matrix        which tool may see which class of data
            aigate policy who-may PATH  the class of a path, and the tools that may see it
            aigate policy export        what keeps an agent from the paths that it may not see
            """,
        subcommands: [Show.self, Schema.self, Validate.self, Matrix.self, WhoMay.self, Export.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Print every check's level and settings as they hold at HEAD (or --policy-from).",
            discussion: "aigate policy show --policy-from origin/main --org-policy organisation.yml")

        @OptionGroup var policy: PolicyOptions

        @Option(
            help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
        var repository: String?

        func run() throws {
            let set = try explaining { try CurrentPolicy(options: policy, folder: repository).set() }
            Console.out(Array(PolicyText.effective(set, kinds: Checks.all).utf8))
        }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema",
            abstract: "Print a JSON Schema (2020-12), for editors and other readers.",
            discussion: """
                aigate policy schema > policy.schema.json

                The first line of a policy that an editor checks by it: # yaml-language-server: $schema=policy.schema.json
                """)

        @Argument(help: "policy, waivers, tools, data, people, task or run.")
        var file = File.policy

        enum File: String, CaseIterable, ExpressibleByArgument {
            case policy, waivers, tools, data, people, task, run
        }

        func run() throws {
            let schema: [UInt8] =
                switch file {
                case .policy: try PolicySchema.policy(Checks.all)
                case .waivers: try PolicySchema.waivers(Checks.all)
                case .tools: try PolicySchema.tools()
                case .data: try PolicySchema.data()
                case .people: try PolicySchema.people()
                case .task: try PolicySchema.task()
                case .run: RunSchema.bytes
                }
            Console.out(schema)
        }
    }

    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "validate",
            abstract: "Check the policy, the waivers and the registers of .aigate/ as they stand in the folder.",
            discussion: "aigate policy validate .")

        @Argument(help: ArgumentHelp("The folder that holds .aigate.", valueName: "folder"))
        var folder = "."

        func run() throws {
            let path = "\(folder)/\(PolicyLoading.policyFile)"
            let reader = PolicySetReader(kinds: Checks.all, today: Clock.now.day)
            try explaining {
                let policy = PolicyFile(
                    try read(path), from: PolicySource(role: "policy", kind: .file, path: PolicyLoading.policyFile))
                var waivers: PolicyFile?
                if exists("\(folder)/\(PolicyLoading.waiverFile)") {
                    waivers = PolicyFile(
                        try read("\(folder)/\(PolicyLoading.waiverFile)"),
                        from: PolicySource(role: "waivers", kind: .file, path: PolicyLoading.waiverFile))
                }
                let files = try registers()
                let reading = RegistersReader(today: Clock.now.day, checks: Checks.all.map(\.about.id))
                let set = try reader.read(repository: policy, folder: try names(), waivers: waivers).set
                    .adding(try reading.read(files), from: files.sources)
                _ = try Judge(Checks.all, policy: set, today: Clock.now.day)
                let kept = Registers.Part.allCases.filter { part in files.own.contains { $0.part == part } }.map(
                    \.rawValue)
                let registers = kept.isEmpty ? "" : "; registers: \(kept.joined(separator: ", "))"
                Console.out("the policy is valid: \(set.waivers.count) waivers\(registers)")
            }
        }

        private func registers() throws -> RegisterFiles {
            let files = try RegisterFolder.disk("\(folder)/\(PolicyLoading.folder)").files()
            return RegisterFiles(
                own: files.map { file in
                    let path = "\(PolicyLoading.folder)/\(file.source.path ?? file.name)"
                    let source = PolicySource(
                        role: file.source.role, kind: .file, path: path, sha256: file.source.sha256)
                    return RegisterFile(file.part, name: file.name, bytes: file.bytes, source: source)
                })
        }

        /// What check would find in `.aigate/`, without the hidden files that an editor leaves there for a while.
        private func names() throws -> [Path] {
            do {
                return try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(PolicyLoading.folder)")
                    .filter { !$0.hasPrefix(".") }.map { Path($0) }
            } catch {
                throw Stop(ExitCode.usage, "cannot list \(VisibleText.of(folder))/\(PolicyLoading.folder)")
            }
        }
    }
}

/// The policy of a commit, outside a run.
struct CurrentPolicy {
    let options: PolicyOptions
    let folder: String?

    func set() throws -> PolicySet {
        let repository = try Repository(at: folder)
        let head = try repository.headCommit()
        return try PolicyLoading(options: options, kinds: Checks.all, today: Clock.now.day)
            .load(from: repository, commit: head, waivers: head, change: nil)
    }
}

/// Runs something that reads policies or repositories, and turns its errors into how the process ends.
func explaining<Value>(_ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let errors as ConfigErrors {
        throw Stop(ExitCode.usage, errors.errors.map(\.description))
    } catch let error as ConfigError {
        throw Stop(ExitCode.usage, error.description)
    } catch let error as GitError {
        throw Stop(ExitCode.incomplete, error.description)
    }
}
