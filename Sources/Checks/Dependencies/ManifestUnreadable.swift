// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Gate

/// A changed manifest or lockfile that cannot be read.
struct ManifestUnreadable: RangeCheck {
    static let about = About(
        id: "manifest-unreadable",
        title: "A manifest or lockfile cannot be read",
        why: """
            What it asks for is judged by its added lines alone, and what a lockfile names is not known: so a \
            broken file must not look like one without dependencies. Templates and samples of tests are broken \
            on purpose, so it is recorded.
            """,
        fix: "Mend the file; its ecosystem's own tools refuse it too.",
        level: .monitor,
        judgesGeneratedFiles: true,
        examples: [
            Example("half a file", files: [("package.json", "{\"dependencies\": {\n\"a\": \"1\" 1️⃣")]),
            Example("a document type", files: [("pom.xml", "<!-- a -->\n<!DOCTYPE project> 1️⃣\n<project/>\n")]),
            Example("a bracket too many", files: [("build.gradle", "dependencies {\n}\n} 1️⃣\n")]),
            Example("a comment that never ends", files: [("Gemfile", "gem \"a\"\n=begin 1️⃣\ngem \"b\"\n")]),
            Example("a script that never ends", files: [("Dockerfile", "FROM a:1\nRUN <<EOF 1️⃣\nRUN b\n")]),
        ],
        clean: [
            Example("a whole one", files: [("package.json", "{\"dependencies\": {\"a\": \"1\"}}\n")]),
            Example(
                "brackets in texts",
                files: [
                    (
                        "build.gradle.kts",
                        "val a = \"${\n  if (b) \"{\" else \"}}\"\n}\"\nval c = '{'\n// {\n/* { */\n"
                    ), ("Dockerfile", "FROM a:1\nRUN echo \"<<EOF\" <<<b\n"),
                ]),
            Example("another file", files: [("broken.json", "{\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] { DependencyFiles.concerned(in: change) }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        let changes = try DependencyChanges.of(facts)
        let problems = changes.manifests.map { ($0.path, $0.problem) } + changes.lockfiles.map { ($0.path, $0.problem) }
        return problems.compactMap { path, problem in
            guard let problem else { return nil }
            return Finding(
                at: Finding.Place(path: path, line: problem.line ?? 1), .unreadable(path, problem.description),
                fix: .mend)
        }
    }
}

extension Message {
    fileprivate static func unreadable(_ path: Path, _ problem: String) -> Message {
        "\(path) cannot be read as a whole, and was judged by its added lines at most: \(Excerpt(line: problem))"
    }

    fileprivate static let mend: Message = "mend the file, and run its package manager over it"
}
