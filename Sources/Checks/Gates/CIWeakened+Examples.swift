// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension CIWeakened {
    private static let workflow = ".github/workflows/test.yml"
    private static let before = """
        on:
          pull_request:
          push:
        permissions:
          contents: read
        jobs:
          test:
            steps:
              - run: pytest
              - run: ruff check

        """

    static let shown = [
        Example(
            "a step that may fail", before: [(workflow, before)],
            files: [(workflow, before.replacing("pytest\n", with: "pytest\n        continue-on-error: true 1️⃣\n"))]),
        Example(
            "a check whose failure is swallowed", before: [(workflow, before)],
            files: [(workflow, before.replacing("ruff check\n", with: "ruff check || true 1️⃣\n"))]),
        Example(
            "the tests no longer run", before: [(workflow, before)],
            files: [
                (workflow, before.replacing("on:\n", with: "on: 1️⃣\n").replacing("      - run: pytest\n", with: ""))
            ]
        ),
        Example(
            "a filter of paths", before: [(workflow, before)],
            files: [(workflow, before.replacing("pull_request:\n", with: "pull_request:\n    paths: [docs] 1️⃣\n"))]),
        Example(
            "a wider token", before: [(workflow, before)],
            files: [(workflow, before.replacing("contents: read\n", with: "contents: write 1️⃣\n"))]),
        Example(
            "a lower threshold", before: [(".coveragerc", "[report]\nfail_under = 90\n")],
            files: [(".coveragerc", "[report]\nfail_under = 70 1️⃣\n")]),
        Example(
            "a strict mode", before: [("tsconfig.json", "{\"compilerOptions\": {\n  \"strict\": true\n}}\n")],
            files: [("tsconfig.json", "{\"compilerOptions\": {\n  \"strict\": false 1️⃣\n}}\n")]),
        Example(
            "a rule of a linter", before: [(".eslintrc.json", "{\"rules\": {\n  \"eqeqeq\": \"error\"\n}}\n")],
            files: [(".eslintrc.json", "{\"rules\": {\n  \"eqeqeq\": \"off\" 1️⃣\n}}\n")]),
        Example(
            "a rule on the list of those that are ignored", before: [("ruff.toml", "[lint]\nignore = [\"E501\"]\n")],
            files: [("ruff.toml", "[lint]\nignore = [\"E501\", \"F401\"] 1️⃣\n")]),
        Example(
            "a script that cannot fail", before: [("package.json", "{\"scripts\": {\n  \"test\": \"jest\"\n}}\n")],
            files: [("package.json", "{\"scripts\": {\n  \"test\": \"jest || true\" 1️⃣\n}}\n")]),
        Example(
            "requests no longer start it", before: [(workflow, before)],
            files: [(workflow, before.replacing("on:\n", with: "on: 1️⃣\n").replacing("  pull_request:\n", with: ""))]),
        Example(
            "warnings are no errors any more", before: [("Makefile", "CFLAGS = -Wall -Werror\n")],
            files: [("Makefile", "CFLAGS = -Wall 1️⃣\n")]),
    ]

    static let harmless = [
        Example("a new workflow", files: [(workflow, before)]),
        Example(
            "a command that cleans up", before: [(workflow, before)],
            files: [(workflow, before.replacing("pytest\n", with: "pytest\n      - run: rm -r out || true\n"))]),
        Example(
            "another tool of its kind", before: [(workflow, before)],
            files: [(workflow, before.replacing("ruff check", with: "flake8"))]),
        Example(
            "a line that was edited", before: [(workflow, before.replacing("pytest\n", with: "pytest || true\n"))],
            files: [(workflow, before.replacing("pytest\n", with: "pytest tests || true\n"))]),
        Example(
            "a higher threshold", before: [(".coveragerc", "[report]\nfail_under = 70\n")],
            files: [(".coveragerc", "[report]\nfail_under = 90\n")]),
        Example("ordinary code", files: [("src/run.py", "subprocess.run('pytest || true', shell=True)\n")]),
    ]
}
