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
    package var controls = ControlMap()

    package init() {}

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
