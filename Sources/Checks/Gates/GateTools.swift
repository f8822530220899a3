// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The commands by which pipelines judge code, by what they look at.
enum GateTools {
    enum Kind: CaseIterable {
        case tests, linters, types, security, coverage
    }

    /// What a line of a pipeline runs; nothing where it only names or installs a tool.
    static func kinds(in line: ArraySlice<UInt8>) -> [Kind] {
        guard !comments.isIn(line), mayRun(line), !installs.isIn(line) else { return [] }
        return Kind.allCases.filter { words[$0]?.isIn(line) ?? false }
    }

    /// Runs what is written elsewhere: a script, a target, another workflow.
    static func delegates(_ line: ArraySlice<UInt8>) -> Bool { runners.isIn(line) && !comments.isIn(line) }

    /// A command by itself, or the value of a key that is run.
    private static func mayRun(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0.isBlank || $0 == UInt8(ascii: "-") }
        let key = text.prefix { $0.isOfName || $0 == UInt8(ascii: "-") }
        guard !key.isEmpty, text.dropFirst(key.count).first == UInt8(ascii: ":") else {
            return text.first != UInt8(ascii: "{")
        }
        return keys.contains { key.elementsEqual($0) }
    }

    private static let keys = ["run", "uses", "script", "command", "entry", "id", "repo", "sh", "cmd", "before_script"]
        .map { Array($0.utf8) }
    private static let comments = LineWords(["^#*", "^//*"])
    private static let installs = LineWords([
        "pip install", "pip3 install", "npm install", "npm i", "npm ci", "yarn add", "pnpm add", "composer require",
        "apt-get install", "apt install", "brew install", "gem install", "cargo install", "go install",
        "uv pip install", "upload-sarif*", "codeql-action/init*",
    ])

    private static let words: [Kind: LineWords] = [
        .tests: LineWords([
            "pytest", "unittest", "npm test", "npm t", "npm run test*", "yarn test*", "yarn run test*", "pnpm test*",
            "pnpm run test*", "bun test", "jest", "vitest", "mocha", "karma", "cypress run", "playwright test",
            "go test", "gotestsum", "cargo test", "cargo nextest", "swift test", "xcodebuild test", "mvn test",
            "mvn verify", "mvnw test", "mvnw verify", "gradle test", "gradlew test", "gradlew check", "gradle check",
            "phpunit", "pest", "rspec", "rake test", "rake spec", "rails test", "dotnet test", "ctest", "make test*",
            "make check*", "mix test", "dart test", "flutter test", "runtest*", "tox", "nox", "deno test", "bats",
            "prove", "ginkgo", "nosetests", "bazel test",
        ]),
        .linters: LineWords([
            "flake8", "ruff", "pylint", "eslint", "npm run lint*", "yarn lint*", "pnpm lint*", "pnpm run lint*",
            "golangci-lint*", "staticcheck", "go vet", "clippy", "rubocop", "swiftlint", "shellcheck", "phpcs",
            "checkstyle", "detekt", "ktlint", "stylelint", "biome", "hadolint", "yamllint", "markdownlint*",
            "pre-commit", "clang-tidy", "credo", "cppcheck", "make lint*", "codespell", "typos",
        ]),
        .types: LineWords([
            "mypy", "pyright", "tsc", "phpstan", "psalm", "npm run typecheck*", "pnpm typecheck*", "yarn typecheck*",
            "dialyzer", "sorbet",
        ]),
        .security: LineWords([
            "bandit", "gitleaks*", "trufflehog*", "semgrep*", "codeql*", "trivy*", "snyk*", "govulncheck*", "npm audit",
            "pip-audit*", "cargo audit", "cargo deny", "gosec", "brakeman", "osv-scanner*", "dependency-review-action*",
            "grype*", "zizmor*", "scorecard*",
        ]),
        .coverage: LineWords([
            "codecov*", "coveralls*", "--cov", "coverage report", "check-coverage", "nyc", "llvm-cov", "tarpaulin",
            "jacoco*",
        ]),
    ]

    private static let runners = LineWords([
        "make", "just", "task", "rake", "tox", "nox", "hatch", "invoke", "bazel", "./*", "bash", "sh", "npm run",
        "yarn", "pnpm", "composer", "mise", "uses: ./*", ".yml@*", "include:", "extends:", "docker", "nix", "earthly",
        "script/*", "scripts/*", "gradlew", "mvn", "mvnw",
    ])
}
