// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `*.gradle` and `*.gradle.kts`: dependencies, plugins, repositories and what is forced or put in place of another.
///
/// Source: docs.gradle.org/current/userguide (declaring_dependencies, plugins, declaring_repositories,
/// resolution_rules). The file is a program; what it calculates is not followed, and names of a version catalogue
/// (`libs.x`) are judged in `libs.versions.toml`.
package struct GradleBuild: ManifestFormat {
    package let ecosystem = Ecosystem.maven

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        return name.hasSuffix(".gradle") || name.hasSuffix(".gradle.kts")
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let (statements, gap) = GradleStatement.all(in: bytes)
        var reader = GradleReader(statements)
        var manifest = reader.read()
        manifest.gap = gap
        return manifest
    }
}

/// Reads the statements of a Gradle script.
struct GradleReader {
    private let statements: [GradleStatement]
    private let variables: GradleVariables
    private var manifest = Manifest()

    init(_ statements: [GradleStatement]) {
        self.statements = statements
        variables = GradleVariables(statements)
    }

    mutating func read() -> Manifest {
        for statement in statements { read(statement) }
        return manifest
    }

    private mutating func read(_ statement: GradleStatement) {
        let blocks = statement.blocks
        if statement.head == "apply", let address = statement.strings.lazy.compactMap({ WebAddress($0.text) }).first {
            add(
                Dependency(
                    .generic, address.name, bound: address.bound, source: .url(address.shown), scope: "apply from",
                    line: statement.strings.first?.line))
        }
        if statement.has("force"), statement.has("resolutionStrategy") || blocks.contains("resolutionStrategy") {
            for string in statement.strings { replace(string.text, with: string) }
        }
        switch blocks.first {
        case "dependencies", "constraints":
            dependency(statement, scope: blocks.first == "constraints" ? "constraints" : nil)
        case "imports": coordinates(statement, scope: "mavenBom")
        case "plugins": plugin(statement)
        case "repositories", "maven", "ivy": repository(statement)
        case "dependencySubstitution" where statement.strings.count >= 2:
            replace(statement.strings[0].text, with: statement.strings[1])
        default:
            if blocks.contains("versionCatalogs") { catalogue(statement) }
        }
    }

    /// A lockfile knows what configurations ask for; not plugins, constraints and platforms.
    private mutating func add(_ dependency: Dependency) {
        let isFetched = dependency.ecosystem == .maven && dependency.source == .registry
        let isLocked = isFetched && !GradleReader.unlocked.contains(dependency.scope)
        manifest.dependencies.append(isLocked ? dependency : dependency.unlocked)
    }

    private static let unlocked: Set<String> = ["plugins", "constraints", "mavenBom", "catalogue"]

    private mutating func replace(_ name: String, with string: SourceToken) {
        let parts = name.split(separator: ":")
        guard parts.count >= 2, !name.hasPrefix(":") else { return }
        manifest.replacements.append(
            Manifest.Setting(parts.prefix(2).joined(separator: ":"), variables.filled(string.text), line: string.line))
    }
}

// MARK: - Dependencies

extension GradleReader {
    private static let notConfigurations: Set<String> = [
        "def", "val", "var", "println", "exclude", "because", "return", "import",
    ]

    private mutating func dependency(_ statement: GradleStatement, scope: String?) {
        let head = statement.head
        guard !GradleReader.notConfigurations.contains(head), !statement.has("project") else { return }
        let scope = scope ?? head
        if statement.has("files") || statement.has("fileTree") {
            for string in statement.strings where string.text.hasSuffix(".jar") || string.text.hasSuffix(".aar") {
                add(Dependency(.maven, string.text, bound: .exact, source: .local, scope: scope, line: string.line))
            }
        } else if statement.has("kotlin"), let module = statement.value(behind: "kotlin"), module.isString {
            let version = statement.strings.last.map { $0.text == module.text ? "" : $0.text } ?? ""
            add(module: "org.jetbrains.kotlin:kotlin-\(module.text)", version, scope: scope, line: module.line)
        } else if statement.has("npm"), statement.strings.count == 2 {
            let (name, version) = (statement.strings[0], variables.filled(statement.strings[1].text))
            guard PackageWord.isName(Array(name.text.utf8)[...], extra: "@/~") else { return }
            add(
                Dependency(
                    .npm, name.text, requirement: version, bound: PackageWord.open(version, .node(version)),
                    scope: scope,
                    line: name.line))
        } else if let group = statement.value(of: "group"), let name = statement.value(of: "name"), group.isString,
            name.isString
        {
            let version = statement.value(of: "version")
            let text = version.map { $0.isString ? $0.text : "${\($0.text)}" } ?? ""
            add(
                module: "\(variables.filled(group.text)):\(variables.filled(name.text))", text, scope: scope,
                line: group.line)
        } else {
            coordinates(statement, scope: scope)
        }
    }

