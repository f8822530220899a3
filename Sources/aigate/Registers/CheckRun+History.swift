// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

extension CheckRun {
    /// Of so many commits nobody looks up the earliest: the register's whole history is the smaller work.
    private static let dayLimit = 1_000

    /// Finds out since when the register's entries stand there, as far back as the judged commits go.
    func dateRegister(_ state: inout GateState, _ repository: Repository, _ ids: [ObjectID]) throws {
        guard let tools = state.policy.registers.tools, !ids.isEmpty else { return }
        var first: Day?
        if ids.count <= CheckRun.dayLimit {
            for id in ids {
                let day: Day
                do { day = Instant(seconds: try repository.commit(id).committer.seconds).day } catch {
                    // It is met again when it is judged, and told then.
                    continue
                }
                first = min(first ?? day, day)
            }
        }
        let history = RegisterHistory(options: policyOptions, repository: repository, notBefore: first)
        let (dated, limitations) = try history.dated(tools, from: state.policy.sources)
        var registers = state.policy.registers
        registers.tools = dated
        state.policy = state.policy.adding(registers, from: [])
        state.facts.limitations += limitations
    }
}
