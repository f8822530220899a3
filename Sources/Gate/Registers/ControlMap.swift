// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Which controls of which standards the checks contribute evidence for: `controls.yml`. It says nothing about whether a
/// control is met; that verdict is the auditor's.
package struct ControlMap: Sendable {
    /// A standard or law.
    package struct Framework: Hashable, Sendable {
        /// `iso27001`
        package let id: String
        package let title: String
        package let isEnabled: Bool

        package init(id: String, title: String, isEnabled: Bool) {
            self.id = id
            self.title = title
            self.isEnabled = isEnabled
        }
    }

    package struct Control: Hashable, Sendable {
        /// `iso27001/A.8.28@2022`: framework, control, edition.
        package let id: String
        /// As the framework has it.
        package let title: String
        /// The sentence for a statement of applicability.
        package let statement: String
        /// Ids of checks, in the file's order.
        package let checks: [String]
        /// Every run contributes by its record, whatever it found.
        package let isForRun: Bool

        package init(id: String, title: String, statement: String, checks: [String], isForRun: Bool) {
            self.id = id
            self.title = title
            self.statement = statement
            self.checks = checks
            self.isForRun = isForRun
        }

        package var framework: String { String(id.prefix { $0 != "/" }) }
    }

    /// In the file's order.
    package let frameworks: [Framework]
    /// Of the frameworks that are enabled, in the file's order.
    package let controls: [Control]
    private let byCheck: [String: [String]]

    package init(frameworks: [Framework] = [], controls: [Control] = []) {
        self.frameworks = frameworks
        let enabled = Set(frameworks.filter(\.isEnabled).map(\.id))
        let shown = controls.filter { enabled.contains($0.framework) }
        self.controls = shown
        byCheck = shown.reduce(into: [:]) { map, control in
            for check in control.checks { map[check, default: []].append(control.id) }
        }
    }

    /// Ids of the controls that a check contributes evidence for.
    package func controls(of check: String) -> [String] { byCheck[check] ?? [] }
}
