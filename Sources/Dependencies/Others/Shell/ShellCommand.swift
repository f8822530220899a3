// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One simple command of a shell script.
struct ShellCommand {
    struct Word {
        var text = ""
        /// False where a variable or the output of a command is left in the text.
        var isWhole = true
        /// The commands whose output stands in it: `$(…)`, `<(…)`.
        var inner: [ShellCommand] = []

        init(_ text: String = "") {
            self.text = text
        }
    }

    var words: [Word] = []
    /// Of its first word, from 1.
    var line = 1
    /// Its output goes into the command after it.
    var feedsNext = false
    /// The file that its output goes to.
    var output: String?
    /// What it reads from a here-document, and the line that this begins on.
    var input: (text: [UInt8], line: Int)?

    init() {}

    init(words: [String], line: Int) {
        self.words = words.map { Word($0) }
        self.line = line
    }
}

/// How a script is written.
enum ShellDialect {
    case posix
    /// A backtick escapes, and does not hold a command.
    case powershell
}
