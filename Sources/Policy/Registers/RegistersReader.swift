// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads the registers of a run together. No file is opened here: bytes come in.
package struct RegistersReader {
    private let today: Day
    private let checks: [String]?

    /// `today`: the day of the run's start, UTC. `checks`: ids of those that a task may name; nil: any.
    package init(today: Day, checks: [String]? = nil) {
        self.today = today
        self.checks = checks
    }

    /// Throws the mistakes of all files.
    package func read(_ files: RegisterFiles) throws(ConfigErrors) -> Registers {
        var registers = Registers()
        registers.people = try PeopleReader.read(files)
        registers.tasks = try TaskRegisterReader(own: registers.tools?.tools.map(\.id) ?? [], checks: checks).read(files)
        return registers
    }
}
