// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Gate
import Glibc

/// `aigate people`
struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Help with the register of people.",
        discussion: "aigate people pseudonym < addresses.txt", subcommands: [Pseudonym.self])

    struct Pseudonym: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pseudonym",
            abstract: "Print the pseudonyms that stand for people in .aigate/people.yml and in evidence.",
            discussion: """
                AIGATE_PEOPLE_KEY holds the organisation's key. Without arguments, e-mail addresses and @logins are \
                read from standard input, one a line, so that they stay out of the shell's history; the pseudonyms \
                come in the same order. Who destroys the key makes every register and archive anonymous.

                  aigate people pseudonym ann@example.org @annlee
                  git log --format=%ae | sort -u | aigate people pseudonym
                """)

        @Argument(help: ArgumentHelp("E-mail addresses and @logins. Default: standard input.", valueName: "name"))
        var names: [String] = []

        func run() throws {
            guard let pseudonyms = Pseudonyms(Environment.current.variables) else {
                throw Stop(
                    ExitCode.usage,
                    "\(Pseudonyms.variable) is not set: keep the organisation's key where CI keeps secrets; a new one is what "
                        + "'openssl rand -hex 32' prints")
            }
            for name in names.isEmpty ? try PeopleCommand.given() : names {
                Console.out(pseudonyms.name(of: try PeopleCommand.mark(name)))
            }
        }
    }

    /// In bytes.
    private static let limit = 16 << 20

    private static func given() throws -> [String] {
        guard let bytes = readAll(STDIN_FILENO, limit: limit) else {
            throw Stop(ExitCode.usage, "cannot read standard input, or it has more than \(limit) bytes")
        }
        return bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
            .map { String(decoding: $0, as: UTF8.self) }.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// As `Identity.marks` has it. The name is not repeated where it is none: it may be somebody's.
    private static func mark(_ written: String) throws -> String {
        let name = written.split(whereSeparator: \.isWhitespace).joined()
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].isEmpty, !parts[1].isEmpty { return name.lowercased() }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !name.contains("<") else {
            throw Stop(ExitCode.usage, "not all of that is an e-mail address, such as ann@example.org, or @login")
        }
        return Identity(name: "", email: name).key
    }
}
