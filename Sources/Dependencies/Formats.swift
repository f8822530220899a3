// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Every form of manifest and lockfile that is read.
package struct Formats: Sendable {
    package static let all = Formats(
        manifests: [
            PackageJSON(), NodeSettings(), RequirementsFile(), PyProject(), Pipfile(), SetupCfg(), SetupPy(),
            CargoManifest(), CargoSettings(),
            GoManifest(), SwiftManifest(),
        ] + OtherFormats.manifests,
        lockfiles: [NPMLock(), PnpmLock(), YarnLock(), BunLock()] + PythonLock.all + [
            PipfileLock(), CargoLock(), GoSum(), SwiftLock(),
        ]
            + OtherFormats.lockfiles)

    package let manifests: [any ManifestFormat]
    package let lockfiles: [any LockfileFormat]

    /// The first format counts, for both.
    package func manifest(_ path: Path) -> (any ManifestFormat)? {
        Formats.isOther(path) ? nil : manifests.first { $0.isManifest(path) }
    }

    package func lockfile(_ path: Path) -> (any LockfileFormat)? {
        Formats.isOther(path) ? nil : lockfiles.first { $0.isLockfile(path) }
    }

    /// Ends as programs, prose and pictures do, of which no format is: most files of a history, told at little cost.
    private static func isOther(_ path: Path) -> Bool {
        let name = path.name
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.endIndex - dot <= 9 else { return false }
        // Dockerfile.c, Containerfile.js
        let rest = name.dropFirst()
        if rest.starts(with: "ockerfile".utf8) || rest.starts(with: "ontainerfile".utf8) { return false }
        return others.contains(name[(dot + 1)...].reduce(0) { $0 << 8 | UInt64($1) })
    }

    private static let others = Set(
        [
            "c", "h", "cc", "cpp", "cxx", "hpp", "m", "mm", "s", "S", "java", "kt", "scala", "cs", "fs", "go", "rs",
            "js", "jsx", "ts", "tsx",
            "mjs", "cjs", "vue", "php", "pl", "pm", "lua", "tcl", "sql", "html", "css", "scss", "svg", "png", "jpg",
            "gif", "ico", "pdf", "md",
            "mdx", "rst", "adoc", "po", "snap", "golden", "dart", "ex", "hs", "ml", "el", "vim", "erb", "j2", "ipynb",
            "csv", "proto", "patch",
        ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } } as [UInt64])
}
