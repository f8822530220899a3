// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads the registers of a run together. No file is opened here: bytes come in.
package struct RegistersReader {
    private let today: Day

    /// `today`: the day of the run's start, UTC.
    package init(today: Day) {
        self.today = today
    }

    /// Throws the mistakes of all files.
    package func read(_ files: RegisterFiles) throws(ConfigErrors) -> Registers {
        var registers = Registers()
        registers.tools = try ToolReader.register(files)
        return registers
    }
}
