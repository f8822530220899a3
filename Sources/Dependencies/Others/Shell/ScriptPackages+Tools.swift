// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension ScriptPackages {
    /// The packages that a call of a package tool names.
    mutating func install(_ call: ShellCall) {
        let words = call.arguments
        switch call.name {
        case "npm", "npx", "pnpm", "pnpx", "yarn", "yarnpkg", "bun", "bunx", "corepack": node(call)
        case "uv", "uvx", "pipx", "poetry", "pdm": pythonTool(call)
        case "gem", "bundle": ruby(call)
        case "cargo", "cargo-binstall": cargo(call)
        case "go": go(call)
        case "dotnet", "nuget": dotnet(call)
        case "composer": composer(call)
        case "dart", "flutter", "pub": dart(call)
        case "docker", "podman", "nerdctl": container(call)
        case let name where ScriptPackages.isNumbered(name, "pip"): pip(words, scope: "pip", line: call.line)
        case let name where ScriptPackages.isNumbered(name, "python") || name == "py":
            guard let flag = words.firstIndex(where: { $0.text == "-m" }), flag + 1 < words.endIndex else { return }
            var inner = ShellCommand()
            inner.words = Array(words[(flag + 1)...])
            inner.line = call.line
            guard let module = ShellCall(inner), module.name.hasPrefix("pip") else { return }
            install(module)
        default: break
        }
    }

    /// `pip`, `pip3`, `pip3.12`.
    private static func isNumbered(_ name: String, _ base: String) -> Bool {
        name.hasPrefix(base)
            && name.utf8.dropFirst(base.utf8.count).allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    }

    /// What stands behind one of the subcommands; nil for any other subcommand.
    static func behind(
        _ subcommands: Set<String>, _ words: ArraySlice<ShellCommand.Word>
    ) -> ArraySlice<ShellCommand.Word>? {
        guard let place = words.firstIndex(where: { !$0.text.hasPrefix("-") }), subcommands.contains(words[place].text)
        else {
            return nil
        }
        return words[(place + 1)...]
    }
}

// MARK: - Ruby, Rust, Go

extension ScriptPackages {
    /// Source: guides.rubygems.org/command-reference, bundler.io/man/bundle-add.1.html.
    private mutating func ruby(_ call: ShellCall) {
        guard let rest = ScriptPackages.behind(call.name == "gem" ? ["install", "i"] : ["add"], call.arguments) else {
            return
        }
        let arguments = Arguments(
            rest, valued: ["-v", "--version", "-s", "--source", "-i", "--install-dir", "-n", "--bindir", "-g"])
        addRegistries(arguments.values("-s", "--source"), "gem --source", line: call.line)
        let version = arguments.values("-v", "--version").last
        for word in arguments.positional where !word.text.hasSuffix(".gem") {
            let parts = word.text.split(separator: ":", maxSplits: 1).map(String.init)
            guard let name = parts.first, PackageWord.isName(Array(name.utf8)[...]) else { continue }
            let requirement = parts.count > 1 ? parts[1] : version ?? ""
            let bound = PackageWord.open(requirement, .gem([requirement]))
            add(
                Dependency(
                    .gem, name, requirement: requirement, bound: bound, scope: "\(call.name) install", line: call.line))
        }
    }

    /// Source: doc.rust-lang.org/cargo/commands/cargo-install.html.
    private mutating func cargo(_ call: ShellCall) {
        let isDirect = call.name == "cargo-binstall"
        let subcommands: Set<String> = ["install", "binstall", "add"]
        let toolchain = call.arguments.first?.text.hasPrefix("+") == true
        let words = toolchain ? call.arguments.dropFirst() : call.arguments
        guard let rest = isDirect ? words : ScriptPackages.behind(subcommands, words) else { return }
        let arguments = Arguments(
            rest,
            valued: [
                "--version", "--vers", "--git", "--branch", "--tag", "--rev", "--path", "--features", "-F", "--root",
                "--index",
                "--registry", "--target", "--profile", "--bin", "--example", "-j", "--jobs", "-p", "--package",
                "--rename",
            ])
        guard arguments.values("--path").isEmpty else { return }
        addRegistries(arguments.values("--index", "--registry"), "cargo --registry", line: call.line)
        let git = arguments.values("--git").last
        let ref = arguments.values("--rev", "--tag").last ?? ""
        let names = arguments.positional.isEmpty ? git.map { [lastPart($0)] } ?? [] : arguments.positional.map(\.text)
        for name in names {
            let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
            guard let crate = parts.first, PackageWord.isName(Array(crate.utf8)[...]) else { continue }
            let version = parts.count > 1 ? parts[1] : arguments.values("--version", "--vers").last ?? ""
            let bound: Dependency.Bound = git == nil ? (version.isEmpty ? .none : .node(version)) : .gitRef(ref)
            let requirement = git == nil ? version : ref
            add(
                Dependency(
                    .cargo, crate, requirement: requirement, bound: PackageWord.open(requirement, bound),
                    source: git.map { .git(WebAddress.repository($0)) } ?? .registry, scope: "cargo install",
                    line: call.line))
        }
    }

    private func lastPart(_ address: String) -> String {
        WebAddress.repository(address).split(separator: "/").last.map(String.init) ?? address
    }

    /// Only with a version: without one, go.mod decides. Source: go.dev/ref/mod#go-install, #version-queries.
    private mutating func go(_ call: ShellCall) {
        guard let rest = ScriptPackages.behind(["install", "get", "run"], call.arguments) else { return }
        let arguments = Arguments(
            rest, valued: ["-o", "-ldflags", "-tags", "-gcflags", "-mod", "-C", "-p"], isProgram: true)
        for word in arguments.positional {
            let parts = word.text.split(separator: "@", maxSplits: 1).map(String.init)
            guard parts.count == 2, let module = parts.first, module.contains("."), !module.hasPrefix("."),
                PackageWord.isName(Array(module.utf8)[...], extra: "/~")
            else { continue }
            // A version of a module can't be changed once the checksum database knows it.
            let isVersion = parts[1].hasPrefix("v") && parts[1].split(separator: ".").count >= 3
            let bound: Dependency.Bound =
                isVersion || Dependency.Bound.isCommitID(parts[1]) ? .exact : .gitRef(parts[1])
            add(
                Dependency(
                    .golang, module, requirement: parts[1], bound: PackageWord.open(parts[1], bound),
                    scope: "go install",
                    line: call.line))
        }
    }
}
