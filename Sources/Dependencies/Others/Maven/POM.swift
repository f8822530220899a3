// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `pom.xml` and `*.pom`.
///
/// Source: maven.apache.org/pom.html. Parents in other files are not read: what they settle counts as settled.
package struct POM: ManifestFormat {
    package let ecosystem = Ecosystem.maven

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        return name == "pom.xml" || name.hasSuffix(".pom")
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try XMLReader.read(bytes)
        guard root.name == "project" else { throw UnreadableFile("not a POM: its root is not 'project'") }
        var reader = POMReader(root)
        return reader.read()
    }
}

/// Reads a project, and its profiles in the same way.
struct POMReader {
    private let root: Element
    private let properties: POMProperties
    /// Versions that the file's own `dependencyManagement` sets.
    private var managed: [String: String] = [:]
    private var manifest = Manifest()

    init(_ root: Element) {
        self.root = root
        properties = POMProperties(root)
    }

    private var profiles: [Element] { root.children("profiles").flatMap { $0.children("profile") } }

    mutating func read() -> Manifest {
        let parent = root.child("parent")
        if let parent { add(parent, scope: "parent") }
        let own = module(root) ?? parent.flatMap { module(group: $0, artifact: root) }
        if let own { manifest.defines.append(own) }
        for element in [root] + profiles { manage(element) }
        for element in [root] + profiles { read(element) }
        for licence in root.child("licenses")?.children("license") ?? [] {
            guard let name = licence.child("name") else { continue }
            manifest.licences.append(Manifest.Setting("license", name.trimmedText, line: name.line))
        }
        return manifest
    }

    /// `group:artifact`; nil where one of them is missing or settled in another file.
    private func module(_ element: Element, group: String? = nil) -> String? {
        guard let artifact = element.child("artifactId")?.trimmedText else { return nil }
        guard let group = element.child("groupId")?.trimmedText ?? group else { return nil }
        let module = properties.filled(group) + ":" + properties.filled(artifact)
        return PackageWord.isName(Array(module.utf8)[...], extra: ":") ? module : nil
    }

    private func module(group: Element, artifact: Element) -> String? {
        group.child("groupId").flatMap { module(artifact, group: $0.trimmedText) }
    }

    private mutating func manage(_ element: Element) {
        for dependency in element.child("dependencyManagement")?.child("dependencies")?.children("dependency") ?? [] {
            guard let module = module(dependency), let version = dependency.child("version") else { continue }
            managed[module] = version.trimmedText
        }
    }

    private mutating func read(_ element: Element) {
        for dependency in element.child("dependencies")?.children("dependency") ?? [] {
            add(dependency, scope: dependency.child("scope")?.trimmedText ?? "compile")
        }
        for dependency in element.child("dependencyManagement")?.child("dependencies")?.children("dependency") ?? [] {
            add(dependency, scope: "dependencyManagement")
        }
        let build = element.child("build")
        for plugin in build?.child("plugins")?.children("plugin") ?? [] { add(plugin: plugin, scope: "plugin") }
        for plugin in build?.child("pluginManagement")?.child("plugins")?.children("plugin") ?? [] {
            add(plugin: plugin, scope: "pluginManagement")
        }
        for plugin in element.child("reporting")?.child("plugins")?.children("plugin") ?? [] {
            add(plugin: plugin, scope: "reporting")
        }
        for extent in build?.child("extensions")?.children("extension") ?? [] { add(extent, scope: "extension") }
        repositories(element)
    }

    private mutating func add(plugin: Element, scope: String) {
        add(plugin, scope: scope, group: "org.apache.maven.plugins")
        for dependency in plugin.child("dependencies")?.children("dependency") ?? [] { add(dependency, scope: scope) }
        for path in plugin.child("configuration")?.child("annotationProcessorPaths")?.children ?? [] {
            add(path, scope: "annotationProcessorPaths")
        }
    }

    private mutating func add(_ element: Element, scope: String, group: String? = nil) {
        guard let module = module(element, group: group) else { return }
        let written = element.child("version")?.trimmedText ?? managed[module] ?? ""
        let version = properties.filled(written)
        // Without a parent nobody settles the version of a plugin, and the newest is taken; Maven's own are known to
        // it.
        let isOpen =
            version.isEmpty && group != nil && root.child("parent") == nil
            && !module.hasPrefix("org.apache.maven.plugins:")
        let systemPath = element.child("systemPath")
        manifest.dependencies.append(
            Dependency(
                .maven, module, requirement: version, bound: isOpen ? .none : .maven(version),
                source: systemPath == nil ? .registry : .local, scope: scope, isLocked: false, line: element.line))
    }

    private static let central = [
        "https://repo.maven.apache.org/maven2", "https://repo1.maven.org/maven2",
        "https://repo.maven.apache.org/maven2/",
        "https://repo1.maven.org/maven2/",
    ]

    private mutating func repositories(_ element: Element) {
        let all =
            (element.child("repositories")?.children("repository") ?? [])
            + (element.child("pluginRepositories")?.children("pluginRepository") ?? [])
        for repository in all {
            guard let url = repository.child("url") else { continue }
            let address = properties.filled(url.trimmedText)
            guard !POMReader.central.contains(address) else { continue }
            let id = repository.child("id")?.trimmedText ?? repository.name
            manifest.registries.append(Manifest.Setting(id, WebAddress(address)?.shown ?? address, line: url.line))
        }
    }
}

/// The properties of a POM, and what Maven calls the project's own values.
struct POMProperties {
    private var values: [String: String] = [:]
    private static let placeholders: Placeholders = .braces
    /// A property may name others, so deep at most.
    private static let deepest = 4

    init(_ root: Element) {
        let profiles = root.children("profiles").flatMap { $0.children("profile") }
        // What the project says counts before what a profile says.
        for element in profiles + [root] {
            for property in element.child("properties")?.children ?? [] { values[property.name] = property.trimmedText }
        }
        let parent = root.child("parent")
        for name in ["groupId", "artifactId", "version"] {
            let inherited = parent?.child(name)?.trimmedText
            let own = root.child(name)?.trimmedText ?? inherited
            for prefix in ["project.", "pom.", ""] { values[prefix + name] = own ?? values[prefix + name] }
            for prefix in ["project.parent.", "parent."] { values[prefix + name] = inherited }
        }
    }

    func filled(_ text: String) -> String {
        var result = text
        for _ in 0..<POMProperties.deepest where result.contains("${") {
            result = POMProperties.placeholders.filled(result) { values[$0] }.text
            if result.utf8.count > Placeholders.longestValue * POMProperties.deepest { return text }
        }
        return result
    }
}
