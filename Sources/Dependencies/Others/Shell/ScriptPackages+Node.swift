// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension ScriptPackages {
    /// Options that take a word. Source: docs.npmjs.com/cli, pnpm.io/cli, yarnpkg.com/cli, bun.sh/docs/cli.
    private static let nodeValues: Set<String> = [
        "--registry", "--prefix", "-C", "-w", "--workspace", "--loglevel", "--tag", "--cache", "--omit", "--include",
        "--dir",
        "--filter", "--cwd", "--save-prefix", "--userconfig", "--store-dir", "--network-timeout", "--cache-folder",
        "--modules-folder", "--node-linker", "--package", "-p", "--call", "-c",
    ]

    /// npm, pnpm, yarn, bun and what they run.
    mutating func node(_ call: ShellCall) {
        let words = call.arguments
        let line = call.line
        switch call.name {
        case "npx", "bunx": return run(words, scope: call.name, isFetched: isOutsideProjects, line: line)
        case "pnpx": return run(words, scope: call.name, isFetched: true, line: line)
        default: break
        }
        // `yarn global add`, `npm --prefix dir install`.
        let leading = Arguments(words, valued: ScriptPackages.nodeValues, isProgram: true)
        guard let first = leading.positional.first?.text, let place = words.firstIndex(where: { $0.text == first })
        else { return }
        let rest = words[(place + 1)...]
        let scope = "\(call.name) \(first)"
        switch (call.name, first) {
        case (_, "dlx"): run(rest, scope: scope, isFetched: true, line: line)
        case ("npm", "exec"), ("npm", "x"), ("bun", "x"):
            run(rest, scope: scope, isFetched: isOutsideProjects, line: line)
        case ("npm", "init"), ("npm", "create"), ("pnpm", "create"), ("yarn", "create"), ("bun", "create"):
            create(rest, scope: scope, line: line)
        case ("yarn", "global"), ("yarnpkg", "global"):
            if let inner = ScriptPackages.behind(["add"], rest) { packages(inner, scope: scope, line: line) }
        case ("corepack", "prepare"), ("corepack", "use"), ("corepack", "install"), (_, "add"):
            packages(rest, scope: scope, line: line)
        case ("npm", "install"), ("npm", "i"), ("pnpm", "install"), ("pnpm", "i"), ("bun", "install"), ("bun", "i"):
            packages(rest, scope: scope, line: line)
        default: break
        }
    }

    private mutating func packages(_ words: ArraySlice<ShellCommand.Word>, scope: String, line: Int) {
        let arguments = Arguments(words, valued: ScriptPackages.nodeValues.subtracting(["-p", "-c", "-C"]))
        addNodeRegistries(arguments, line: line)
        for word in arguments.positional { add(PackageWord.node(word.text, scope: scope, line: line)) }
    }

    private mutating func addNodeRegistries(_ arguments: Arguments, line: Int) {
        let own = ["https://registry.npmjs.org", "https://registry.yarnpkg.com"]
        let values = arguments.values("--registry").filter { value in !own.contains { value.hasPrefix($0) } }
        addRegistries(values, "--registry", line: line)
    }

    private mutating func run(_ words: ArraySlice<ShellCommand.Word>, scope: String, isFetched: Bool, line: Int) {
        let arguments = Arguments(words, valued: ScriptPackages.nodeValues, isProgram: true)
        addNodeRegistries(arguments, line: line)
        let named = arguments.values("--package", "-p")
        for value in named { add(PackageWord.node(value, scope: scope, line: line)) }
        guard named.isEmpty, let word = arguments.positional.first else { return }
        let isTold = isFetched || arguments.has("-y", "--yes") || word.text.dropFirst().contains("@")
        if isTold { add(PackageWord.node(word.text, scope: scope, line: line)) }
    }

    /// `npm create vite` runs `create-vite`, `npm init @scope` runs `@scope/create`.
    private mutating func create(_ words: ArraySlice<ShellCommand.Word>, scope: String, line: Int) {
        let arguments = Arguments(words, valued: ScriptPackages.nodeValues, isProgram: true)
        guard let text = arguments.positional.first?.text, FetchedPackage(text) == nil else { return }
        let isScoped = text.hasPrefix("@")
        let at = text.dropFirst().firstIndex(of: "@") ?? text.endIndex
        var name = String(text[..<at])
        if let slash = name.firstIndex(of: "/"), isScoped {
            name = name[...slash] + "create-" + name[name.index(after: slash)...]
        } else {
            name = isScoped ? name + "/create" : "create-" + name
        }
        add(PackageWord.node(name + text[at...], scope: scope, line: line))
    }
}
