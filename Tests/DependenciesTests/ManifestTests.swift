// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Testing

/// What each manifest asks for, line by line: line, name, bound, source.
struct ManifestTests {
    private func rows(_ path: String) throws -> [String] {
        try FormatSample.manifest(path).dependencies.map { one in
            "\(one.line ?? 0) \(one.name) \(one.bound) \(one.source)\(one.isLocked ? "" : " unlocked")"
        }
    }

    @Test func node() throws {
        #expect(
            try rows("package.json") == [
                "5 left-pad range registry", "6 any none registry", "7 fork moving git(\"github.com/someone/fork\")",
                "8 tar moving url(\"https://example.org/tar-1.0.0.tgz\")", "9 ours exact local unlocked",
                "10 other exact alias(\"real\")",
                "12 tag moving registry", "13 react lower registry unlocked",
            ])
        let manifest = try FormatSample.manifest("package.json")
        #expect(manifest.defines == ["web"])
        #expect(manifest.installScripts.map(\.value) == ["node x.js"])
        #expect(manifest.replacements.map { "\($0.name) \($0.value)" } == ["a 1.0.0", "b npm:c@1"])
        #expect(manifest.licences.map(\.value) == ["MIT"])
        #expect(
            try FormatSample.manifest(".npmrc").registries.map(\.value) == [
                "https://registry.npmjs.org/", "https://npm.example.org/",
            ])
        #expect(try rows("pnpm-workspace.yaml") == ["3 react range registry unlocked"])
    }

    @Test func python() throws {
        #expect(
            try rows("requirements.txt") == [
                "3 flask range registry unlocked", "4 requests exact registry unlocked",
                "6 rich none registry unlocked",
                "7 pkg moving git(\"git.example.org/o/pkg\") unlocked",
                "9 other-name exact git(\"git.example.org/o/other\") unlocked",
            ])
        #expect(
            try rows("pyproject.toml") == [
                "16 httpx moving git(\"git.example.org/o/httpx\")",
                "6 tool moving url(\"https://example.org/tool-1.0.tar.gz\")",
                "8 pytest range registry", "10 ruff exact registry", "2 hatchling none registry unlocked",
                "13 pillow range registry",
                "14 mine exact local unlocked",
            ])
        #expect(try FormatSample.manifest("pyproject.toml").defines == ["my-project"])
        #expect(
            try FormatSample.manifest("pyproject.toml").registries.map(\.value) == ["https://pypi.example.org/simple"])
        #expect(
            try rows("Pipfile") == ["4 flask none registry", "5 django exact registry", "7 mine exact local unlocked"])
        #expect(
            try rows("setup.cfg") == [
                "5 a lower registry unlocked", "7 b none registry unlocked", "9 pytest none registry unlocked",
            ])
        #expect(
            try rows("setup.py") == [
                "3 a lower registry unlocked", "4 b none registry unlocked", "5 c exact registry unlocked",
            ])
    }

    @Test func cargo() throws {
        #expect(
            try rows("Cargo.toml") == [
                "5 serde range registry", "6 real exact registry", "7 fork moving git(\"git.example.org/o/fork\")",
                "8 sub exact local unlocked",
                "9 any none registry", "13 shared range registry unlocked", "11 nix range registry",
            ])
        #expect(
            try FormatSample.manifest("Cargo.toml").replacements.map(\.value) == ["https://git.example.org/o/serde"])
    }

    @Test func go() throws {
        #expect(
            try rows("go.mod") == [
                "3 example.org/a exact alias(\"example.org/fork/a v1.2.4\") unlocked", "5 example.org/b exact registry",
                "6 example.org/c exact local unlocked", "7 example.org/stub exact registry unlocked",
            ])
    }

    @Test func swift() throws {
        #expect(
            try rows("Package.swift") == [
                "3 git.example.org/o/kit range registry", "5 git.example.org/o/tip moving registry",
                "6 git.example.org/o/pin exact registry",
                "7 git.example.org/o/two range registry", "8 ../Local exact local unlocked",
                "9 Bin exact url(\"https://example.org/bin.zip\") unlocked",
            ])
    }

    /// A file that cannot be read as a whole is judged by its lines.
    @Test(arguments: [
        ("package.json", "  \"left-pad\": \"^1.3.0\",", "left-pad"), ("package.json", "  \"version\": \"1.0.0\",", ""),
        ("pyproject.toml", "  \"httpx>=0.27\",", "httpx"), ("pyproject.toml", "Pillow = \"^10\"", "pillow"),
        ("Pipfile", "flask = \"*\"", "flask"),
        ("Cargo.toml", "serde = { version = \"1.0\", features = [\"x\"] }", "serde"),
        ("Cargo.toml", "nix = \"0.29\"", "nix"),
        ("package.json", "  \"test\": \"jest\",", ""), ("Cargo.toml", "edition = \"2021\"", ""),
    ]) func lines(path: String, line: String, name: String) throws {
        let format = try #require(Formats.all.manifest(Path(path)))
        #expect(
            format.dependencies(inLine: Array(line.utf8)[...], number: 1).map(\.name) == (name.isEmpty ? [] : [name]))
    }

    @Test(arguments: [
        "requirements.txt", "ci.requirements.txt", "requirements-dev.in", "requirements/base.txt",
        "a/dev_requirements.txt",
    ])
    func requirementsByName(path: String) {
        #expect(Formats.all.manifest(Path(path)) is RequirementsFile)
    }

    @Test(arguments: ["MANIFEST.in", "constraints.txt", "notes.txt", "requirements.md", "config.h.in"]) func otherNames(
        path: String
    ) {
        #expect(Formats.all.manifest(Path(path)) == nil)
    }
}
