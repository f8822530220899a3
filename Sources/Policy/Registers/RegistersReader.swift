// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads the registers of a run together. No file is opened here: bytes come in.
package struct RegistersReader {
    private let today: Day
    private let checks: [String]?

    /// `today`: the day of the run's start, UTC. `checks`: the ids that there are; nil: any is taken.
    package init(today: Day, checks: [String]? = nil) {
        self.today = today
        self.checks = checks
    }

    /// Throws the mistakes of all files.
    package func read(_ files: RegisterFiles) throws(ConfigErrors) -> Registers {
        var registers = Registers()
        let controls = files.central(.controls) + files.own(.controls)
        if controls.isEmpty {
            registers.leaveControls { ControlsReader.own }
        } else {
            registers.controls = try ControlsReader(checks: checks).map(controls)
        }
        registers.tools = try ToolReader.register(files)
        registers.data = try data(files)
        registers.people = try PeopleReader.read(files, data: registers.data)
        registers.tasks = try TaskRegisterReader(own: registers.tools?.tools.map(\.id) ?? [], checks: checks).read(
            files)
        return registers
    }

    /// The register of data as files leave it, without regard to the others.
    package func data(_ files: RegisterFiles) throws(ConfigErrors) -> DataRegister? {
        var data = try DataReader.register(central: files.central(.data).first, own: files.own(.data).first)
        data?.toolsOnlyTighten = !files.central(.data).isEmpty && files.central(.tools).isEmpty
        return data
    }
}
