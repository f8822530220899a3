// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

extension CheckRun {
    /// Finds out since when the register's entries stand there.
    func dateRegister(_ state: inout GateState, _ repository: Repository, _ ids: [ObjectID]) throws {
        guard let tools = state.policy.registers.tools, !ids.isEmpty else { return }
        let history = RegisterHistory(options: policyOptions, repository: repository)
        let (dated, limitations) = try history.dated(tools, from: state.policy.sources)
        var registers = state.policy.registers
        registers.tools = dated
        state.policy = state.policy.adding(registers, from: [])
        state.facts.limitations += limitations
    }
}
