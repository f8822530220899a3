// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// The lockfiles of Poetry, uv and PDM, and `pylock.toml`: lists of packages in TOML.
///
/// Source: packaging.python.org/en/latest/specifications/pylock-toml (PEP 751),
/// docs.astral.sh/uv/concepts/projects/layout, python-poetry.org/docs/basic-usage; the forms of the three tools are
/// their own and are read as they write them.
package struct PythonLock: LockfileFormat {
    package let ecosystem = Ecosystem.pypi
    package let command: String
    private let name: String

    package static let all = [
        PythonLock("uv.lock", "uv lock"), PythonLock("poetry.lock", "poetry lock"), PythonLock("pdm.lock", "pdm lock"),
        PythonLock("pylock.toml", "pip lock -e ."),
    ]

    private init(_ name: String, _ command: String) {
        self.name = name
        self.command = command
    }

    /// Of these uv alone has workspaces.
    package var reachesDown: Bool { name == "uv.lock" }

    /// `pylock.NAME.toml` too.
    package func isLockfile(_ path: Path) -> Bool {
        path.name.elementsEqual(name.utf8)
            || name == "pylock.toml" && path.name.starts(with: "pylock.".utf8)
                && path.name.suffix(5).elementsEqual(".toml".utf8)
    }

    package func locks(_ manifest: Path) -> Bool { manifest.name.elementsEqual("pyproject.toml".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try TOMLReader.read(bytes)
        var lockfile = Lockfile()
        // Poetry before 1.5 kept the files of all packages in one table.
        let files = root["metadata"]?["files"]
        var members: [String] = []
        for entry in (root["package"] ?? root["packages"])?.items ?? [] {
            guard let name = entry["name"]?.text else { continue }
            let package = PythonLock.package(PythonRequirement.normalised(name), entry, files: files?[name])
            lockfile.packages.append(package)
            if let folder = entry["source"].flatMap({ $0["editable"] ?? $0["virtual"] })?.text {
                members.append(folder == "." ? "" : folder)
            }
        }
        if self.name == "uv.lock" { lockfile.members = members }
        return lockfile
    }

    private static func package(_ name: String, _ entry: Document, files: Document?) -> Lockfile.Package {
        let source = entry["source"] ?? entry["vcs"]
        let listed = (entry["files"] ?? files)?.items ?? []
        let archives = listed + [entry["sdist"], entry["archive"]].compactMap(\.self) + (entry["wheels"]?.items ?? [])
        let digests = archives.compactMap(digest)
        return Lockfile.Package(
            name, version: entry["version"]?.text, resolved: resolved(entry, source),
            integrity: digests.isEmpty ? nil : digests.joined(separator: "\n"), source: place(entry, source),
            line: entry["name"]?.line ?? entry.line)
    }

    /// Name of the file, a tab and its digest.
    private static func digest(_ file: Document) -> String? {
        let digest =
            file["hash"]?.text
            ?? file["hashes"]?.entries.first.flatMap { key, value in value.text.map { "\(key):\($0)" } }
        let url = file["url"]?.text ?? ""
        let name =
            file["file"]?.text ?? file["filename"]?.text ?? file["name"]?.text
            ?? url.range(ofLast: "/").map { String(url[$0...]) }
        return digest.map { (name ?? "") + "\t" + $0 }
    }

    private static func resolved(_ entry: Document, _ source: Document?) -> String? {
        let first = entry["sdist"]?["url"]?.text ?? entry["wheels"]?.items.first?["url"]?.text
        return first ?? source?["registry"]?.text ?? source?["url"]?.text ?? entry["index"]?.text
    }

    private static func place(_ entry: Document, _ source: Document?) -> Dependency.Source {
        if let git = source?["git"]?.text ?? entry["git"]?.text { return .git(WebAddress.repository(git)) }
        let type = source?["type"]?.text
        if type == "git" { return .git(WebAddress.repository(source?["url"]?.text ?? "")) }
        let isLocal = ["editable", "virtual", "directory", "path"].contains { source?[$0] != nil || entry[$0] != nil }
        if isLocal || type == "directory" || type == "file" { return .local }
        if type == "url" || source?["registry"] == nil && source?["url"] != nil && type == nil {
            return .url(source?["url"]?.text ?? "")
        }
        return .registry
    }
}

/// `Pipfile.lock`
///
/// Source: github.com/pypa/pipfile, pipenv.pypa.io/en/stable/pipfile.html.
package struct PipfileLock: LockfileFormat {
    package let ecosystem = Ecosystem.pypi
    package let command = "pipenv lock"

    package init() {}

    package var reachesDown: Bool { false }

    package func isLockfile(_ path: Path) -> Bool { path.name.elementsEqual("Pipfile.lock".utf8) }

    package func locks(_ manifest: Path) -> Bool { manifest.name.elementsEqual("Pipfile".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try JSONReader.read(bytes)
        var lockfile = Lockfile()
        for (category, section) in root.entries where category != "_meta" {
            for (name, entry) in section.entries {
                let git = entry["git"]?.text
                let isLocal = entry["path"] != nil || entry["editable"]?.bool == true && git == nil
                // Digests without names of files: any of them fits, so that one more is no contradiction.
                let hashes = entry["hashes"]?.items.compactMap(\.text) ?? []
                lockfile.packages.append(
                    Lockfile.Package(
                        PythonRequirement.normalised(name), version: entry["version"]?.text,
                        resolved: git ?? entry["file"]?.text,
                        integrity: hashes.isEmpty ? nil : hashes.map { $0 + "\t" + $0 }.joined(separator: "\n"),
                        source: isLocal ? .local : git.map { .git(WebAddress.repository($0)) } ?? .registry,
                        line: entry.line))
            }
        }
        return lockfile
    }
}
