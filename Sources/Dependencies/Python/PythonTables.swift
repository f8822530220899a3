// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents

/// `[tool.poetry]`
///
/// Source: python-poetry.org/docs/pyproject, python-poetry.org/docs/dependency-specification.
enum PoetryTable {
    static func read(_ poetry: Document, _ manifest: inout Manifest) {
        if manifest.defines.isEmpty {
            manifest.defines = [poetry["name"]?.text].compactMap { $0.map(PythonRequirement.normalised) }
        }
        if let licence = poetry["license"], let text = licence.text {
            manifest.licences.append(Manifest.Setting("license", text, line: licence.line))
        }
        var sections = ["dependencies", "dev-dependencies"].map { ("tool.poetry.\($0)", poetry[$0]) }
        for (group, table) in poetry["group"]?.entries ?? [] {
            sections.append(("tool.poetry.group.\(group).dependencies", table["dependencies"]))
        }
        for (scope, section) in sections {
            for (name, value) in section?.entries ?? [] where name.lowercased() != "python" {
                // Several versions, each for its own marker.
                let values = value.items.isEmpty ? [value] : value.items
                manifest.dependencies += values.compactMap { dependency(name, $0, scope: scope) }
            }
        }
        for source in poetry["source"]?.items ?? [] { PyProject.addRegistry(source, to: &manifest) }
    }

    static func dependency(_ name: String, _ value: Document, scope: String) -> Dependency? {
        let name = PythonRequirement.normalised(name)
        if let path = value["path"] ?? value["file"] {
            return Dependency(
                .pypi, name, requirement: path.text ?? "", bound: .exact, source: .local, scope: scope, isLocked: false,
                line: value.line)
        }
        if let git = value["git"]?.text {
            let bound: Dependency.Bound =
                value["rev"]?.text.map { .gitRef($0) } ?? (value["tag"] == nil ? .moving : .range)
            return Dependency(
                .pypi, name, requirement: git, bound: bound, source: .git(WebAddress.repository(git)), scope: scope,
                line: value.line)
        }
        if let url = value["url"]?.text {
            let place = PythonAddress(url)
            return Dependency(
                .pypi, name, requirement: url, bound: place.bound, source: place.source, scope: scope, line: value.line)
        }
        guard let version = value.text ?? value["version"]?.text else { return nil }
        return Dependency(.pypi, name, requirement: version, bound: bound(version), scope: scope, line: value.line)
    }

    /// `^1.2`, `~1.2`, `1.*`, `>=1,<2`; a bare version is exact; alternatives stand behind `||`.
    static func bound(_ version: String) -> Dependency.Bound {
        var widest = Dependency.Bound.exact
        for branch in version.split(separator: "|") {
            let parts = branch.split(whereSeparator: { $0 == "," || $0 == " " }).map { part -> Dependency.Bound in
                let comparison = Comparison(part)
                if comparison.version == "*" { return .none }
                if comparison.sign.isEmpty || comparison.sign == "==" { return part.hasSuffix("*") ? .range : .exact }
                return .comparison(comparison.sign)
            }
            widest = widest.widened(by: parts.isEmpty ? .none : .all(of: parts))
        }
        return version.isEmpty ? .none : widest
    }
}

/// `[tool.uv]`
///
/// Source: docs.astral.sh/uv/reference/settings, docs.astral.sh/uv/concepts/projects/dependencies.
enum UVTable {
    static func read(_ uv: Document, _ manifest: inout Manifest) {
        PyProject.add(uv["dev-dependencies"], scope: "tool.uv.dev-dependencies", to: &manifest)
        for item in uv["override-dependencies"]?.items ?? [] {
            guard let text = item.text, let requirement = PythonRequirement(text) else { continue }
            manifest.replacements.append(
                Manifest.Setting(requirement.name, requirement.url ?? requirement.specifier, line: item.line))
        }
        for index in uv["index"]?.items ?? [] { PyProject.addRegistry(index, to: &manifest) }
        for key in ["index-url", "extra-index-url", "find-links"] {
            guard let value = uv[key] else { continue }
            for url in value.items.isEmpty ? [value] : value.items {
                guard let text = url.text else { continue }
                manifest.registries.append(Manifest.Setting(key, text, line: url.line))
            }
        }
        for (name, source) in uv["sources"]?.entries ?? [] {
            apply(source, of: PythonRequirement.normalised(name), &manifest)
        }
    }

    /// A source says of a requirement, wherever it stands, where it is fetched; several are told apart by markers.
    private static func apply(_ source: Document, of name: String, _ manifest: inout Manifest) {
        for one in source.items.isEmpty ? [source] : source.items {
            for index in manifest.dependencies.indices where manifest.dependencies[index].name == name {
                let old = manifest.dependencies[index]
                guard let place = place(one) else { continue }
                manifest.dependencies[index] = Dependency(
                    .pypi, name, requirement: old.requirement, bound: place.bound, source: place.source,
                    scope: old.scope,
                    isLocked: old.isLocked && place.source != .local, line: one.line)
            }
        }
    }

    private static func place(_ source: Document) -> (bound: Dependency.Bound, source: Dependency.Source)? {
        if source["path"] != nil || source["workspace"]?.bool == true { return (.exact, .local) }
        if let git = source["git"]?.text {
            let bound: Dependency.Bound =
                source["rev"]?.text.map { .gitRef($0) } ?? (source["tag"] == nil ? .moving : .range)
            return (bound, .git(WebAddress.repository(git)))
        }
        guard let url = source["url"]?.text else { return nil }
        let place = PythonAddress(url)
        return (place.bound, place.source)
    }
}
