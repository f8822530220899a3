// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Git
import Provenance

// What registers of people and tasks need besides the commits.
extension CheckRun {
    /// Throws `Stop` for a pattern that is none.
    func checkTaskPattern(_ policy: PolicySet) throws {
        guard let tasks = policy.registers.tasks else { return }
        do throws(SettingError) {
            _ = try TaskReader(tasks, policy: policy.repository.tasks)
        } catch {
            throw Stop(ExitCode.usage, error.reason)
        }
    }

    /// What other scanners said; says what of it could not be judged.
    func scans(_ state: inout GateState, _ repository: Repository) throws(GitError) -> ScanFacts {
        let marked = state.facts.commits.filter(\.ai.isMarked)
        sayWhatLacks(&state)
        guard state.given.scans.wereGiven else { return ScanFacts() }
        let loading = ScanLoading(repository: repository, range: state.range, marked: Set(marked.map(\.id)))
        return try loading.load(
            &state.given.scans, unjudged: &state.facts.unjudged, limitations: &state.facts.limitations)
    }

    /// Registers that hold pseudonyms say nothing without the key that they were made with.
    func sayWhatLacks(_ state: inout GateState) {
        guard state.facts.commits.contains(where: \.ai.isMarked) else { return }
        let registers = state.policy.registers
        func isOn(_ checks: [String]) -> Bool {
            Checks.all.contains { checks.contains($0.about.id) && !state.policy.isOff($0.about, on: start.day) }
        }
        let remedy = "set \(Pseudonyms.variable) to the key that they were made with, or give --people"
        if registers.people?.lacksKey == true,
            isOn(["training-missing", "reviewer-without-role", "reviewer-unregistered"])
        {
            state.facts.unjudged.append(
                "the people register holds pseudonyms, and nobody can be found in it: \(remedy)")
        }
        let works = state.facts.commits.compactMap(\.taskWork)
        if registers.pseudonym == nil, registers.tasks?.hasPseudonyms == true, isOn(["task-self-review"]),
            works.contains(where: \.asksForKey)
        {
            state.facts.unjudged.append(
                "who asked for a task is a pseudonym, and nobody can be held against it: \(remedy)")
        }
    }

    /// What a task asks for and nobody could look at: a scan that was not given, a check that is off, classes of data
    /// without their register. What is not committed yet nobody has scanned, and of what landed long ago nobody keeps
    /// the scans: there the condition alone says that it is not checkable. A review may still come.
    func sayWhatTasksLack(_ state: inout GateState) {
        guard state.range.head != nil, state.kind != .audit else { return }
        for verification in state.facts.tasks {
            for condition in verification.conditions where condition.state == .notCheckable && !condition.isReview {
                state.facts.unjudged.append(
                    "the task \(verification.task.id) asks for the \(VisibleText.of(condition.name)): \(condition.why)")
            }
        }
    }
}
