// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// A version of Maven or Gradle. A plain one is what is taken, for neither looks for another: `exact`; a SNAPSHOT
    /// is replaced while it keeps its name. None at all is settled by a parent, a BOM or a platform.
    ///
    /// Source: maven.apache.org/pom.html#dependency-version-requirement-specification,
    /// docs.gradle.org/current/userguide/dependency_versions.html.
    static func maven(_ text: some StringProtocol) -> Dependency.Bound {
        let version = text.utf8.map { $0 }.unpadded.decoded
        if version.isEmpty || version.contains("$") { return .elsewhere }
        if version == "+" { return .none }
        let lowered = version.lowercased()
        if lowered == "latest" || lowered == "release" || lowered.hasPrefix("latest.") || lowered.hasSuffix("-snapshot")
        {
            return .moving
        }
        // `1.2!!` is Gradle's short form of `strictly`.
        let plain = version.hasSuffix("!!") ? String(version.dropLast(2)) : version
        if let first = plain.utf8.first, Array("[(]".utf8).contains(first) {
            let sets = plain.split(separator: "),").count + plain.split(separator: "],").count
            return sets > 2 ? .range : interval(plain)
        }
        return plain.hasSuffix("+") ? .range : .exact
    }
}
