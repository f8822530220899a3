// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `gradle.lockfile`, `buildscript-gradle.lockfile`, `settings-gradle.lockfile` and the older
/// `gradle/dependency-locks/*.lockfile`.
///
/// Source: docs.gradle.org/current/userguide/dependency_locking.html: `group:name:version=configurations` in each line.
package struct GradleLock: LockfileFormat {
    package let ecosystem = Ecosystem.maven
    package let command = "gradle dependencies --write-locks"
    package let reachesDown = false

    package init() {}

    package func isLockfile(_ path: Path) -> Bool {
        let name = path.loweredName
        return name == "gradle.lockfile" || name.hasSuffix("-gradle.lockfile")
            || name.hasSuffix(".lockfile") && path.loweredFolders.last == "dependency-locks"
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        var lockfile = Lockfile()
        for line in SourceLines(bytes[...]) {
            let text = line.bytes.unpadded
            guard let first = text.first, first != UInt8(ascii: "#") else { continue }
            let module = text.prefix { $0 != UInt8(ascii: "=") }
            if module.elementsEqual("empty".utf8) { continue }
            let parts = module.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
                throw UnreadableFile(
                    "line \(line.number): not 'group:name:version=configurations'; write it again with '\(command)'"
                )
            }
            lockfile.packages.append(
                Lockfile.Package(
                    "\(parts[0].decoded):\(parts[1].decoded)", version: parts[2].decoded, line: line.number))
        }
        return lockfile
    }
}