    private mutating func coordinates(_ statement: GradleStatement, scope: String) {
        for string in statement.strings { coordinate(string, scope: scope) }
    }

    /// `group:name:version:classifier@type`
    private mutating func coordinate(_ string: SourceToken, scope: String) {
        let text = variables.filled(string.text).prefix { $0 != "@" }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...4).contains(parts.count) else { return }
        add(module: "\(parts[0]):\(parts[1])", parts.count > 2 ? parts[2] : "", scope: scope, line: string.line)
    }

    private mutating func add(module: String, _ version: String, scope: String, line: Int) {
        guard module.split(separator: ":").count == 2, PackageWord.isName(Array(module.utf8)[...], extra: ":") else {
            return
        }
        let version = variables.filled(version)
        add(Dependency(.maven, module, requirement: version, bound: .maven(version), scope: scope, line: line))
    }
}

// MARK: - Plugins, repositories, catalogues

extension GradleReader {
    /// A plugin is fetched by its marker `id:id.gradle.plugin`; one without a dot is Gradle's own.
    private mutating func plugin(_ statement: GradleStatement) {
        let first = statement.strings.first
        guard let first, statement.head == "id" || statement.head == "kotlin" else { return }
        let id = statement.head == "kotlin" ? "org.jetbrains.kotlin.\(first.text)" : first.text
        guard id.contains("."), !id.hasPrefix("org.gradle.") else { return }
        let version = statement.value(behind: "version")
        let text = version.map { $0.isString ? $0.text : "${\($0.text)}" } ?? ""
        add(module: "\(id):\(id).gradle.plugin", text, scope: "plugins", line: first.line)
    }

    private mutating func repository(_ statement: GradleStatement) {
        // Where the build publishes to is no place that it takes from.
        guard statement.blocks.contains("repositories"), !statement.blocks.contains("publishing"),
            !statement.blocks.contains("uploadArchives")
        else { return }
        let head = statement.head
        let line = statement.tokens.first?.line
        if head == "jcenter" || head == "mavenLocal" || head == "flatDir" {
            manifest.registries.append(Manifest.Setting(head, head + "()", line: line))
        } else if ["maven", "ivy", "url", "setUrl", "artifactUrls", "uri"].contains(head) {
            for string in statement.strings where string.text.contains("/") {
                let value = variables.filled(string.text)
                let kind = head == "maven" || head == "ivy" ? head : statement.blocks[0]
                manifest.registries.append(Manifest.Setting(kind, WebAddress(value)?.shown ?? value, line: string.line))
            }
        }
    }

    /// `library("alias", "g:a:v")`, `library("alias", "g", "a").version("v")`, `plugin("alias", "id").version("v")`,
    /// `from("g:a:v")`.
    private mutating func catalogue(_ statement: GradleStatement) {
        let strings = statement.strings
        let version = statement.value(behind: "version").flatMap { $0.isString ? $0.text : nil } ?? ""
        switch (statement.head, strings.count) {
        case ("library", 2), ("from", 1): coordinate(strings[strings.count - 1], scope: "catalogue")
        case ("library", 3...):
            add(module: "\(strings[1].text):\(strings[2].text)", version, scope: "catalogue", line: strings[1].line)
        case ("plugin", 2...):
            let id = strings[1].text
            add(module: "\(id):\(id).gradle.plugin", version, scope: "catalogue", line: strings[1].line)
        default: break
        }
    }
}
