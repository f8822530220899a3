// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Gate

extension PolicyCommand {
    /// `aigate policy who-may`
    struct WhoMay: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "who-may", abstract: "Print the class of data that a path holds, and which tools may see it.",
            discussion: "aigate policy who-may customers/ann.csv")

        @Argument(help: ArgumentHelp("From the repository's root; it need not exist.", valueName: "path"))
        var path: String

        @OptionGroup var policy: PolicyOptions

        @Option(
            help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
        var repository: String?

        func run() throws {
            let registers = try explaining { try CurrentPolicy(options: policy, folder: repository).set().registers }
            guard let data = registers.data else {
                throw Stop(
                    ExitCode.usage, "there is no register of data: write .aigate/data.yml, the least is 'version: 1'",
                    "'aigate policy matrix' prints what it would start from")
            }
            guard let path = DataPath(path, below: nil)?.path else {
                throw Stop(ExitCode.usage, "\(VisibleText.of(path)) is no path from the repository's root")
            }
            for line in WhoMay.lines(path, data, registers, on: Clock.now.day) { Console.out(Outgoing.masked(line)) }
        }

        private static func lines(
            _ path: Path, _ data: DataRegister, _ registers: Registers, on day: Day
        ) -> [String] {
            let classification = data.classification(of: path)
            let days = JudgedDays(commit: day, run: day)
            func answer(_ tool: String) -> String {
                if let register = registers.tools, !register.state(of: tool, on: day).status.isUsable {
                    return
                        "no   \(tool): \(register.state(of: tool, on: day).status.rawValue) in the register of AI tools"
                }
                guard let access = registers.access(of: tool, to: classification, on: days) else { return "" }
                let word = access.answer.isPermitted ? "yes" : "no "
                let cell =
                    "\(access.entry.dataClass.id) \(access.deployment.rawValue) \(access.cell.permission.rawValue), \(access.cell.source)"
                return "\(word)  \(tool): \(access.sentence) (\(VisibleText.of(cell)))"
            }
            let tools = registers.tools?.tools.map(\.id) ?? []
            return ["\(path.visible): \(classification.name)"]
                + classification.entries.map { "  \($0.dataClass.id): \($0.reason)" }
                + tools.map { answer($0) } + [answer("any other tool")]
        }
    }
}

/// A path as somebody or an agent names it: from the repository's root, or from the machine's.
struct DataPath {
    let path: Path

    /// `root`: the working folder, for paths from the machine's root. Nil for what is in no repository: another place, a
    /// component `..`, nothing at all.
    init?(_ text: String, below root: String?) {
        var rest = Substring(text)
        if rest.hasPrefix("/") {
            guard let root, case let folder = root.hasSuffix("/") ? root : root + "/", rest.hasPrefix(folder) else {
                return nil
            }
            rest = rest.dropFirst(folder.count)
        }
        let parts = rest.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains("..") else { return nil }
        path = Path(parts.joined(separator: "/"))
    }
}
