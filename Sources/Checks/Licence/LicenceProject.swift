// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Licences

/// A change to the terms under which the project itself is passed on.
struct LicenceProject: RangeCheck {
    static let about = About(
        id: "licence-project",
        title: "The project's licence was changed",
        why: """
            Only the holders may change the terms, and everybody who uses the project relies on them. Tools rewrite a \
            licence file while they tidy, and fill in a manifest's licence by habit. Compared are the licence files \
            (LICENSE, COPYING, NOTICE, LICENSES/, REUSE.toml) and the licence that a manifest declares, as the range \
            found and leaves them; years and holders alone are no change, and neither is the first licence of a \
            project that had none.
            """,
        fix: "Undo the change, or have the holders say that they want it.",
        level: .warn,
        rules: [
            About.Rule("file", "A licence file was changed, added or deleted"),
            About.Rule("manifest", "A manifest declares another licence than before"),
        ],
        examples: [
            Example(
                "another licence", before: [("LICENSE", "Apache License\nVersion 2.0\n")],
                files: [("LICENSE", "MIT License 1️⃣\n\nPermission is hereby granted, free of charge, to any person\n")]),
            Example(
                "it went", before: [("COPYING", "GNU General Public License\n"), ("a.c", "int a;\n")],
                deleted: ["COPYING1️⃣"]),
            Example(
                "one more", before: [("LICENSES/MIT.txt", "MIT License\n")],
                files: [("LICENSES/GPL-3.0-only.txt", "GNU GENERAL PUBLIC LICENSE 1️⃣\n")]),
            Example(
                "a manifest's licence",
                before: [("package.json", "{\n  \"name\": \"a\",\n  \"license\": \"Apache-2.0\"\n}\n")],
                files: [("package.json", "{\n  \"name\": \"a\",\n  \"license\": \"MIT\" 1️⃣\n}\n")]),
        ],
        clean: [
            Example(
                "a new year", before: [("LICENSE", "MIT License\n\nCopyright (c) 2025 Example\n")],
                files: [("LICENSE", "MIT License\n\nCopyright (c) 2025-2026 Example Ltd.\n")]),
            Example(
                "the first licence", before: [("a.c", "int a;\n")],
                files: [("LICENSE", "MIT License\n"), ("package.json", "{\"license\": \"MIT\"}\n")]),
            Example(
                "another version of a manifest",
                before: [("package.json", "{\"version\": \"1\", \"license\": \"MIT\"}\n")],
                files: [("package.json", "{\"version\": \"2\", \"license\": \"MIT\"}\n")]),
            Example(
                "another name for the file, and a page about it",
                before: [("LICENSE", "MIT License\n"), ("docs/license.md", "MIT\n")],
                files: [("LICENSE.md", "# The MIT License\n"), ("docs/license.md", "Apache\n")], deleted: ["LICENSE"]),
            Example(
                "an id in place of a name", before: [("package.json", "{\"license\": \"BSD\"}\n")],
                files: [("package.json", "{\"license\": \"BSD-3-Clause\"}\n")]),
            Example(
                "a manifest that cannot be read, and one that points at a file",
                before: [
                    ("package.json", "{\"license\": \"MIT\"}\n"),
                    ("lib/pyproject.toml", "[project]\nname = \"a\"\nlicense = \"MIT\"\n"),
                ],
                files: [
                    ("package.json", "{\"license\": \"MIT\",}\n"),
                    ("lib/pyproject.toml", "[project]\nname = \"a\"\nlicense = {file = \"LICENSE\"}\n"),
                ]),
            Example(
                "a library that went with its licence", before: [("deps/a/LICENSE", "MIT License\n")],
                deleted: ["deps/a/LICENSE"]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] {
        change.files.flatMap { [$0.path, $0.oldPath].compactMap(\.self) }
            .filter { LicenceProject.isTerms($0) || LicenceFiles.namesLicence($0.name) }
    }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        try facts.touched.compactMap { touch in
            LicenceProject.isTerms(touch.path) ? try file(touch.path, facts) : try manifest(touch.path, facts)
        }
    }

    private static func isTerms(_ path: Path) -> Bool {
        if path.isInside(folder: "LICENSES") || path.bytes.elementsEqual("REUSE.toml".utf8) { return true }
        guard LicenceFiles.isLicenceFile(path.name) else { return false }
        // docs/license.md is a page about it.
        return path.folder.bytes.isEmpty || ["LICEN", "COPYING"].contains { path.name.starts(with: $0.utf8) }
    }

    private func file(_ path: Path, _ facts: RangeFacts) throws -> Finding? {
        let before = try facts.base.bytes(of: path, limit: .max)
        let after = try facts.head.bytes(of: path, limit: .max)
        let place = Finding.Place(path: path, line: 1)
        switch (before, after) {
        case (let before?, let after?):
            guard LicenceProject.terms(before) != LicenceProject.terms(after) else { return nil }
            let names = (LicenceProject.names(before), LicenceProject.names(after))
            // A notice file grows with whatever the project takes in.
            let isNotice = path.name.first.map { $0 | 0x20 } == UInt8(ascii: "n")
            return Finding(
                rule: "file", at: place, names.0 == names.1 ? .changedFile(path) : .replaced(path, names.0, names.1),
                excerpt: Excerpt(line: "changed"), fix: .undo, defaultLevel: isNotice ? .monitor : nil)
        case (nil, let after?):
            guard isOfRoot(path), try hadLicence(facts.base), try !wasRenamed(path, facts) else { return nil }
            return Finding(
                rule: "file", at: place, .addedFile(path, LicenceProject.names(after)),
                excerpt: Excerpt(line: "added"), fix: .undo)
        case (_?, nil):
            // A library that went took its licence along.
            guard isOfRoot(path), try !wasRenamed(path, facts) else { return nil }
            return Finding(rule: "file", at: place, .deletedFile(path), excerpt: Excerpt(line: "deleted"), fix: .undo)
        case (nil, nil): return nil
        }
    }

    private func isOfRoot(_ path: Path) -> Bool { path.folder.bytes.isEmpty || path.isInside(folder: "LICENSES") }

    private func hadLicence(_ tree: any FileTree) throws -> Bool {
        try tree.entries(in: Path("")).contains { LicenceFiles.isLicenceFile($0.name) }
    }

    /// Another licence file came or went beside it that says the same.
    private func wasRenamed(_ path: Path, _ facts: RangeFacts) throws -> Bool {
        let own = try facts.base.bytes(of: path, limit: .max) ?? facts.head.bytes(of: path, limit: .max) ?? []
        return try facts.touched.contains { other in
            guard other.path != path, isOfRoot(other.path), LicenceProject.isTerms(other.path) else { return false }
            let before = try facts.base.bytes(of: other.path, limit: .max)
            let after = try facts.head.bytes(of: other.path, limit: .max)
            guard let text = before ?? after, before == nil || after == nil else { return false }
            return LicenceProject.names(text) == LicenceProject.names(own)
        }
    }

    /// The words of a text without its copyright lines: neither a year nor a line break changes terms.
    private static func terms(_ text: [UInt8]) -> [[UInt8]] {
        text.split(separator: UInt8(ascii: "\n")).filter { CopyrightClaim(in: $0) == nil }
            .flatMap { line in line.split { " \t\r".utf8.contains($0) }.map(Array.init) }
    }

    private static func names(_ text: [UInt8]) -> String {
        let ids = Set(LicenceNotices.find(in: text[...]).map(\.id)).sorted()
        return ids.isEmpty ? "no licence that is known" : ids.prefix(4).joined(separator: ", ")
    }

    private func manifest(_ path: Path, _ facts: RangeFacts) throws -> Finding? {
        guard let before = try facts.base.bytes(of: path, limit: .max),
            let after = try facts.head.bytes(of: path, limit: .max)
        else { return nil }
        guard let old = ManifestLicences.manifest(before, path)?.licences.map(\.value), !old.isEmpty,
            let manifest = ManifestLicences.manifest(after, path)
        else { return nil }
        let found = manifest.licences
        if found.isEmpty, manifest.hasLicenceElsewhere { return nil }
        let new = try found.isEmpty ? declaredBeside(path, facts.head) : found.map(\.value)
        guard old != new, !LicenceProject.isSpelling(of: old, new) else { return nil }
        let written = (old.joined(separator: ", "), new.joined(separator: ", "))
        return Finding(
            rule: "manifest", at: Finding.Place(path: path, line: found.first?.line ?? 1),
            .declared(path, written.0, written.1),
            excerpt: Excerpt(line: "\(written.0) -> \(written.1)"), fix: .undo)
    }

    /// What other manifests of the folder say: setup.py hands over to pyproject.toml.
    private func declaredBeside(_ path: Path, _ tree: any FileTree) throws -> [String] {
        for entry in try tree.entries(in: path.folder) {
            guard entry.kind == .file, LicenceFiles.namesLicence(entry.name) else { continue }
            let other = path.folder.appending(entry.name)
            let bytes = try tree.bytes(of: other, limit: .max) ?? []
            let licences = ManifestLicences.manifest(bytes, other)?.licences.map(\.value) ?? []
            if !licences.isEmpty { return licences }
        }
        return []
    }

    /// A name that no list has became an id of the same family: `BSD`, `BSD-3-Clause`.
    private static func isSpelling(of old: [String], _ new: [String]) -> Bool {
        let families = [old, new].map { Set($0.flatMap(LicenceFiles.families)) }
        return families[0] == families[1] && old.contains { LicenceList.entry($0) == nil }
    }
}

extension Message {
    fileprivate static func replaced(_ path: Path, _ old: String, _ new: String) -> Message {
        "\(path) held \(old), and holds \(new) now"
    }

    fileprivate static func changedFile(_ path: Path) -> Message { "the words of \(path) were changed" }
    fileprivate static func addedFile(_ path: Path, _ names: String) -> Message { "\(path) was added: \(names)" }
    fileprivate static func deletedFile(_ path: Path) -> Message { "\(path) was deleted" }

    fileprivate static func declared(_ path: Path, _ old: String, _ new: String) -> Message {
        "\(path) declared the licence \(old), and declares \(new.isEmpty ? "none" : new) now"
    }

    fileprivate static let undo: Message = "undo the change, or have the holders of the copyright say that they want it"
}
