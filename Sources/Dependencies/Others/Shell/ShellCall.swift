// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A command without what only wraps it: `sudo -E env A=b timeout 10 sh -c …` calls `sh`.
struct ShellCall {
    /// As it is called, without its folder and without `.exe`.
    let name: String
    /// As it is called.
    let path: String
    let arguments: ArraySlice<ShellCommand.Word>
    let line: Int

    /// Nil where no command is left.
    init?(_ command: ShellCommand) {
        var rest = command.words[...]
        while let word = rest.first {
            if ShellCall.structure.contains(word.text) {
                rest = rest.dropFirst()
            } else if let valued = ShellCall.wrappers[ShellCall.base(word.text)] {
                guard let inside = ShellCall.unwrapped(rest.dropFirst(), valued) else { return nil }
                rest = inside
                if ShellCall.base(word.text) == "timeout" { rest = rest.dropFirst() }
            } else {
                break
            }
        }
        guard let first = rest.first, !first.text.isEmpty else { return nil }
        path = first.text
        name = ShellCall.base(first.text)
        arguments = rest.dropFirst()
        line = command.line
    }

    private static let structure: Set<String> = [
        "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "{", "}", "time", "exec", "nohup",
        "builtin",
    ]

    /// Commands that run the command behind them, and their options that take a word.
    private static let wrappers: [String: Set<String>] = [
        "sudo": ["-u", "-g", "-h", "-p", "-C", "-T"], "doas": ["-u", "-C"], "env": ["-u", "-C", "-S"], "command": [],
        "nice": ["-n"], "ionice": ["-c", "-n"], "stdbuf": ["-i", "-o", "-e"], "timeout": ["-s", "-k"],
        "xargs": ["-n", "-P", "-I", "-L", "-d", "-a"], "xvfb-run": ["-s", "-n"], "gosu": [], "retry": [],
    ]

    private static func unwrapped(
        _ words: ArraySlice<ShellCommand.Word>, _ valued: Set<String>
    ) -> ArraySlice<ShellCommand.Word>? {
        var rest = words
        while let word = rest.first?.text, word.hasPrefix("-") || isAssignment(word) {
            // `command -v name` only asks where it is.
            if word == "-v" || word == "-V" { return nil }
            rest = rest.dropFirst(valued.contains(word) ? 2 : 1)
        }
        return rest
    }

    private static func isAssignment(_ word: String) -> Bool {
        guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return false }
        return equals != word.startIndex && word.utf8[..<equals].allSatisfy(\.isWord)
    }

    private static func base(_ path: String) -> String {
        let last = path.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }).last
        let name = last.map { $0.lowered } ?? path
        for end in [".exe", ".cmd"] where name.hasSuffix(end) { return String(name.dropLast(4)) }
        return name
    }
}

// MARK: - What kind of command it is

extension ShellCall {
    private static let shells: Set<String> = [
        "sh", "bash", "zsh", "dash", "ash", "ksh", "fish", "pwsh", "powershell", "cmd", "busybox",
    ]
    private static let languages: Set<String> = ["python", "node", "perl", "ruby", "php", "deno", "bun"]

    var isShell: Bool { ShellCall.shells.contains(name) }

    var isInterpreter: Bool { isShell || ShellCall.languages.contains(unnumbered) }

    /// `python3.12` without its version.
    private var unnumbered: String { String(name.prefix { !$0.isNumber && $0 != "." }) }

    /// PowerShell's way to run a text.
    var isEvaluation: Bool { name == "iex" || name == "invoke-expression" }

    var isSource: Bool { name == "source" || name == "." }

    /// Compares a digest or a signature.
    var isProof: Bool {
        let proofs: Set<String> = [
            "sha256sum", "sha512sum", "sha384sum", "sha1sum", "shasum", "b2sum", "cosign", "minisign", "gpgv",
        ]
        return proofs.contains(name)
            || (name == "gpg" || name == "gpg2") && arguments.contains { $0.text == "--verify" }
    }

    /// It runs what is piped into it: a shell without a script, a language without any argument but `-`.
    var runsItsInput: Bool {
        if isEvaluation { return true }
        let words = arguments.map(\.text)
        if isShell {
            if words.contains("-s") || words.contains("-") || words.contains("/dev/stdin") { return true }
            return words.allSatisfy {
                $0.hasPrefix("-") && !$0.hasSuffix("c") && $0.lowercased() != "-file" || $0.hasPrefix("--")
            }
        }
        return isInterpreter && (words.isEmpty || words.first == "-") || isSource && words.first == "/dev/stdin"
    }

    /// It runs the output of a command that stands among its words.
    var runsItsWords: Bool { isInterpreter || isSource || name == "eval" || isEvaluation }
}
