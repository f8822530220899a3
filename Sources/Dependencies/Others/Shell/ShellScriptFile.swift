// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Scripts by their name: `*.sh` and its like, `*.ps1`.
package struct ShellScriptFile: ManifestFormat {
    package let ecosystem = Ecosystem.generic

    package init() {}

    private static let endings = [".sh", ".bash", ".zsh", ".ksh", ".ps1"]

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        return ShellScriptFile.endings.contains(where: name.hasSuffix)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var packages = ScriptPackages()
        packages.read(bytes, line: 1, dialect: path.loweredName.hasSuffix(".ps1") ? .powershell : .posix)
        return packages.manifest
    }
}
