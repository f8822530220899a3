// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Gate

/// What a manifest asks for, and from where.
package struct Manifest: Sendable {
    package var dependencies: [Dependency] = []
    /// Registries, indexes and repositories that it names besides the ecosystem's own.
    package var registries: [Setting] = []
    /// What replaces another package: Go's `replace`, Cargo's `[patch]`, npm's `overrides`.
    package var replacements: [Setting] = []
    /// Commands that run when the package is installed, by name.
    package var installScripts: [Setting] = []
    /// Packages that the manifest itself defines.
    package var defines: [String] = []
    /// The licences that it declares for its package, as written.
    package var licences: [Setting] = []
    /// It declares one that stands in a file or a variable.
    package var hasLicenceElsewhere = false
    /// Why some of it may not have been understood: its brackets do not match, a comment never ends.
    package var gap: DocumentError?

    package struct Setting: Hashable, Sendable {
        package let name: String
        package let value: String
        package let line: Int?

        package init(_ name: String, _ value: String, line: Int? = nil) {
            self.name = name
            self.value = value
            self.line = line
        }
    }

    package init() {}
}

/// Reads manifests of one form.
package protocol ManifestFormat: Sendable {
    /// Of most of what it asks for.
    var ecosystem: Ecosystem { get }
    func isManifest(_ path: Path) -> Bool
    /// Throws for a file that it cannot read.
    func read(_ bytes: [UInt8], path: Path) throws -> Manifest
    /// What one line of a file that cannot be read as a whole seems to ask for. `line`: without its end.
    func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency]
    /// What a file that cannot be read as a whole seems to ask for, but for lines that `base` holds too.
    func dependencies(inLinesOf bytes: [UInt8], besides base: [UInt8]) -> [Dependency]
}

extension ManifestFormat {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] { [] }

    package func dependencies(inLinesOf bytes: [UInt8], besides base: [UInt8]) -> [Dependency] {
        func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
            bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        }
        let known = Set(lines(base))
        return lines(bytes).enumerated().filter { !known.contains($1) }
            .flatMap { dependencies(inLine: $1, number: $0 + 1) }
    }
}
