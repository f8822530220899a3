// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What the commands of a script install, fetch and run.
///
/// `npx name` and `bunx name` run what the project has installed, if it has; so they count only where something says
/// that they fetch: `-y`, `--package`, a version, or a configuration that starts them outside of a project.
struct ScriptPackages {
    /// Packages, and the registries that options name.
    var manifest = Manifest()
    /// No project is there whose packages `npx` could run.
    let isOutsideProjects: Bool
    /// Files that were downloaded in this script, with the place of their command.
    private var downloads: [String: (address: WebAddress, line: Int, step: Int)] = [:]
    private var step = 0
    /// Place of the last command that compares a digest or a signature.
    private var lastProof = 0

    /// So many bytes of scripts are still read: aliases of YAML can repeat one without end.
    private var remaining = 16 << 20
    /// Scripts in scripts beyond this are not read.
    private static let deepest = 4

    init(isOutsideProjects: Bool = false) {
        self.isOutsideProjects = isOutsideProjects
    }

    /// Reads a script of its own: what it downloads is not known to the next.
    mutating func read(
        _ script: [UInt8], line: Int, variables: [String: String] = [:], dialect: ShellDialect = .posix, depth: Int = 0
    ) {
        guard depth <= ScriptPackages.deepest, script.count <= remaining else { return }
        remaining -= script.count
        var reader = ShellReader(script, line: line, variables: variables, dialect: dialect)
        read(reader.script(), depth: depth)
        if depth == 0 { downloads = [:] }
    }

    /// Reads commands that are taken apart already.
    mutating func read(_ commands: [ShellCommand], depth: Int = 0) {
        for (place, command) in commands.enumerated() {
            step += 1
            for word in command.words where !word.inner.isEmpty { read(word.inner, depth: depth) }
            let call = ShellCall(command)
            guard let call else { continue }
            piped(command, call, among: commands, at: place)
            download(call, of: command)
            nested(call, of: command, depth: depth)
            install(call)
        }
    }

    /// Adds a package, of which no lockfile knows; those without a name that can be one are passed over.
    mutating func add(_ dependency: Dependency?) {
        if let dependency { manifest.dependencies.append(dependency.unlocked) }
    }

    mutating func addRegistries(_ values: [String], _ scope: String, line: Int) {
        for value in values where !value.hasPrefix("$") {
            manifest.registries.append(Manifest.Setting(scope, WebAddress(value)?.shown ?? value, line: line))
        }
    }
}

// MARK: - Scripts in scripts

extension ScriptPackages {
    /// `sh -c '…'`, `eval '…'`, and a shell that reads a here-document.
    private mutating func nested(_ call: ShellCall, of command: ShellCommand, depth: Int) {
        var scripts: [(text: [UInt8], line: Int)] = []
        if call.isShell {
            let arguments = call.arguments
            if let flag = arguments.firstIndex(where: { ScriptPackages.takesScript($0.text) }),
                flag + 1 < arguments.endIndex
            {
                scripts.append((Array(arguments[flag + 1].text.utf8), call.line))
            } else if let input = command.input {
                scripts.append(input)
            }
        } else if call.name == "eval" {
            scripts.append((Array(call.arguments.map(\.text).joined(separator: " ").utf8), call.line))
        }
        for script in scripts { read(script.text, line: script.line, depth: depth + 1) }
    }

    /// `-c`, `-ec`, `-lc`; of PowerShell and cmd `-Command`, `/c`.
    private static func takesScript(_ option: String) -> Bool {
        let lowered = option.lowercased()
        if ["-command", "/c"].contains(lowered) { return true }
        return option.hasPrefix("-") && !option.hasPrefix("--") && option.hasSuffix("c") && option.count <= 5
    }
}

// MARK: - Scripts from the network

extension ScriptPackages {
    /// `curl … | sh`, `sh <(curl …)`, `sh -c "$(curl …)"`, `iwr … | iex`.
    private mutating func piped(
        _ command: ShellCommand, _ call: ShellCall, among commands: [ShellCommand], at place: Int
    ) {
        if let download = Download(call), download.file == nil, command.feedsNext {
            var next = place
            // Only so far as the output goes, and no farther than any real pipe.
            while commands[next].feedsNext, next + 1 < commands.count, next < place + 8 {
                next += 1
                guard ShellCall(commands[next])?.runsItsInput == true else { continue }
                run(download.address, line: command.line, "\(call.name) | \(ShellCall(commands[next])?.name ?? "")")
                break
            }
        }
        if call.runsItsWords {
            for word in call.arguments {
                for inner in word.inner {
                    guard let fetch = ShellCall(inner), let download = Download(fetch) else { continue }
                    run(download.address, line: inner.line, "\(call.name) $(\(fetch.name))")
                }
            }
        }
        if call.isEvaluation { evaluated(commands, after: place) }
    }

    /// PowerShell's `iex ((New-Object Net.WebClient).DownloadString('…'))`: what stands in brackets came out as
    /// commands.
    private mutating func evaluated(_ commands: [ShellCommand], after place: Int) {
        for next in commands[place...].prefix(6) where next.line == commands[place].line {
            guard let address = next.words.lazy.compactMap({ WebAddress($0.text) }).first else { continue }
            return run(address, line: next.line, "iex")
        }
    }

    /// A file that is downloaded, and run further on.
    private mutating func download(_ call: ShellCall, of command: ShellCommand) {
        if call.isProof { lastProof = step }
        if let download = Download(call), let file = download.file ?? command.output {
            downloads[ScriptPackages.plain(file)] = (download.address, call.line, step)
        }
        let file =
            call.isInterpreter || call.isSource ? call.arguments.first { !$0.text.hasPrefix("-") }?.text : call.path
        guard let file, let found = downloads[ScriptPackages.plain(file)] else { return }
        downloads[ScriptPackages.plain(file)] = nil
        run(found.address, line: found.line, "download and run", isProven: lastProof > found.step)
    }

    private static func plain(_ file: String) -> String {
        file.hasPrefix("./") || file.hasPrefix(".\\") ? String(file.dropFirst(2)) : file
    }

    private mutating func run(_ address: WebAddress, line: Int, _ scope: String, isProven: Bool = false) {
        add(
            Dependency(
                .generic, address.name, bound: isProven ? .exact : address.bound, source: .url(address.shown),
                scope: scope,
                line: line))
    }
}
