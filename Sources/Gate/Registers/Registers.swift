// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What an organisation writes down about its AI tools, data, people and tasks, as the commit before the change or the
/// pipeline gives it; nil where nobody wrote it.
package struct Registers: Sendable {
    /// A register, by the name of its file in `.aigate/`.
    package enum Part: String, Sendable, CaseIterable {
        case tools, data, people, tasks, controls

        /// `.aigate/tools.yml`, `.aigate/tasks/`
        package var path: String { ".aigate/" + (self == .tasks ? "tasks/" : "\(rawValue).yml") }

        /// What is not judged without it.
        package var subject: String {
            switch self {
            case .tools: "AI tools' approvals"
            case .data: "data classes"
            case .people: "people's training and roles"
            case .tasks: "tasks"
            case .controls: "controls"
            }
        }
    }

    package var tools: ToolRegister?
    package var data: DataRegister?
    package var people: PeopleRegister?
    package var tasks: TaskRegister?
    private var makeControls: @Sendable () -> ControlMap = { ControlMap() }
    /// Makes the pseudonym of a mailbox or `@login`; nil without the organisation's key.
    package private(set) var pseudonym: (@Sendable (String) -> String)?

    package init() {}

    package var controls: ControlMap {
        get { makeControls() }
        set { makeControls = { newValue } }
    }

    /// Has the map made when a report asks for it; not every command writes one.
    package mutating func leaveControls(to map: @escaping @Sendable () -> ControlMap) {
        makeControls = map
    }

    /// The same registers, whose people are found by pseudonym too.
    package func naming(by pseudonym: (@Sendable (String) -> String)?) -> Registers {
        var registers = self
        registers.pseudonym = pseudonym
        registers.people = people?.naming(by: pseudonym)
        return registers
    }

    /// Whether somebody is whom a register names; nil where that is a pseudonym and nobody gave the key.
    package func has(_ marks: Set<String>, name: String) -> Bool? {
        let person = people?.person(marks)
        if marks.contains(name) || person?.names.contains(name) ?? false { return true }
        if let other = people?.person([name]) { return other.names == person?.names }
        guard isPseudonym(name) else { return false }
        guard let pseudonym else { return nil }
        return marks.union(person?.names ?? []).contains { pseudonym($0) == name }
    }

    package func has(_ part: Part) -> Bool {
        switch part {
        case .tools: tools != nil
        case .data: data != nil
        case .people: people != nil
        case .tasks: tasks != nil
        case .controls: true
        }
    }

    /// The registers that nobody keeps.
    package var missing: [Part] { Part.allCases.filter { !has($0) } }
}
