// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension ScriptPackages {
    /// Options of pip that take a word. Source: pip.pypa.io/en/stable/cli/pip_install, docs.astral.sh/uv/reference/cli.
    private static let pipValues: Set<String> = [
        "-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-i", "--index-url", "--extra-index-url", "-f",
        "--find-links", "-t", "--target", "--prefix", "--root", "--platform", "--python-version", "--implementation",
        "--abi",
        "--no-binary", "--only-binary", "--progress-bar", "--log", "--timeout", "--retries", "--cache-dir", "--src",
        "--upgrade-strategy", "--trusted-host", "--proxy", "--cert", "--client-cert", "-C", "--config-settings",
        "--report",
        "--exists-action", "--use-feature", "--use-deprecated", "-p", "--python", "--index", "--default-index",
        "--with",
        "--from", "--override", "--build-constraint", "-b", "--spec", "--pip-args", "--suffix", "--root-user-action",
        "-g",
        "--group", "--extra", "-d", "--dest", "-w", "--wheel-dir", "-P", "--upgrade-package", "--keyring-provider",
        "--source",
    ]

    /// `pip install …`, and what uv has in its place.
    mutating func pip(_ words: ArraySlice<ShellCommand.Word>, scope: String, line: Int) {
        guard let rest = ScriptPackages.behind(["install", "download", "wheel"], words) else { return }
        requirements(Arguments(rest, valued: ScriptPackages.pipValues), scope: scope + " install", line: line)
    }

    private mutating func requirements(_ arguments: Arguments, scope: String, line: Int) {
        addIndexes(arguments, line: line)
        for value in arguments.values("-e", "--editable") where FetchedPackage(value) != nil {
            add(PackageWord.python(value, scope: scope, line: line))
        }
        for word in arguments.positional { add(PackageWord.python(word.text, scope: scope, line: line)) }
    }

    private mutating func addIndexes(_ arguments: Arguments, line: Int) {
        let names = [
            "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--index", "--default-index",
            "--trusted-host",
        ]
        for name in names {
            let values = arguments.values(name).filter { !$0.hasPrefix("https://pypi.org/") && !$0.hasPrefix(".") }
            addRegistries(values, name, line: line)
        }
    }

    /// Source: docs.astral.sh/uv/reference/cli, pipx.pypa.io, python-poetry.org/docs/cli, pdm-project.org.
    mutating func pythonTool(_ call: ShellCall) {
        let words = call.arguments
        let line = call.line
        if call.name == "uvx" { return run(words, scope: "uvx", line: line) }
        guard let place = words.firstIndex(where: { !$0.text.hasPrefix("-") }) else { return }
        let rest = words[(place + 1)...]
        switch (call.name, words[place].text) {
        case ("uv", "pip"): pip(rest, scope: "uv pip", line: line)
        case ("uv", "tool"):
            if let inner = ScriptPackages.behind(["run"], rest) { return run(inner, scope: "uv tool run", line: line) }
            guard let inner = ScriptPackages.behind(["install"], rest) else { return }
            requirements(Arguments(inner, valued: ScriptPackages.pipValues), scope: "uv tool install", line: line)
        case ("uv", "run"):
            let arguments = Arguments(rest, valued: ScriptPackages.pipValues, isProgram: true)
            for value in arguments.values("--with") { withPackages(value, scope: "uv run --with", line: line) }
        case ("pipx", "run"): run(rest, scope: "pipx run", line: line)
        case ("pipx", "inject"):
            let arguments = Arguments(rest, valued: ScriptPackages.pipValues)
            for word in arguments.positional.dropFirst() {
                add(PackageWord.python(word.text, scope: "pipx inject", line: line))
            }
        case ("pipx", "install"), ("uv", "add"), ("poetry", "add"), ("pdm", "add"):
            let scope = "\(call.name) \(words[place].text)"
            requirements(Arguments(rest, valued: ScriptPackages.pipValues), scope: scope, line: line)
        default: break
        }
    }

    /// A tool that is fetched and run: the package is the first word, or what `--from` or `--spec` names.
    private mutating func run(_ words: ArraySlice<ShellCommand.Word>, scope: String, line: Int) {
        let arguments = Arguments(words, valued: ScriptPackages.pipValues, isProgram: true)
        addIndexes(arguments, line: line)
        for value in arguments.values("--with") { withPackages(value, scope: scope, line: line) }
        let named = arguments.values("--from", "--spec").last ?? arguments.positional.first?.text
        // A program at an address or in a file is run as it is.
        guard let named, !named.hasSuffix(".py") else { return }
        add(PackageWord.python(named, scope: scope, line: line))
    }

    private mutating func withPackages(_ value: String, scope: String, line: Int) {
        for part in value.split(separator: ",") { add(PackageWord.python(String(part), scope: scope, line: line)) }
    }
}
