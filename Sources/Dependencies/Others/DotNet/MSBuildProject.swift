// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// Projects and property files of MSBuild: `*.csproj`, `*.fsproj`, `*.vbproj`, `*.props`, `*.targets`, with
/// `Directory.Packages.props` among them.
///
/// Source: learn.microsoft.com/nuget/consume-packages/package-references-in-project-files and
/// …/central-package-management, learn.microsoft.com/visualstudio/msbuild/how-to-use-project-sdk.
package struct MSBuildProject: ManifestFormat {
    package let ecosystem = Ecosystem.nuget

    package init() {}

    private static let projects = [".csproj", ".fsproj", ".vbproj", ".sqlproj", ".vcxproj", ".proj"]

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        return (MSBuildProject.projects + [".props", ".targets"]).contains(where: name.hasSuffix)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        // Other programs keep plain text in files of these names.
        let name = path.loweredName
        let isProject = MSBuildProject.projects.contains(where: name.hasSuffix)
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard isProject || start.unpadded.first == UInt8(ascii: "<") else { return Manifest() }
        var reader = MSBuildReader(try XMLReader.read(bytes))
        let stem = isProject ? name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex) : ""
        return reader.read(file: String(stem))
    }
}

/// Reads the items of an MSBuild file; conditions are not followed: each item counts.
struct MSBuildReader {
    private let root: Element
    private var properties: [String: String] = [:]
    private var manifest = Manifest()

    init(_ root: Element) {
        self.root = root
        for group in root.children("PropertyGroup") {
            for property in group.children where property.text.utf8.count <= Placeholders.longestValue {
                properties[property.name.lowercased()] = property.trimmedText
            }
        }
    }

    private func filled(_ text: String) -> String {
        let placeholders: Placeholders = .parentheses
        let once = placeholders.filled(text) { properties[$0.lowercased()] }.text
        // A property may name another.
        return once.contains("$(") ? placeholders.filled(once) { properties[$0.lowercased()] }.text : once
    }

    mutating func read(file stem: String) -> Manifest {
        if let sdk = root["Sdk"] { for part in sdk.split(separator: ";") { add(sdk: String(part), line: root.line) } }
        walk(root)
        let id = properties["packageid"].map(filled) ?? stem
        if !id.isEmpty { manifest.defines.append(id.lowercased()) }
        return manifest
    }

    private mutating func walk(_ element: Element) {
        for child in element.children {
            read(child)
            walk(child)
        }
    }

    /// Whether packages.lock.json names it.
    private static let items = [
        "PackageReference": true, "GlobalPackageReference": true, "PackageVersion": false, "PackageDownload": false,
        "DotNetCliToolReference": false,
    ]

    private mutating func read(_ element: Element) {
        switch element.name {
        case "Sdk":
            if let name = element["Name"] {
                add(sdk: name + (element["Version"].map { "/" + $0 } ?? ""), line: element.line)
            }
        case "Import": if let sdk = element["Sdk"] { add(sdk: sdk, line: element.line) }
        case "RestoreSources", "RestoreAdditionalProjectSources":
            for source in filled(element.trimmedText).split(separator: ";") where source.contains("://") {
                guard !NuGetConfig.isOwn(String(source)) else { continue }
                let shown = WebAddress(String(source))?.shown ?? String(source)
                manifest.registries.append(Manifest.Setting(element.name, shown, line: element.line))
            }
        case "PackageLicenseExpression":
            manifest.licences.append(Manifest.Setting(element.name, element.trimmedText, line: element.line))
        default:
            if let isLocked = MSBuildReader.items[element.name] { add(item: element, isLocked: isLocked) }
        }
    }

    /// The name of an attribute counts in any case; so does that of a child in its place.
    private func metadata(_ element: Element, _ name: String) -> String? {
        element.attributes.first { $0.name.lowercased() == name }?.value
            ?? element.children.first { $0.name.lowercased() == name }?.trimmedText
    }

    private mutating func add(item element: Element, isLocked: Bool) {
        guard let names = element["Include"] ?? element["Update"] else { return }
        let version = filled(metadata(element, "versionoverride") ?? metadata(element, "version") ?? "")
        // Without a version it is settled in Directory.Packages.props or by the SDK.
        let bound: Dependency.Bound = version.isEmpty || version.contains("$") ? .elsewhere : .nuget(version)
        for name in filled(names).split(separator: ";") {
            let name = Array(name.utf8).unpadded
            guard PackageWord.isName(name) else { continue }
            manifest.dependencies.append(
                Dependency(
                    .nuget, name.lowered, requirement: version, bound: bound, scope: element.name, isLocked: isLocked,
                    line: element.line))
        }
    }

    /// `Name/Version`; one without a version comes with .NET or is settled in global.json.
    private mutating func add(sdk: String, line: Int) {
        let parts = sdk.split(separator: "/", maxSplits: 1).map { Array($0.utf8).unpadded }
        guard parts.count == 2, PackageWord.isName(parts[0]) else { return }
        let version = filled(parts[1].decoded)
        manifest.dependencies.append(
            Dependency(
                .nuget, parts[0].lowered, requirement: version, bound: PackageWord.open(version, .nuget(version)),
                scope: "Sdk",
                isLocked: false, line: line))
    }
}
