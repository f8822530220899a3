// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// A requirement that takes whatever is newest.
struct DependencyUnpinned: RangeCheck {
    static let about = About(
        id: "dependency-unpinned",
        title: "A new dependency takes whatever version is newest",
        why: """
            Nothing, `*`, `latest`, a lower bound alone or a branch take tomorrow's version without anybody's \
            review, where no lockfile holds them. A quarter of the Python packages that public projects add have \
            no bound, so it is recorded and stops nobody. A tag of git counts as bound, although it can be \
            moved.
            """,
        fix: "Bind the version: a range with an upper end and a lockfile, an exact version, or a digest.",
        level: .monitor,
        judgesGeneratedFiles: true,
        rules: Dependency.Bound.unpinned.map { About.Rule($0.rule, $0.title) },
        examples: [
            Example(
                "latest", files: [("package.json", "{\"dependencies\": {\n\"a\": \"latest\", 1️⃣\n\"b\": \"^1\"}}\n")]),
            Example("no version", files: [("requirements.txt", "flask==3.0.0\nrequests 1️⃣\nrich>=13 1️⃣\n")]),
            Example(
                "a branch", files: [("Package.swift", ".package(url: \"https://example.org/a\", branch: \"main\") 1️⃣\n")]
            ),
        ],
        clean: [
            Example("a range", files: [("Cargo.toml", "[dependencies]\nserde = \"1.0\"\n")]),
            Example(
                "it stood there before", before: [("requirements.txt", "requests\n")],
                files: [("requirements.txt", "flask==3.0.0\nrequests\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] { DependencyFiles.concerned(in: change) }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        try DependencyChanges.of(facts).added.compactMap { entry in
            let bound = entry.dependency.bound
            guard let rule = Dependency.Bound.unpinned.first(where: { $0.bound == bound })?.rule,
                entry.dependency.source != .local,
                !entry.old.contains(where: { $0.bound == bound }), !isOwn(entry)
            else { return nil }
            return Finding(
                rule: rule, at: entry.place, .unpinned(entry), excerpt: entry.excerpt, fix: .pin,
                basis: entry.manifest.basis)
        }
    }

    /// The modules of one Maven build ask for one another by versions that move, in the group of all of them.
    private func isOwn(_ entry: DependencyChanges.Added) -> Bool {
        guard entry.dependency.ecosystem == .maven else { return false }
        func group(_ name: String) -> Substring { name.prefix { $0 != ":" } }
        return entry.manifest.after.defines.contains { group($0) == group(entry.dependency.name) }
    }
}

extension Dependency.Bound {
    /// The bounds that let any newer version in, as rules.
    fileprivate static let unpinned: [(bound: Dependency.Bound, rule: String, title: String)] = [
        (.none, "no-version", "No version, or any"),
        (.lower, "lower-bound", "A least version and no highest one"),
        (.moving, "moving", "A branch, `latest` or another name that moves"),
    ]
}

extension Message {
    fileprivate static func unpinned(_ entry: DependencyChanges.Added) -> Message {
        let name = Excerpt(line: entry.dependency.name)
        guard !entry.dependency.requirement.isEmpty else {
            return "\(entry.manifest.path) asks for \(name) without a version"
        }
        return
            "\(entry.manifest.path) asks for \(name) as \(Excerpt(line: entry.dependency.requirement)): whatever is newest"
    }

    fileprivate static let pin: Message =
        "bind it: a range with an upper end that a lockfile holds, an exact version, or a digest or commit id"
}
