// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `*.gemspec`.
///
/// Source: guides.rubygems.org/specification-reference. The file is a program; what it calculates is not followed.
package struct Gemspec: ManifestFormat {
    package let ecosystem = Ecosystem.gem

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.loweredName.hasSuffix(".gemspec") }

    private static let scopes = [
        "add_dependency": "runtime", "add_runtime_dependency": "runtime", "add_development_dependency": "development",
    ]

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        let (calls, gap) = RubyCall.all(in: bytes)
        manifest.gap = gap
        for call in calls where call.isOnReceiver {
            if let scope = Gemspec.scopes[call.name] {
                guard let name = call.texts.first, PackageWord.isName(Array(name.utf8)[...]) else { continue }
                let requirements = Array(call.texts.dropFirst())
                manifest.dependencies.append(
                    Dependency(
                        .gem, name, requirement: requirements.joined(separator: ", "),
                        bound: call.isWhole ? .gem(requirements) : .elsewhere, scope: scope, line: call.line))
            } else if call.isAssignment {
                assign(call, to: &manifest)
            }
        }
        return manifest
    }

    private func assign(_ call: RubyCall, to manifest: inout Manifest) {
        switch call.name {
        case "name": manifest.defines += call.texts.prefix(1)
        case "license", "licenses":
            manifest.licences += call.texts.map { Manifest.Setting(call.name, $0, line: call.line) }
        // Each is a program that RubyGems runs when it installs the gem.
        case "extensions":
            manifest.installScripts += call.texts.map { Manifest.Setting("extensions", $0, line: call.line) }
        default: break
        }
    }
}
