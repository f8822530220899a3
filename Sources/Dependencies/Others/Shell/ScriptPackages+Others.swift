// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension ScriptPackages {
    /// Source: learn.microsoft.com/dotnet/core/tools/dotnet-tool-install,
    /// learn.microsoft.com/nuget/reference/cli-reference.
    mutating func dotnet(_ call: ShellCall) {
        let words = call.arguments.filter { !$0.text.isEmpty }
        let texts = words.map { $0.text.lowercased() }
        let start: Int
        if call.name == "nuget" {
            guard texts.first == "install" else { return }
            start = 1
        } else if texts.starts(with: ["tool", "install"]) || texts.starts(with: ["tool", "update"])
            || texts.starts(with: ["new", "install"])
        {
            start = 2
        } else if texts.first == "add", let place = texts.firstIndex(of: "package") {
            start = place + 1
        } else {
            return
        }
        let arguments = Arguments(
            words[start...],
            valued: [
                "--version", "-v", "-Version", "--source", "-s", "--add-source", "-Source", "--framework", "-f",
                "--tool-path",
                "--configfile", "-OutputDirectory", "--package-directory", "--tool-manifest", "-a", "--arch",
            ])
        let sources = arguments.values("--source", "-s", "--add-source", "-Source")
        addRegistries(
            sources.filter { $0 != "https://api.nuget.org/v3/index.json" }, "dotnet --source", line: call.line)
        guard let word = arguments.positional.first else { return }
        let parts = word.text.split(whereSeparator: { $0 == "@" || $0 == ":" }).map(String.init)
        guard let name = parts.first, PackageWord.isName(Array(name.utf8)[...]), !name.hasSuffix(".config") else {
            return
        }
        let version = arguments.values("--version", "-v", "-Version").last ?? (parts.count > 1 ? parts[1] : "")
        let bound = PackageWord.open(version, .nuget(version))
        add(
            Dependency(
                .nuget, name.lowercased(), requirement: version, bound: bound, scope: "\(call.name) install",
                line: call.line))
    }

    /// Source: getcomposer.org/doc/03-cli.md.
    mutating func composer(_ call: ShellCall) {
        let words = ScriptPackages.behind(["global", "g"], call.arguments) ?? call.arguments
        let isProject = ScriptPackages.behind(["create-project"], words) != nil
        guard let rest = ScriptPackages.behind(["require", "req", "create-project"], words) else { return }
        let arguments = Arguments(rest, valued: ["-d", "--working-dir", "--repository", "-s", "--stability"])
        addRegistries(arguments.values("--repository"), "composer --repository", line: call.line)
        let positional = arguments.positional.map(\.text)
        for (place, word) in (isProject ? positional.prefix(1) : positional[...]).enumerated() {
            let parts = word.split(maxSplits: 1, whereSeparator: { $0 == ":" || $0 == "=" }).map(String.init)
            guard let name = parts.first, name.split(separator: "/").count == 2,
                PackageWord.isName(Array(name.utf8)[...], extra: "/")
            else { continue }
            var version = parts.count > 1 ? parts[1] : ""
            // `require vendor/name ^1.0`, `create-project vendor/name folder 1.0`.
            let behind = isProject ? 2 : place + 1
            if version.isEmpty, behind < positional.count, !positional[behind].contains("/") {
                version = positional[behind]
            }
            let bound = PackageWord.open(version, .composer(version))
            add(
                Dependency(
                    .composer, name.lowercased(), requirement: version, bound: bound, scope: "composer require",
                    line: call.line))
        }
    }

    /// Source: dart.dev/tools/pub/cmd/pub-global, dart.dev/tools/pub/cmd/pub-add.
    mutating func dart(_ call: ShellCall) {
        let words = call.name == "pub" ? call.arguments : ScriptPackages.behind(["pub"], call.arguments)
        guard let words else { return }
        let isGlobal = ScriptPackages.behind(["global"], words)
        guard
            let rest = isGlobal.flatMap({ ScriptPackages.behind(["activate"], $0) })
                ?? ScriptPackages.behind(["add"], words)
        else { return }
        let arguments = Arguments(
            rest, valued: ["-s", "--source", "-u", "--hosted-url", "-x", "-C", "--git-ref", "--git-path"])
        let source = arguments.values("-s", "--source").last
        guard source != "path", let first = arguments.positional.first?.text else { return }
        if source == "git" {
            return add(
                FetchedPackage(first).map {
                    $0.dependency(.pub, $0.packageName, scope: "pub activate", line: call.line)
                })
        }
        let named = isGlobal == nil ? arguments.positional.map(\.text) : [first]
        for word in named {
            let parts = word.split(separator: ":").map(String.init)
            guard
                let name = parts.last(where: {
                    PackageWord.isName(Array($0.utf8)[...]) && !["dev", "override"].contains($0)
                })
            else { continue }
            let behind = isGlobal == nil ? nil : arguments.positional.dropFirst().first?.text
            let constraint = parts.count > 1 ? parts[parts.count - 1] : behind ?? ""
            let version = constraint == name ? "" : constraint
            add(
                Dependency(
                    .pub, name, requirement: version, bound: PackageWord.open(version, .pub(version)), scope: "pub add",
                    line: call.line))
        }
    }

    /// `docker run image`, `docker pull image`. Source: docs.docker.com/reference/cli/docker/container/run.
    mutating func container(_ call: ShellCall) {
        let words = ScriptPackages.behind(["container", "image"], call.arguments) ?? call.arguments
        guard let rest = ScriptPackages.behind(["run", "create", "pull"], words) else { return }
        var remaining = rest[...]
        while let text = remaining.first?.text, text.hasPrefix("-") {
            let takesWord = !text.contains("=") && !ScriptPackages.isSwitch(text)
            remaining = remaining.dropFirst(takesWord ? 2 : 1)
        }
        guard let image = remaining.first.flatMap({ ImageReference($0.text) }) else { return }
        add(image.dependency(scope: "\(call.name) run", line: call.line))
    }

    /// Options of `docker run` and `pull` that take no word; all others do.
    private static let switches: Set<String> = [
        "--rm", "--init", "--privileged", "--read-only", "--publish-all", "--detach", "--interactive", "--tty",
        "--quiet",
        "--no-healthcheck", "--oom-kill-disable", "--sig-proxy", "--disable-content-trust", "--all-tags",
        "--tls-verify", "--replace",
    ]

    private static func isSwitch(_ option: String) -> Bool {
        if option.hasPrefix("--") { return switches.contains(option) }
        return option.utf8.dropFirst().allSatisfy { Array("itdPqa".utf8).contains($0) } && option != "-a"
    }
}
