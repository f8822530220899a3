// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// From the documentation of each tool, by its own word for keeping silent.
extension Suppression {
    static let forms: [Form] = linters + typeCheckers + coverage + scanners

    private static func list(_ words: [String], _ tool: Tool, _ scope: Scope, isCode: Bool = false) -> [Form] {
        words.map { Form(word: $0, tool: tool, scope: scope, isCode: isCode) }
    }

    private static let linters =
        list(["noqa", "nolint", "nolintnextline"], .linter, .mark)
        + list(
            [
                "eslint-disable", "eslint-disable-line", "eslint-disable-next-line", "tslint:disable",
                "tslint:disable-line", "tslint:disable-next-line", "stylelint-disable", "stylelint-disable-line",
                "stylelint-disable-next-line", "oxlint-disable", "oxlint-disable-line", "oxlint-disable-next-line",
                "biome-ignore", "deno-lint-ignore", "deno-lint-ignore-file", "pylint: disable", "pylint:disable",
                "pylint: skip-file", "swiftlint:disable", "swiftlint:disable:next", "swiftlint:disable:this",
                "swiftlint:disable:previous", "rubocop:disable", "rubocop:todo", "phpcs:ignore", "phpcs:disable",
                "phpcs:ignorefile", "cppcheck-suppress", "shellcheck disable", "hadolint ignore",
                "markdownlint-disable", "markdownlint-disable-line", "markdownlint-disable-next-line",
                "yamllint disable", "yamllint disable-line", "credo:disable", "ktlint-disable", "luacheck: ignore",
                "noinspection", "checkstyle:off", "lint:ignore", "lint:file-ignore", "ansible-lint ignore",
                "revive:disable",
            ], .linter, .names)
        + list(["flake8: noqa", "ruff: noqa"], .linter, .mark) + list(["jshint ignore"], .linter, .never)
        + list(
            ["#[allow", "#![allow", "@suppresswarnings", "@suppress(", "@file:suppress("], .linter, .names, isCode: true
        )
        + list(
            ["#pragma warning disable", "#pragma gcc diagnostic ignored", "#pragma clang diagnostic ignored"], .linter,
            .names, isCode: true)

    private static let typeCheckers =
        list(["type: ignore", "pyright: ignore", "pyre-ignore", "pyre-fixme", "ty: ignore"], .types, .mark)
        + list(["mypy: ignore-errors", "ts-nocheck"], .types, .never)
        + list(["ts-ignore", "mypy: disable-error-code"], .types, .names)
        + list(["ts-expect-error", "$flowfixme"], .types, .always)
        + list(["phpstan-ignore", "phpstan-ignore-line", "phpstan-ignore-next-line", "psalm-suppress"], .types, .names)

    private static let coverage =
        list(
            [
                "pragma: no cover", "pragma: no branch", "istanbul ignore", "c8 ignore", "v8 ignore", "lcov_excl_line",
                "lcov_excl_start", "gcovr_excl_line", "gcovr_excl_start", "codecoverageignore",
                "codecoverageignorestart", ":nocov:", "coverage:ignore-line", "coverage:ignore-start",
            ], .coverage, .always)
        + list(["coverage:ignore-file", "[excludefromcodecoverage", "istanbul ignore file"], .coverage, .never)

    private static let scanners =
        list(
            [
                "gitleaks:allow", "pragma: allowlist secret", "pragma: allowlist nextline secret", "trufflehog:ignore",
                "ggignore", "kingfisher:ignore",
            ], .secrets, .never)
        + list(
            ["nosec", "nosemgrep", "checkov:skip", "tfsec:ignore", "trivy:ignore", "zizmor: ignore", "snyk:ignore"],
            .security, .names)
        + list(["lgtm[", "codeql["], .security, .always) + list(["nosonar"], .security, .mark)
}
