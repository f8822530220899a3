// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Gate
import Git
import Glibc
import Policy

/// `aigate init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write .aigate/policy.yml to start from. Never overwrites.",
        discussion: "aigate init --monitor --since HEAD   judge from the next commit on, and block nothing yet")

    @Flag(help: "Start in monitor mode: findings are reported, the exit code stays 0.")
    var monitor = false

    @Option(help: ArgumentHelp("Commits that this revision reaches are never judged.", valueName: "revision"))
    var since: String?

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    func run() throws {
        try explaining {
            let opened = try Repository(at: repository)
            guard let root = opened.workingFolder else {
                throw Stop(
                    ExitCode.usage, "this repository has no working tree to write \(PolicyLoading.policyFile) to")
            }
            let start = try since.map { try opened.commitID(of: $0) }
            let path = root + PolicyLoading.policyFile
            guard !exists(path) else {
                throw Stop(
                    ExitCode.usage, "\(PolicyLoading.policyFile) is already there; edit it, or move it away first")
            }
            try create(path, PolicyText.initial(Checks.all, monitor: monitor, since: start))
        }
        Console.out(
            "wrote \(PolicyLoading.policyFile); review it, commit it, and it holds for the changes that come after")
        Console.out(InitCommand.snippet)
    }

    private func create(_ path: String, _ text: String) throws {
        let folder = String(path.dropLast("/policy.yml".count))
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
            throw Stop(ExitCode.failed, "cannot make the folder \(folder): \(String(cString: strerror(errno)))")
        }
        // O_EXCL: not even a link that somebody else put there is followed.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw Stop(ExitCode.failed, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        Console.write(Array(text.utf8), to: descriptor)
        guard close(descriptor) == 0 else {
            throw Stop(ExitCode.failed, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
    }

    private static let snippet = """

        GitHub Actions, .github/workflows/aigate.yml:

          on: {pull_request: , merge_group: , push: {branches: [main]}}
          permissions: {contents: read}
          jobs:
            aigate:
              runs-on: ubuntu-24.04
              container: swift:6.3-bookworm
              steps:
                - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                  with: {fetch-depth: 0, persist-credentials: false}
                - uses: OWNER/aigate@COMMIT

        GitLab: include .gitlab/templates/aigate.yml of the project.
        """
}

/// True when something has that name.
func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
