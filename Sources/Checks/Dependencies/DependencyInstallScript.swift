// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// A package that runs a command when it is installed, new to a lockfile.
struct DependencyInstallScript: RangeCheck {
    static let about = About(
        id: "dependency-install-script",
        title: "A new package runs a command when it is installed",
        why: """
            Nearly all malicious packages act at installation, on the developer's machine and in CI, before \
            anybody has called them. npm and pnpm note in the lockfile which packages do so. Compilers and \
            browsers do it for good reasons; a package that nobody expected to is worth a look before it is \
            installed.
            """,
        fix: "Read the package's scripts; install with --ignore-scripts where they are not needed.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("package", "A package that a lockfile newly names"),
            About.Rule("own", "A command of the project's own, for all who install it"),
        ],
        examples: [
            Example(
                "npm",
                files: [
                    (
                        "package-lock.json",
                        "{\"packages\": {\"\": {},\n\"node_modules/a\": {\"version\": \"1.0.0\", \"hasInstallScript\": true} 1️⃣\n}}\n"
                    )
                ]),
            Example(
                "its own", files: [("package.json", "{\"scripts\": {\n\"postinstall\": \"node setup.js\" 1️⃣\n}}\n")]),
        ],
        clean: [
            Example(
                "none",
                files: [("package-lock.json", "{\"packages\": {\"node_modules/a\": {\"version\": \"1.0.0\"}}}\n")]),
            Example(
                "it always had one",
                before: [
                    (
                        "package-lock.json",
                        "{\"packages\": {\"node_modules/a\": {\"version\": \"1.0.0\", \"hasInstallScript\": true}}}\n"
                    )
                ],
                files: [
                    (
                        "package-lock.json",
                        "{\"packages\": {\"node_modules/a\": {\"version\": \"1.0.1\", \"hasInstallScript\": true}}}\n"
                    )
                ]),
            Example("another script", files: [("package.json", "{\"scripts\": {\"test\": \"jest\"}}\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] { DependencyFiles.concerned(in: change) }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        let changes = try DependencyChanges.of(facts)
        return changes.lockfiles.flatMap(packages) + changes.manifests.flatMap(own)
    }

    private func packages(_ change: LockfileChange) -> [Finding] {
        // A lockfile that is new, or could not be read before, is no news of its packages.
        guard let after = change.after else { return [] }
        var known = Set((change.before?.packages ?? []).filter(\.runsInstallScript).map(\.name))
        return after.packages.filter { $0.runsInstallScript && known.insert($0.name).inserted }.map { package in
            let name = Excerpt(line: package.name)
            return Finding(
                rule: "package", at: Finding.Place(path: change.path, line: package.line),
                "\(name) \(Excerpt(line: package.version ?? "")), new in \(change.path), runs a command when it is installed",
                excerpt: Excerpt(line: "\(change.format.ecosystem.rawValue) \(package.name)"), fix: .read(name),
                defaultLevel: change.before == nil ? .monitor : DependencyFiles.level(change.path))
        }
    }

    private func own(_ change: ManifestChange) -> [Finding] {
        let known = Set((change.before?.installScripts ?? []).map { "\($0.name) \($0.value)" })
        return change.after.installScripts.filter { !known.contains("\($0.name) \($0.value)") }.map { script in
            Finding(
                rule: "own", at: Finding.Place(path: change.path, line: script.line),
                "\(change.path) runs \(Excerpt(line: script.value)) when it is installed (\(Excerpt(line: script.name)))",
                excerpt: Excerpt(line: "\(script.name) \(script.value)"), fix: .readOwn, defaultLevel: .monitor,
                basis: change.basis)
        }
    }
}

extension Message {
    fileprivate static func read(_ name: Excerpt) -> Message {
        "read the scripts of \(name) before anybody installs it, or install with --ignore-scripts"
    }

    fileprivate static let readOwn: Message = "read what it runs: everybody who installs the project runs it too"
}
