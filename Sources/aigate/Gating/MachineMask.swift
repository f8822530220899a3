// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import FoundationEssentials

/// Takes people's addresses and the machine's folders out of sentences that evidence keeps: of a path only its last
/// part stays.
struct MachineMask {
    /// Longest first, each with a slash at its end.
    private let folders: [String]

    /// `repository`: the folder that the run was pointed to.
    init(_ environment: Environment, repository: String) {
        let files = FileManager.default
        let home = environment.variables["HOME"] ?? ""
        let given = environment.arguments.flatMap { $0.split(separator: "=") }.filter { $0.hasPrefix("/") }
            .map { $0.split(separator: "/").dropLast().map { "/" + $0 }.joined() }
        let real = URL(filePath: repository, directoryHint: .isDirectory).resolvingSymlinksInPath().path
        folders = Set((given + [files.currentDirectoryPath, home, real]).filter { $0.utf8.count > 1 })
            .map { $0.hasSuffix("/") ? $0 : $0 + "/" }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// Without the folders that the run was started with.
    func folder(_ sentence: String) -> String {
        folders.reduce(withoutAddresses(sentence)) { $0.replacing($1, with: ".../") }
    }

    /// Without any absolute path: libgit2 names those of its own finding.
    func path(_ sentence: String) -> String {
        var result = ""
        var rest = folder(sentence)[...]
        var previous: Character = " "
        while let character = rest.first {
            let word = rest.prefix { !$0.isWhitespace && !"'\"()<>,;".contains($0) }
            if character == "/", " '\"(<=\t".contains(previous), let name = word.split(separator: "/").last,
                word.count > name.count + 1
            {
                result += ".../" + name
                previous = "/"
                rest = rest[word.endIndex...]
            } else {
                result.append(character)
                previous = character
                rest.removeFirst()
            }
        }
        return result
    }
}
