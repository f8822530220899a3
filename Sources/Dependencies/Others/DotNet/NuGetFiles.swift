// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `packages.config`, the older list of packages; each is one version.
///
/// Source: learn.microsoft.com/nuget/reference/packages-config.
package struct PackagesConfig: ManifestFormat {
    package let ecosystem = Ecosystem.nuget

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        return name == "packages.config" || name.hasPrefix("packages.") && name.hasSuffix(".config")
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try XMLReader.read(bytes)
        guard root.name == "packages" else { throw UnreadableFile("not a packages.config: its root is not 'packages'") }
        var manifest = Manifest()
        for package in root.children("package") {
            guard let id = package["id"], PackageWord.isName(Array(id.utf8)[...]) else { continue }
            let version = package["version"] ?? ""
            let isDevelopment = package["developmentDependency"] == "true"
            manifest.dependencies.append(
                Dependency(
                    .nuget, id.lowercased(), requirement: version, bound: .nuget(version),
                    scope: isDevelopment ? "developmentDependency" : "package", isLocked: false, line: package.line))
        }
        return manifest
    }
}

/// `nuget.config`: where packages come from.
///
/// Source: learn.microsoft.com/nuget/reference/nuget-config-file.
package struct NuGetConfig: ManifestFormat {
    package let ecosystem = Ecosystem.nuget

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.loweredName == "nuget.config" }

    /// NuGet's own registry.
    static func isOwn(_ address: String) -> Bool {
        let lowered = address.lowercased()
        return ["https://api.nuget.org/v3/index.json", "https://www.nuget.org/api/v2", "https://www.nuget.org/api/v2/"]
            .contains(lowered)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        for source in try XMLReader.read(bytes).children("packageSources").flatMap({ $0.children("add") }) {
            guard let value = source["value"], !NuGetConfig.isOwn(value) else { continue }
            manifest.registries.append(
                Manifest.Setting(
                    source["key"] ?? "packageSources", WebAddress(value)?.shown ?? value, line: source.line))
        }
        return manifest
    }
}

/// `dotnet-tools.json` and the SDKs of `global.json`.
///
/// Source: learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use, …/global-json.
package struct DotNetTools: ManifestFormat {
    package let ecosystem = Ecosystem.nuget

    package init() {}

    package func isManifest(_ path: Path) -> Bool { ["dotnet-tools.json", "global.json"].contains(path.loweredName) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try JSONReader.read(bytes, comments: true)
        var manifest = Manifest()
        for (name, tool) in root["tools"]?.entries ?? [] {
            add(name, tool["version"]?.text ?? "", "tools", tool.line, &manifest)
        }
        for (name, version) in root["msbuild-sdks"]?.entries ?? [] {
            add(name, version.text ?? "", "msbuild-sdks", version.line, &manifest)
        }
        return manifest
    }

    private func add(_ name: String, _ version: String, _ scope: String, _ line: Int?, _ manifest: inout Manifest) {
        guard PackageWord.isName(Array(name.utf8)[...]) else { return }
        manifest.dependencies.append(
            Dependency(
                .nuget, name.lowercased(), requirement: version, bound: .nuget(version), scope: scope, isLocked: false,
                line: line))
    }
}

/// `packages.lock.json`.
///
/// Source: learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies.
package struct NuGetLock: LockfileFormat {
    package let ecosystem = Ecosystem.nuget
    package let command = "dotnet restore --force-evaluate"
    package let reachesDown = false

    package init() {}

    package func isLockfile(_ path: Path) -> Bool {
        let name = path.loweredName
        return name == "packages.lock.json" || name.hasPrefix("packages.") && name.hasSuffix(".lock.json")
    }

    package func locks(_ manifest: Path) -> Bool { manifest.loweredName.hasSuffix("proj") }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try JSONReader.read(bytes)
        guard let frameworks = root["dependencies"]?.entries else {
            throw UnreadableFile("it has no 'dependencies'; write it again with '\(command)'")
        }
        var lockfile = Lockfile()
        // The same package stands under each framework.
        var seen: Set<[String?]> = []
        for (name, package) in frameworks.flatMap(\.value.entries) {
            let (version, digest) = (package["resolved"]?.text, package["contentHash"]?.text)
            guard seen.insert([name.lowercased(), version, digest]).inserted else { continue }
            let isProject = package["type"]?.text?.lowercased() == "project"
            lockfile.packages.append(
                Lockfile.Package(
                    name.lowercased(), version: version, integrity: digest, source: isProject ? .local : .registry,
                    line: package.line))
        }
        return lockfile
    }
}
