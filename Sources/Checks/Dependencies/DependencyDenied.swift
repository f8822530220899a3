// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// A package that the policy forbids, or does not allow.
struct DependencyDenied: RangeCheck {
    static let about = About(
        id: "dependency-denied",
        title: "A dependency is forbidden, or not allowed",
        why: """
            Assistants propose packages by their names alone: one that was withdrawn, one that never existed, \
            one that somebody registered because assistants keep inventing it. A list of what the organisation \
            already uses answers that without asking anybody, and `aigate names learn` writes it from the \
            lockfiles that are there.
            """,
        fix:
            "Use a package that is allowed, or have this one approved and its name added in a change of its own.",
        level: .block,
        judgesGeneratedFiles: true,
        rules: [About.Rule("denied", "On the deny list"), About.Rule("not-allowed", "Not on the allow list")],
        examples: [
            Example(
                "a name that is forbidden", files: [("requirements.txt", "python-sqlite 1️⃣\nflask\n")],
                policy: "checks:\n  dependency-denied:\n    deny: [pypi python-sqlite]\n"),
            Example(
                "a POM that is no XML, read by its entries",
                files: [
                    (
                        "pom.xml",
                        """
                        <project>
                        <<<<<<< HEAD
                        <dependencies><dependency>
                        <groupId>org.example</groupId>
                        <artifactId>sample</artifactId> 1️⃣
                        </dependency>
                        """
                    )
                ],
                policy: "checks:\n  dependency-denied:\n    deny: [\"maven org.example:sample\"]\n"),
            Example(
                "an allow list in a file",
                before: [(".aigate/names.txt", "npm express\nnpm @acme/*\n")],
                files: [
                    (
                        "package.json",
                        "{\"dependencies\": {\n\"express\": \"5\",\n\"@acme/ui\": \"1\",\n\"expres\": \"5\" 1️⃣\n}}\n"
                    )
                ],
                policy: "checks:\n  dependency-denied:\n    allow-file: .aigate/names.txt\n"),
        ],
        clean: [
            Example("no list", files: [("requirements.txt", "anything\n")]),
            Example(
                "another ecosystem", files: [("requirements.txt", "flask\n")],
                policy: "checks:\n  dependency-denied:\n    allow: [\"pkg:npm/express\"]\n"),
        ],
        since: "0.1.0")

    struct Settings: CheckSettings {
        var allow: [String] = []
        var deny: [String] = []
        var allowFile = ""

        static let fields: [Field<Settings>] = [
            .texts(
                "allow",
                "ECOSYSTEM NAME, pkg:TYPE/NAME or NAME, * for the rest: what may be added. An ecosystem without an entry is free.",
                \.allow
            ).tightened(.shorter(NameList.passes)),
            .texts(
                "deny", "Packages that may not be, neither asked for nor in a lockfile; written as those of allow.",
                \.deny
            ).tightened(.longer),
            Field(
                "allow-file",
                "A file of the repository with more of allow, an entry a line, as aigate names learn writes it.",
                shape: .text, show: { $0.allowFile.isEmpty ? nil : $0.allowFile }
            ) { $1.allowFile = try $0.text }.tightened(.more(of: "allow")),
        ]
    }

    private let allow: NameList
    private let deny: NameList
    private let allowFile: Path?

    init(_ settings: Settings) throws {
        var (allow, deny) = (NameList(), NameList())
        for entry in settings.allow { try allow.add(entry) }
        for entry in settings.deny { try deny.add(entry) }
        (self.allow, self.deny) = (allow, deny)
        allowFile = settings.allowFile.isEmpty ? nil : Path(settings.allowFile)
    }

    private var isIdle: Bool { allow.isEmpty && deny.isEmpty && allowFile == nil }

    func concerned(in change: CommitChange) -> [Path] { isIdle ? [] : DependencyFiles.concerned(in: change) }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        if isIdle { return [] }
        let changes = try DependencyChanges.of(facts)
        let allow = try allowed(facts.policy.tree)
        var seen: Set<String> = []
        let asked = changes.added.compactMap { entry -> Finding? in
            let dependency = entry.dependency
            guard dependency.source != .local, let rule = rule(dependency, allow),
                rule == "denied" || entry.old.isEmpty,
                seen.insert("\(entry.manifest.path.visible) \(dependency.ecosystem) \(dependency.name)").inserted
            else { return nil }
            return Finding(
                rule: rule, at: entry.place, .asked(entry, rule), excerpt: entry.excerpt, fix: .approve,
                basis: entry.manifest.basis)
        }
        return asked + changes.lockfiles.flatMap(locked)
    }

    /// The list is the one that stood before the change.
    private func allowed(_ tree: any FileTree) throws -> NameList {
        guard let allowFile else { return allow }
        guard let bytes = try tree.bytes(of: allowFile, limit: 16 << 20) else {
            throw SettingError(
                "\(allowFile.visible), the list of allowed names, is not where the policy is read from: commit it first"
            )
        }
        var list = allow
        try list.add(lines: String(decoding: bytes, as: UTF8.self))
        return list
    }

    private func rule(_ dependency: Dependency, _ allow: NameList) -> String? {
        var names = [dependency.name]
        // Under another name a package is still itself.
        if case .alias(let other) = dependency.source { names.append(other) }
        if names.contains(where: { deny.contains(dependency.ecosystem, $0) }) { return "denied" }
        guard allow.ecosystems.contains(dependency.ecosystem) else { return nil }
        return names.allSatisfy { allow.contains(dependency.ecosystem, $0) } ? nil : "not-allowed"
    }

    private func locked(_ change: LockfileChange) -> [Finding] {
        var known = Set((change.before?.packages ?? []).map(\.name))
        return (change.after?.packages ?? []).filter {
            known.insert($0.name).inserted && deny.contains(change.format.ecosystem, $0.name)
        }.map {
            Finding(
                rule: "denied", at: Finding.Place(path: change.path, line: $0.line), .locked($0, change.path),
                excerpt: Excerpt(line: "\(change.format.ecosystem.rawValue) \($0.name)"), fix: .approve)
        }
    }
}

extension Message {
    fileprivate static func asked(_ entry: DependencyChanges.Added, _ rule: String) -> Message {
        let name = Excerpt(line: "\(entry.dependency.ecosystem.rawValue) \(entry.dependency.name)")
        return rule == "denied"
            ? "\(entry.manifest.path) asks for \(name), which the policy forbids"
            : "\(entry.manifest.path) newly asks for \(name), which is not on the list of allowed names"
    }

    fileprivate static func locked(_ package: Lockfile.Package, _ path: Path) -> Message {
        "\(path) newly names \(Excerpt(line: package.name)), which the policy forbids"
    }

    fileprivate static let approve: Message =
        "use a package that is allowed, or have this one approved: the list counts once its own change has landed"
}
