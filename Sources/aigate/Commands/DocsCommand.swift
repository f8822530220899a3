// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc

/// `aigate docs`: for this project's own developers.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Write the files of this project that are made from its checks.",
        discussion: "aigate docs --check   name the stale ones", shouldDisplay: false)

    @Option(help: ArgumentHelp("The project's root.", valueName: "folder"))
    var root = "."

    @Flag(help: "Write nothing; end with 1 when a file is stale, and name it.")
    var check = false

    func run() throws {
        let readme = String(decoding: try read("\(root)/README.md"), as: UTF8.self)
        var stale: [String] = []
        for (path, text) in try GeneratedFiles.all(readme: readme, root: root) {
            let full = "\(root)/\(path)"
            if exists(full), try read(full).elementsEqual(text.utf8) { continue }
            stale.append(path)
            if !check { try write(text, to: full) }
        }
        if check, !stale.isEmpty { throw Stop(ExitCode.blocked, stale.map { "\($0) is stale: run aigate docs" }) }
    }

    private func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw Stop(ExitCode.failed, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        Console.write(Array(text.utf8), to: descriptor)
    }
}
