// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Foundation
import Gate
import TestKit

/// What the formats of the other ecosystems make of a file, as text to compare.
enum OtherReading {
    static let formats = Formats.all

    /// A line for each fact, in the order of the file.
    static func shown(_ bytes: [UInt8], _ path: Path) -> [String] {
        if let format = formats.manifest(path) {
            do { return shown(try format.read(bytes, path: path)) } catch { return ["cannot be read: \(error)"] }
        }
        guard let format = formats.lockfile(path) else { return ["no format"] }
        do { return shown(try format.read(bytes, path: path)) } catch { return ["cannot be read: \(error)"] }
    }

    private static func line(_ line: Int?) -> String { line.map { "\($0)" } ?? "-" }

    private static func shown(_ manifest: Manifest) -> [String] {
        let dependencies = manifest.dependencies.map { dependency in
            let requirement = dependency.requirement.isEmpty ? "" : " \(dependency.requirement)"
            let source = dependency.source == .registry ? "" : ", \(dependency.source)"
            let locked = dependency.isLocked ? ", locked" : ""
            return "\(line(dependency.line)) \(dependency.ecosystem) \(dependency.name)\(requirement)"
                + " (\(dependency.bound), \(dependency.scope)\(source)\(locked))"
        }
        let settings = [
            ("registry", manifest.registries), ("replaces", manifest.replacements), ("runs", manifest.installScripts),
            ("licence", manifest.licences),
        ]
        return dependencies
            + settings.flatMap { kind, all in all.map { "\(line($0.line)) \(kind) \($0.name): \($0.value)" } }
            + manifest.defines.map { "defines \($0)" }
    }

    private static func shown(_ lockfile: Lockfile) -> [String] {
        lockfile.packages.map { package in
            let facts = [package.resolved, package.integrity, package.runsInstallScript ? "runs" : nil].compactMap {
                $0
            }
            let source = package.source == .registry ? "" : " (\(package.source))"
            return
                [line(package.line), package.name, (package.version ?? "-") + source, facts.joined(separator: " ")]
                .joined(separator: " ")
        }
    }

    /// The sample files of a folder of fixtures, by their path inside it.
    static func samples(_ folder: String) throws -> [(path: String, bytes: [UInt8])] {
        let root = projectRoot.appending(path: "Fixtures/Dependencies/Others/\(folder)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return try paths.compactMap { path in
            let file = root.appending(path: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                return nil
            }
            return (path, Array(try Data(contentsOf: file)))
        }
    }
}
