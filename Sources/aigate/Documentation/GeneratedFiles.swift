// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Policy

/// The files of the project that the program writes about itself.
enum GeneratedFiles {
    static let tableStart = "<!-- checks: written by aigate docs -->"
    static let tableEnd = "<!-- end of checks -->"

    /// Path from the project's root, and content. `readme`: the README as it stands. Throws `Stop` when it has no place
    /// for the table.
    /// `root`: the project's root, for what is made from its own files.
    static func all(readme: String, root: String) throws -> [(path: String, text: String)] {
        guard let start = readme.firstRange(of: tableStart), let end = readme.firstRange(of: tableEnd),
            start.upperBound <= end.lowerBound
        else { throw Stop(ExitCode.usage, "README.md has no lines '\(tableStart)' and '\(tableEnd)'") }
        let table = "\n" + RuleList.table(Checks.all) + "\n"
        var files = [("README.md", String(readme[..<start.upperBound]) + table + String(readme[end.lowerBound...]))]
        let controls = ControlsReader.own
        for kind in Checks.all {
            files.append(("Sources/Checks/Rules.docc/\(kind.about.id).md", RulePage(kind, controls).text + "\n"))
        }
        files.append(("Fixtures/Policies/defaults.yml", PolicyText.defaults(Checks.all)))
        files.append((PackFiles.compiled, try PackFiles.text(root: root)))
        return files
    }
}
