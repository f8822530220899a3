// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// A lockfile that says something else of the same package, or fetches it from elsewhere.
struct LockfileTampered: RangeCheck {
    static let about = About(
        id: "lockfile-tampered",
        title: "A lockfile has another digest or host for the same package",
        why: """
            A published version never changes, so its digest does not either: one that differs, or is gone, lets \
            other code in under a version that reviewers know. Lockfiles are long and read by nobody, which \
            makes them the place to hide it. An address on a host that no package came from before does the \
            same.
            """,
        fix:
            "Write the lockfile anew from its manifest, and keep the change only if the package manager makes it too.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("digest-changed", "Another digest for the same version"),
            About.Rule("digest-removed", "The digest of a package is gone"),
            About.Rule("host", "A host that no package came from before"),
            About.Rule("alone", "No manifest changed with it"),
        ],
        examples: [
            Example(
                "another digest",
                before: [("go.sum", "example.org/a v1.0.0 h1:AAAA=\nexample.org/a v1.0.0/go.mod h1:CCCC=\n")],
                files: [
                    ("go.sum", "example.org/a v1.0.0 h1:BBBB= 1️⃣\nexample.org/a v1.0.0/go.mod h1:CCCC=\n"),
                    ("go.mod", "module m\n"),
                ]),
            Example(
                "no digest any more, and another host",
                before: [
                    (
                        "yarn.lock",
                        "a@^1:\n  version \"1.0.0\"\n  resolved \"https://registry.yarnpkg.com/a.tgz\"\n  integrity sha512-AAAA\n"
                    )
                ],
                files: [
                    ("yarn.lock", "a@^1: 1️⃣\n  version \"1.0.0\"\n  resolved \"https://npm.example.org/a.tgz\"\n"),
                    ("package.json", "{}\n"),
                ]),
            Example(
                "only the lockfile", before: [("uv.lock", "[[package]]\nname = \"a\"\nversion = \"1\"\n")],
                files: [("uv.lock", "[[package]] 1️⃣\nname = \"a\"\nversion = \"2\"\n")]),
        ],
        clean: [
            Example(
                "a new version",
                before: [
                    (
                        "Cargo.lock",
                        "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"r\"\nchecksum = \"aa\"\n"
                    )
                ],
                files: [
                    (
                        "Cargo.lock",
                        "[[package]]\nname = \"a\"\nversion = \"1.0.1\"\nsource = \"r\"\nchecksum = \"bb\"\n"
                    ),
                    ("Cargo.toml", "[dependencies]\na = \"1\"\n"),
                ]),
            Example(
                "a stronger digest",
                before: [
                    (
                        "yarn.lock",
                        "a@^1:\n  version \"1.0.0\"\n  resolved \"https://registry.yarnpkg.com/a.tgz#aaaa\"\n"
                    )
                ],
                files: [
                    (
                        "yarn.lock",
                        "a@^1:\n  version \"1.0.0\"\n  resolved \"https://registry.yarnpkg.com/a.tgz\"\n  integrity sha512-BBBB\n"
                    ),
                    ("package.json", "{}\n"),
                ]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] { DependencyFiles.concerned(in: change) }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        let changes = try DependencyChanges.of(facts)
        return changes.lockfiles.flatMap { change -> [Finding] in
            guard let after = change.after, let before = change.before else { return [] }
            let comparison = LockfileComparison(before, after)
            var findings = [
                finding("digest-changed", change, comparison.changed) { .changed($0, change.path, others: $1) },
                finding("digest-removed", change, comparison.removed) { .removed($0, change.path, others: $1) },
                finding("host", change, comparison.elsewhere) { .elsewhere($0, change.path, others: $1) },
            ].compactMap(\.self)
            let isAlone = !changes.manifests.contains { $0.format.ecosystem == change.format.ecosystem }
            if isAlone, comparison.isDifferent {
                findings.append(
                    Finding(
                        rule: "alone", at: Finding.Place(path: change.path, line: 1), .alone(change.path),
                        fix: .rewrite(change),
                        defaultLevel: .monitor))
            }
            return findings
        }
    }

    /// One for the whole file: whoever wrote it anew changed many at once.
    private func finding(
        _ rule: String, _ change: LockfileChange, _ packages: [Lockfile.Package],
        _ message: (Lockfile.Package, Int) -> Message
    ) -> Finding? {
        guard let first = packages.first else { return nil }
        return Finding(
            rule: rule, at: Finding.Place(path: change.path, line: first.line), message(first, packages.count - 1),
            excerpt: Excerpt(line: "\(change.format.ecosystem.rawValue) \(first.name) \(first.version ?? "")"),
            fix: .rewrite(change),
            defaultLevel: DependencyFiles.level(change.path))
    }
}

extension Message {
    fileprivate static func changed(_ package: Lockfile.Package, _ path: Path, others: Int) -> Message {
        "\(path) has another digest for \(shown(package)) than before\(and(others))"
    }

    fileprivate static func removed(_ package: Lockfile.Package, _ path: Path, others: Int) -> Message {
        "\(path) has no digest for \(shown(package)) any more\(and(others))"
    }

    fileprivate static func elsewhere(_ package: Lockfile.Package, _ path: Path, others: Int) -> Message {
        let host = Excerpt(line: package.resolved.flatMap(LockfileComparison.host) ?? "")
        return "\(path) takes \(shown(package)) from \(host), where no package came from before\(and(others))"
    }

    fileprivate static func alone(_ path: Path) -> Message { "\(path) changed, and no manifest with it" }

    fileprivate static func rewrite(_ change: LockfileChange) -> Message {
        "run \(Excerpt(line: change.format.command)) on the lockfile as it was, and keep this change only if that makes it too"
    }

    private static func shown(_ package: Lockfile.Package) -> Excerpt {
        Excerpt(line: package.name + (package.version.map { " " + $0 } ?? ""))
    }

    private static func and(_ others: Int) -> Excerpt { Excerpt(line: others == 0 ? "" : ", and for \(others) more") }
}
