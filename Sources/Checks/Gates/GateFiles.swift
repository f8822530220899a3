// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The files by which a project judges its own changes, told by their path.
enum GateFiles {
    enum Kind {
        /// What the pipeline runs.
        case pipeline
        /// What is run before a commit or a push.
        case hooks
        /// Who has to look at a change.
        case owners
        /// What linters, type checkers and coverage tools ask for.
        case rules
        /// Which files are taken out of judging.
        case attributes
    }

    static func kind(of path: Path) -> Kind? {
        if isSource(path) { return nil }
        let name = String(decoding: path.name, as: UTF8.self)
        if let kind = names[name] { return kind }
        if isRules(name) { return .rules }
        let text = path.bytes
        if pipelineFolders.contains(where: { text.starts(with: $0) }), isData(name) { return .pipeline }
        if hookFolders.contains(where: { text.starts(with: $0) }) { return .hooks }
        if name.hasSuffix(".gitlab-ci.yml") || name.hasPrefix("azure-pipelines") && isData(name) { return .pipeline }
        return nil
    }

    /// What says how the project is built, tested and linted, among other things.
    static func isBuild(_ path: Path) -> Bool {
        !isSource(path) && buildNames.contains { path.name.elementsEqual($0) }
            || path.name.suffix(7).elementsEqual(".csproj".utf8)
    }

    /// A workflow or an action of GitHub's, which other rules hold for than for other pipelines.
    static func isGitHub(_ path: Path) -> Bool { path.bytes.starts(with: ".github/workflows/".utf8) }

    /// By far the most files: code in a language that nobody configures a gate in.
    private static func isSource(_ path: Path) -> Bool {
        guard path.bytes.first != UInt8(ascii: "."), let dot = path.bytes.suffix(6).lastIndex(of: UInt8(ascii: "."))
        else { return false }
        return sourceEnds.contains { path.bytes[(dot + 1)...].elementsEqual($0) }
    }

    private static func isData(_ name: String) -> Bool {
        [".yml", ".yaml", ".json", ".toml", ".star", ".jsonnet", ".sh"].contains { name.hasSuffix($0) }
    }

    /// Families of names: `eslint.config.mjs`, `.eslintrc.json`, `tsconfig.build.json`.
    private static func isRules(_ name: String) -> Bool {
        ruleStarts.contains { name.hasPrefix($0) } && !name.hasSuffix(".md")
            || name.hasPrefix("tsconfig") && name.hasSuffix(".json") || name.hasSuffix(".ruleset")
    }

    private static func list(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    private static let buildNames = list([
        "package.json", "pyproject.toml", "setup.cfg", "tox.ini", "pytest.ini", "Makefile", "makefile", "GNUmakefile",
        "CMakeLists.txt", "Cargo.toml", "config.toml", "build.gradle", "build.gradle.kts", "pom.xml", "build.sbt",
        "composer.json", "Rakefile", "phpunit.xml", "phpunit.xml.dist", "meson.build", "Directory.Build.props",
        "justfile", "Justfile", "Taskfile.yml", "configure.ac", "Package.swift",
    ])

    private static let sourceEnds = list([
        "c", "h", "cc", "cpp", "hpp", "go", "py", "rs", "rb", "java", "kt", "scala", "swift", "php", "cs", "tcl", "md",
        "rst", "txt", "html", "css", "tsx",
    ])

    private static let pipelineFolders = list([
        ".github/workflows/", ".github/actions/", ".gitlab/ci/", ".circleci/", ".buildkite/", ".woodpecker/",
        ".azure-pipelines/", ".azuredevops/", ".forgejo/workflows/", ".gitea/workflows/", ".tekton/", ".semaphore/",
        ".teamcity/", ".ci/", ".drone/",
    ])
    private static let hookFolders = list([".husky/", ".githooks/", "git-hooks/"])

    private static let ruleStarts = [
        ".eslintrc", "eslint.config.", ".stylelintrc", "stylelint.config.", ".prettierrc", ".oxlintrc", ".jshintrc",
        ".jscsrc", "tslint.", ".golangci.", "jest.config.", "vitest.config.", ".nycrc", "detekt.",
    ]

    private static let names: [String: Kind] = {
        let lists: [(Kind, [String])] = [
            (
                .pipeline,
                [
                    ".gitlab-ci.yml", ".gitlab-ci.yaml", ".travis.yml", "appveyor.yml", ".appveyor.yml", "Jenkinsfile",
                    "bitbucket-pipelines.yml", ".drone.yml", ".woodpecker.yml", ".woodpecker.yaml", ".cirrus.yml",
                    "cloudbuild.yaml", "cloudbuild.yml", "buildspec.yml", "wercker.yml", "circle.yml", "codemagic.yaml",
                    ".scrutinizer.yml", "azure-pipelines.yml",
                ]
            ),
            (
                .hooks,
                [
                    ".pre-commit-config.yaml", ".pre-commit-config.yml", "lefthook.yml", ".lefthook.yml",
                    ".overcommit.yml", ".lintstagedrc", ".lintstagedrc.json",
                ]
            ),
            (.owners, ["CODEOWNERS"]), (.attributes, [".gitattributes"]),
            (
                .rules,
                [
                    ".flake8", ".pylintrc", "pylintrc", "ruff.toml", ".ruff.toml", "mypy.ini", ".mypy.ini",
                    "pyrightconfig.json", ".coveragerc", "biome.json", "biome.jsonc", ".rubocop.yml",
                    ".rubocop_todo.yml", ".swiftlint.yml", ".swift-format", "clippy.toml", ".clippy.toml",
                    "rustfmt.toml", ".clang-tidy", ".clang-format", ".phpcs.xml", "phpcs.xml", "phpcs.xml.dist",
                    "phpstan.neon", "phpstan.neon.dist", "phpstan-baseline.neon", "psalm.xml", "checkstyle.xml",
                    "pmd.xml", "ktlint.yml", ".shellcheckrc", ".hadolint.yaml", ".yamllint", ".yamllint.yml",
                    ".markdownlint.json", ".markdownlint.yaml", "codecov.yml", ".codecov.yml", ".coveralls.yml",
                    "sonar-project.properties", ".credo.exs", "analysis_options.yaml", ".scalafmt.conf",
                    ".gitleaks.toml", ".gitleaksignore", ".secrets.baseline", ".trufflehog.yml", ".semgrepignore",
                    ".trivyignore", ".bandit", "spotbugs-exclude.xml", "deny.toml", ".simplecov",
                ]
            ),
        ]
        return Dictionary(lists.flatMap { kind, names in names.map { ($0, kind) } }) { first, _ in first }
    }()
}
