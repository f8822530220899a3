// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Where packages of one kind come from; raw values are types of a package URL (purl-spec, PURL-TYPES.rst).
package enum Ecosystem: String, Sendable, CaseIterable {
    case npm, pypi, cargo, golang, swift, gem, maven, nuget, composer, pub
    /// Actions and reusable workflows.
    case github
    /// Container images.
    case oci
    /// Everything else that is fetched and run: pre-commit hooks, scripts from the network.
    case generic
}
