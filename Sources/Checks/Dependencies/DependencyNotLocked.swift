// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// A package that a manifest newly asks for and no lockfile names.
struct DependencyNotLocked: RangeCheck {
    static let about = About(
        id: "dependency-not-locked",
        title: "A new dependency is in no lockfile",
        why: """
            Whoever adds a package by hand or by its package manager gets a lockfile that names it; an assistant \
            that only writes the manifest does not, and has perhaps invented the name. A lockfile is the one \
            proof without a network that somebody's package manager found the package. Of 4,085 dependencies \
            added in public projects 28 were in no lockfile, and most of those were mended later. A stale \
            lockfile also stops every strict installation.
            """,
        fix: "Let the package manager write the lockfile, look at what it fetched, and commit both.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "npm",
                before: [
                    ("package.json", "{\n  \"dependencies\": {\n    \"a\": \"1\"\n  }\n}\n"),
                    ("package-lock.json", "{\"packages\": {\"\": {}, \"node_modules/a\": {\"version\": \"1.0.0\"}}}\n"),
                ],
                files: [
                    (
                        "package.json",
                        "{\n  \"dependencies\": {\n    \"a\": \"1\",\n    \"fast-uuid-parse\": \"^2.1.0\" 1️⃣\n  }\n}\n"
                    )
                ]),
            Example(
                "a lockfile above",
                before: [
                    ("uv.lock", "[[package]]\nname = \"web\"\nsource = { editable = \"web\" }\n"),
                    ("web/pyproject.toml", "[project]\nname = \"web\"\n"),
                ],
                files: [
                    ("web/pyproject.toml", "[project]\nname = \"web\"\ndependencies = [\n  \"requests>=2\", 1️⃣\n]\n")
                ]),
        ],
        clean: [
            Example(
                "both",
                files: [
                    ("Cargo.toml", "[dependencies]\nserde_json = \"1\"\n"),
                    ("Cargo.lock", "[[package]]\nname = \"serde_json\"\nversion = \"1.0.0\"\n"),
                ]),
            Example("no lockfile at all", files: [("package.json", "{\"dependencies\": {\"a\": \"1\"}}\n")]),
            Example(
                "a package of the repository itself",
                before: [("lib/Cargo.toml", "[package]\nname = \"lib\"\n"), ("Cargo.lock", "version = 4\n")],
                files: [("Cargo.toml", "[dependencies]\nlib = \"1\"\n")]),
            Example(
                "a replaced module of Go",
                before: [("go.sum", "example.org/b v1.0.0 h1:x=\n")],
                files: [
                    ("go.mod", "module example.org/m\nrequire example.org/a v1.0.0\nreplace example.org/a => ../a\n")
                ]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] { DependencyFiles.concerned(in: change) }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        let added = try DependencyChanges.of(facts).added.filter { $0.old.isEmpty && $0.dependency.isLocked }
        guard !added.isEmpty else { return [] }
        let locks = GoverningLocks(facts.head)
        let own = OwnPackages(facts.head)
        var seen: Set<String> = []
        return try added.compactMap { entry in
            let dependency = entry.dependency
            guard dependency.source != .local else { return nil }
            let governing = try locks.governing(entry.manifest)
            guard let nearest = governing.first, !governing.contains(where: { $0.names.contains(dependency.lockName) }),
                try !own.contains(dependency), seen.insert("\(entry.manifest.path.visible) \(dependency.name)").inserted
            else { return nil }
            return Finding(
                at: entry.place, .notLocked(entry, nearest, others: governing.count - 1), excerpt: entry.excerpt,
                fix: .lock(nearest), defaultLevel: DependencyFiles.level(entry.manifest.path),
                basis: entry.manifest.basis + governing.compactMap(\.unreadable))
        }
    }
}

extension Message {
    fileprivate static func notLocked(
        _ entry: DependencyChanges.Added, _ lock: GoverningLocks.Lock, others: Int
    ) -> Message {
        let name = Excerpt(line: entry.dependency.name)
        if lock.problem != nil {
            return
                "\(entry.manifest.path) newly asks for \(name), and \(lock.path) cannot be read to see whether it names it"
        }
        return others == 0
            ? "\(entry.manifest.path) newly asks for \(name), which \(lock.path) does not name"
            : "\(entry.manifest.path) newly asks for \(name), which neither \(lock.path) nor \(others) more above it names"
    }

    fileprivate static func lock(_ lock: GoverningLocks.Lock) -> Message {
        "run \(Excerpt(line: lock.format.command)) where \(lock.path) is, look at what it fetched, and commit the lockfile"
    }
}
