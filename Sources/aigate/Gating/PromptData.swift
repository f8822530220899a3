// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Glibc
import Provenance

/// The classes of data that a text on its way to a tool holds: by the files that it comes from, and by what it calls
/// itself.
struct PromptData {
    let policy: PolicySet
    let data: DataRegister
    /// Id of the tool; nil: any that is external.
    let tool: String?
    /// The working folder, as a path of the machine; nil: there is none.
    let root: String?
    let today: Day

    /// Throws `Stop` for a tool that nobody knows.
    init?(_ policy: PolicySet, tool: String?, root: String?, today: Day) throws {
        guard let data = policy.registers.data else { return nil }
        self.policy = policy
        self.data = data
        self.tool = tool
        self.root = root.map(PromptData.resolved)
        self.today = today
        guard let tool, policy.registers.tools?.tool(tool) == nil else { return }
        let known = ToolCatalogue.embedded.tools.map(\.id) + [AITool.unknown, AITool.listedAgent]
        guard known.contains(tool) else {
            let suggestion = closest(to: tool, of: known).map { "; did you mean '\($0)'?" } ?? ""
            throw Stop(ExitCode.usage, "--tool: unknown tool \(quoted(tool))\(suggestion) 'aigate trailer' lists them")
        }
    }

    /// What is wrong with the files; those outside of the repository have no class. `names`: as somebody wrote them.
    func findings(files names: [String]) -> [PromptVerdict.Finding] {
        var seen: Set<Path> = []
        return names.compactMap { name in
            let full = name.hasPrefix("/") ? PromptData.resolved(name) : name
            guard let path = DataPath(full, below: root)?.path, seen.insert(path).inserted else { return nil }
            return finding(
                data.classification(of: path), path: path, line: nil, what: "\(path.visible) holds data of class")
        }
    }

    /// What is wrong with a text by its markings, the first of each.
    func findings(text: [UInt8]) -> [PromptVerdict.Finding] {
        guard let dataClass = data.dataClass(DataMarking.dataClass) else { return [] }
        var seen: Set<String> = []
        return DataMarking.all(in: text).filter { seen.insert($0.words).inserted }.compactMap { marking in
            finding(
                DataClassification(dataClass), path: nil, line: marking.line,
                what: "the text is marked '\(marking.words)', which is data of class")
        }
    }

    /// The files that a hook names; mentions count where something stands there.
    func files(of input: HookInput) -> [String] {
        func full(_ name: String) -> [String] {
            name.hasPrefix("/")
                ? [name] : input.folders.map { "\($0)/\(name)" } + (root.map { ["\($0)/\(name)"] } ?? [])
        }
        let attached = input.files.flatMap { name in
            let places = full(name)
            return places.first(where: exists).map { [$0] } ?? Array(places.prefix(1))
        }
        return attached + input.mentions.compactMap { full($0).first(where: exists) }
    }

    private func finding(
        _ classification: DataClassification, path: Path?, line: Int?, what: String
    ) -> PromptVerdict.Finding? {
        let days = JudgedDays(commit: today, run: today)
        guard let access = policy.registers.access(of: tool ?? AITool.unknown, to: classification, on: days),
            !access.answer.isPermitted
        else { return nil }
        let rule = access.answer.rule
        let level = policy.level(
            of: Checks.dataClass, rule: rule, path: path, on: today, otherwise: access.answer.level)
        guard level > .monitor else { return nil }
        let reader = tool.map { VisibleText.of($0, limit: 60) } ?? "an external tool"
        return PromptVerdict.Finding(
            rule: "\(Checks.dataClass.id)/\(rule)", level: level, line: line,
            title: "\(what) \(access.entry.dataClass.id); for \(reader): \(access.sentence)",
            excerpt: path.map { Excerpt(line: $0.visible).text } ?? "",
            fix: "leave it out, or use a tool that may see it: 'aigate policy who-may \(path?.visible ?? "PATH")'")
    }

    /// Without links, as the working folder is named; as it is where nothing stands there.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
