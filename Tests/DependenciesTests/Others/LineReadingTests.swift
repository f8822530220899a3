// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Dependencies

/// Lines of files that cannot be read as a whole.
struct LineReadingTests {
    @Test(arguments: [
        (".github/workflows/a.yml", "      - uses: octo/act@v1", "octo/act"),
        ("compose.yml", "    image: redis:7", "redis"),
        (".gitlab-ci.yml", "  image: ruby:3.3", "ruby"),
        ("composer.json", "    \"acme/log\": \"^1.0\",", "acme/log"),
        ("App.csproj", "    <PackageReference Include=\"Acme.Log\" Version=\"1.0.0\" />", "acme.log"),
        ("packages.config", "  <package id=\"Acme.Log\" version=\"1.0.0\" />", "acme.log"),
        ("gradle/libs.versions.toml", "log = { module = \"org.example:log\", version = \"1.0\" }", "org.example:log"),
        ("gradle/libs.versions.toml", "x = { id = \"org.example.x\", version.ref = \"x\" }", "x.gradle.plugin"),
        ("gradle/libs.versions.toml", "x = \"org.example.x:1.0\"", "x.gradle.plugin"),
        ("build.gradle", "    implementation 'org.example:log:1.0'", "org.example:log"),
        ("build.gradle.kts", "\ttestImplementation(\"org.example:log\")", "org.example:log"),
        ("build.gradle.kts", "  id(\"org.example.x\") version \"1.0\"", "x.gradle.plugin"),
    ])
    func readsALineByItself(_ path: String, _ line: String, _ name: String) throws {
        let format = try #require(Formats.all.manifest(Path(path)))
        let found = format.dependencies(inLine: Array(line.utf8)[...], number: 7)
        #expect(found.map(\.name).contains { $0.hasSuffix(name) }, "\(found)")
        #expect(found.allSatisfy { $0.line == 7 })
    }

    @Test(arguments: [
        ".github/workflows/a.yml", "compose.yml", "composer.json", "App.csproj", "gradle/libs.versions.toml",
        "build.gradle",
    ])
    func takesNothingFromOtherLines(_ path: String) throws {
        let format = try #require(Formats.all.manifest(Path(path)))
        let lines = [
            "", "}", "<<<<<<< HEAD", "  - ", "\"name\": \"x", "]]>", "\u{0}", "kotlin = \"1.9.0\"",
            "url 'https://a.example:1/b'", "id 'java'", "// api 'org.example:log:1'",
        ]
        for line in lines {
            #expect(format.dependencies(inLine: Array(line.utf8)[...], number: 1).isEmpty, "\(line)")
        }
    }
}
