// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dependencies
import Gate
import Git

/// `aigate names`
struct NamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "List the packages that a repository uses, as a list of allowed names.",
        discussion: """
            aigate names learn > .aigate/names.txt
            aigate names list package.json uv.lock
            """,
        subcommands: [Learn.self, List.self])

    /// `aigate names learn`
    struct Learn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "learn",
            abstract: "Print every package that the lockfiles of a commit name, one 'ECOSYSTEM NAME' a line.",
            discussion: """
                Nothing is downloaded: a name counts because somebody's package manager once found it. The list is for \
                dependency-denied, and counts once it stands where the policy is read from:

                  aigate names learn > .aigate/names.txt
                  git add .aigate/names.txt

                  checks:
                    dependency-denied:
                      allow-file: .aigate/names.txt

                An ecosystem without a line in it stays free. Lists of several repositories are joined with sort -u; a line \
                may also be pkg:TYPE/NAME, end with * for the rest of a name, and have a # comment.

                Exit codes: 0 printed, 2 no such commit, 3 a lockfile could not be read: its names are missing.
                """)

        @Argument(help: ArgumentHelp("The commit whose lockfiles are read.", valueName: "revision"))
        var revision = "HEAD"

        @Option(
            help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
        var repository: String?

        func run() throws {
            let learned: LockedNames
            do {
                let repository = try Repository(at: repository)
                learned = try LockedNames(TreeFiles(repository, commit: repository.commitID(of: revision)))
            } catch let error as GitError {
                throw Stop(ExitCode.usage, error.description)
            }
            for name in learned.names { Console.out(Outgoing.masked(name)) }
            if learned.lockfiles == 0 {
                Console.err("no lockfile stands at \(VisibleText.of(revision)): nothing to learn from")
            }
            guard learned.unread.isEmpty else {
                throw Stop(
                    ExitCode.incomplete,
                    learned.unread.map {
                        "\($0.path.visible) could not be read, and its names are missing: \(VisibleText.of($0.reason))"
                    })
            }
        }
    }

    /// `aigate names list FILE...`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Print what manifests ask for and what lockfiles name.",
            discussion: """
                A line for each entry, its columns apart by tabs: file, manifest or lockfile, line, ecosystem, name, requirement \
                or version, then for a manifest how far it is bound (exact, range, lower, none, moving) and its section.

                  aigate names list package.json package-lock.json

                Exit codes: 0 printed, 2 a file that is no manifest or lockfile by its name, or cannot be read.
                """)

        @Argument(help: ArgumentHelp("Manifests and lockfiles, recognised by their names.", valueName: "file"))
        var files: [String]

        func run() throws {
            var problems: [String] = []
            for file in files {
                do {
                    let bytes = try read(file, limit: 64 << 20)
                    let rows = try rows(bytes, Path(file))
                    for row in rows {
                        Console.out(Outgoing.masked(([file] + row).map { VisibleText.of($0) }.joined(separator: "\t")))
                    }
                } catch let stop as Stop {
                    problems += stop.sentences
                } catch {
                    problems.append("\(VisibleText.of(file)): \(VisibleText.of("\(error)"))")
                }
            }
            if !problems.isEmpty { throw Stop(ExitCode.usage, problems) }
        }

        private func rows(_ bytes: [UInt8], _ path: Path) throws -> [[String]] {
            func line(_ line: Int?) -> String { line.map(String.init) ?? "" }
            if let format = Formats.all.manifest(path) {
                return try format.read(bytes, path: path).dependencies.map { one in
                    [
                        "manifest", line(one.line), one.ecosystem.rawValue, one.name, one.requirement,
                        one.bound.rawValue, one.scope,
                    ]
                }
            }
            if let format = Formats.all.lockfile(path) {
                return try format.read(bytes, path: path).packages.map { one in
                    ["lockfile", line(one.line), format.ecosystem.rawValue, one.name, one.version ?? ""]
                }
            }
            throw Stop(ExitCode.usage, "\(path.visible) is no manifest or lockfile by its name")
        }
    }
}
