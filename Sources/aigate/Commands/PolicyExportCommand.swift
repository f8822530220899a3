// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import FoundationEssentials
import Gate
import Git
import Glibc

extension PolicyCommand {
    /// `aigate policy export`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the ignore or permission file that keeps an agent from what it may not see.",
            discussion: """
                From the register of data at HEAD, as of today. Without an option it prints what is to be in the file.

                  aigate policy export --for cursor
                  aigate policy export --for claude-code --write    into the working folder; what others wrote stays
                  aigate policy export --for claude-code --check    1 where the file differs

                Agents: \(AgentIgnore.all.map { "\($0.tool) (\($0.files.isEmpty ? "to paste" : $0.files.joined(separator: ", ")))" }.joined(separator: ", ")). \
                What an agent runs in a shell or through other tools is not stopped by such a file.
                """)

        @Option(name: .customLong("for"), help: ArgumentHelp("The agent.", valueName: "agent"))
        var agent: String

        @Flag(help: "Write the file in the working folder.")
        var write = false

        @Flag(help: "End with 1 where the file in the working folder differs.")
        var check = false

        @OptionGroup var policy: PolicyOptions

        @Option(
            help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
        var repository: String?

        func validate() throws {
            if write, check { throw ValidationError("give --write or --check, not both") }
        }

        func run() throws {
            guard let agent = AgentIgnore.named(agent) else {
                throw Stop(ExitCode.usage, unknownKey(agent, known: AgentIgnore.all.map(\.tool), what: "agent"))
            }
            let registers = try explaining { try CurrentPolicy(options: policy, folder: repository).set().registers }
            guard registers.data != nil else {
                throw Stop(ExitCode.usage, "there is no register of data: write .aigate/data.yml, and commit it")
            }
            let lines = agent.lines(registers, on: Clock.now.day)
            if !check, let limit = agent.limit { Console.err("\(agent.tool): \(limit)") }
            guard !agent.files.isEmpty else { return try paste(lines, agent) }
            guard write || check else { return lines.forEach { Console.out(Outgoing.masked($0)) } }
            guard let root = try explaining({ try Repository(at: repository).workingFolder }) else {
                throw Stop(ExitCode.usage, "a bare repository has no working folder with files of agents")
            }
            for place in agent.files.map({ AgentFilePlace(root: root, file: $0) }) {
                check ? try compare(lines, agent, place) : try merge(lines, agent, place)
            }
        }

        private func paste(_ lines: [String], _ agent: AgentIgnore) throws {
            if write || check {
                throw Stop(ExitCode.usage, "\(agent.tool) reads no file of the repository: see \(agent.source)")
            }
            if case .pasted(let place) = agent.form { Console.err("paste it into \(place); see \(agent.source)") }
            for line in lines { Console.out(Outgoing.masked(line)) }
        }

        private func compare(_ lines: [String], _ agent: AgentIgnore, _ place: AgentFilePlace) throws {
            guard let bytes = try place.bytes() else {
                if lines.isEmpty { return }
                throw Stop(ExitCode.blocked, "there is no \(place.file)")
            }
            switch agent.state(of: bytes, lines) {
            case .current: return
            case .outdated(let what): throw Stop(ExitCode.blocked, "\(place.file): \(what)")
            case .unreadable(let why):
                throw Stop(ExitCode.incomplete, "\(place.file) cannot be read: \(VisibleText.of(why))")
            }
        }

        private func merge(_ lines: [String], _ agent: AgentIgnore, _ place: AgentFilePlace) throws {
            let before = try place.bytes()
            let after: [UInt8]?
            do { after = try agent.merged(lines, into: before) } catch let error as SettingError {
                throw Stop(ExitCode.usage, "\(place.file): \(VisibleText.of(error.reason)); mend it first")
            }
            guard let after, after != before else { return Console.err("\(place.file) says it already") }
            try place.write(after)
            Console.err("wrote \(place.file); review it and commit it")
        }
    }
}

/// A file in the working folder that is never read or written through a link: whoever made the repository may have put
/// one there.
struct AgentFilePlace {
    let root: String
    let file: String

    private var path: String { (root.hasSuffix("/") ? root : root + "/") + file }

    /// Nil where there is none. Throws `Stop`.
    func bytes() throws -> [UInt8]? {
        try refuseLinks()
        return exists(path) ? try read(path, limit: 1 << 20) : nil
    }

    func write(_ bytes: [UInt8]) throws {
        try refuseLinks()
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        do {
            try FileManager.default.createDirectory(atPath: "/" + folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Stop(ExitCode.failed, "cannot write \(file)")
        }
    }

    private func refuseLinks() throws {
        var part = root.hasSuffix("/") ? String(root.dropLast()) : root
        for component in file.split(separator: "/") {
            part += "/" + component
            var status = stat()
            guard lstat(part, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFLNK {
                throw Stop(ExitCode.usage, "\(VisibleText.of(part)) is a symbolic link: put the file itself there")
            }
        }
    }
}
