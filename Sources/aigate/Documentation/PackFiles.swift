// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import FoundationEssentials
import Gate
import Policy

/// The project's own rule packs, in the form that the program carries.
enum PackFiles {
    static let folder = "Sources/CRulePacks/Packs"
    static let compiled = "Sources/CRulePacks/packs.txt"

    /// The compact form of the packs under a project's root.
    static func text(root: String) throws -> String {
        var rules: [Rule] = []
        for name in EmbeddedPacks.names {
            let path = "\(folder)/\(name).yml"
            guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else {
                throw Stop(ExitCode.usage, "\(path) cannot be read; run this at the project's root")
            }
            rules += try RulePack(YAMLReader.read(Array(data), file: path)).rules
        }
        return try PackText.text(of: rules)
    }
}
