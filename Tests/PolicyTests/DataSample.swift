// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy

/// Registers of data from YAML.
enum DataSample {
    static func file(_ part: Registers.Part, _ text: String, _ path: String) -> RegisterFile {
        RegisterFile(
            part, name: "\(part.rawValue).yml", bytes: Array(text.utf8),
            source: PolicySource(role: part.rawValue, kind: .file, path: path))
    }

    /// `own`: the repository's, which without `central` is the register.
    static func files(central: String? = nil, own: String? = nil) -> RegisterFiles {
        RegisterFiles(
            central: central.map { [file(.data, $0, "central/data.yml")] } ?? [],
            own: own.map { [file(.data, $0, ".aigate/data.yml")] } ?? [], hasCentral: central != nil)
    }

    static func register(central: String? = nil, own: String? = nil) throws -> DataRegister? {
        try RegistersReader(today: sampleDay, checks: []).data(files(central: central, own: own))
    }

    static func mistakes(central: String? = nil, own: String? = nil) -> [String] {
        do {
            _ = try register(central: central, own: own)
            return []
        } catch {
            return (error as? ConfigErrors)?.errors.map(\.description) ?? ["\(error)"]
        }
    }
}
