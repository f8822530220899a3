// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate
import Git
import Policy

/// Finds out from the register's own history on which day each of its events came into it.
struct RegisterHistory {
    let options: PolicyOptions
    let repository: Repository

    /// The register with the days, and why some are not known.
    func dated(_ register: ToolRegister, from sources: [PolicySource]) throws -> (ToolRegister, limitations: [String]) {
        var days: [String: [ToolEventKey: Day]] = [:]
        var limitations: [String] = []
        for source in sources where source.role == Registers.Part.tools.rawValue {
            guard let name = source.path else { continue }
            guard let place = try place(of: source) else {
                limitations.append(
                    "the register of AI tools (\(VisibleText.of(name))) has no history that could be read, so entries "
                        + "that were dated back cannot be told: keep it in a git repository, and commit it")
                continue
            }
            let (found, isWhole) = try arrivals(of: pending(in: register, file: name), at: place)
            days[name] = found
            if !isWhole {
                limitations.append(
                    "the history of \(VisibleText.of(name)) is cut off (a shallow clone), so entries that were dated "
                        + "back before that cannot be told")
            }
        }
        let dated = register.mappingEvents { tool, event in
            var event = event
            event.broughtOn = days[event.place.file]?[ToolEventKey(tool: tool, event)]
            return event
        }
        return (dated, limitations)
    }

    /// The events of one file.
    private func pending(in register: ToolRegister, file: String) -> Set<ToolEventKey> {
        var pending: Set<ToolEventKey> = []
        for tool in register.tools {
            for event in tool.events + tool.ownEvents where event.place.file == file {
                pending.insert(ToolEventKey(tool: tool.id, event))
            }
        }
        return pending
    }

    /// The day of the commit that first had each event.
    private func arrivals(
        of pending: Set<ToolEventKey>, at place: Place
    ) throws -> (days: [ToolEventKey: Day], isWhole: Bool) {
        var open = pending
        var found: [ToolEventKey: Day] = [:]
        var held: Set<ToolEventKey> = []
        var last: ObjectID?
        let isWhole = try place.repository.firstParents(of: place.commit, at: Path(place.path)) {
            version throws(GitError) in
            if version.blob != last || found.isEmpty {
                let bytes = try place.repository.bytes(of: version, limit: YAMLReader.sizeLimit)
                held = (bytes.map(ToolEventKey.all) ?? []).intersection(open)
                last = version.blob
            }
            // What an older version lacks came after it. A later commit that claims an early day proves nothing.
            for key in held { found[key] = version.day }
            open.formIntersection(held)
            return !open.isEmpty
        }
        if !isWhole { open.forEach { found[$0] = nil } }
        return (found, isWhole)
    }

    private struct Place {
        let repository: Repository
        let commit: ObjectID
        let path: String
    }

    /// Nil for a file that no commit has as it is.
    private func place(of source: PolicySource) throws -> Place? {
        guard let path = source.path else { return nil }
        if let commit = source.commit { return Place(repository: repository, commit: commit, path: path) }
        let loading = RegisterLoading(options: options, repository: repository)
        guard case .disk(let folder)? = try loading.centralFolder() else { return nil }
        return try committed("\(folder)/\(path)", digest: source.sha256)
    }

    /// The file in the repository that it lies in, where HEAD has the same bytes.
    private func committed(_ file: String, digest: String?) throws -> Place? {
        let url = URL(filePath: file).resolvingSymlinksInPath()
        let found: Repository
        do { found = try Repository(at: url.deletingLastPathComponent().path) } catch { return nil }
        guard let root = found.workingFolder, let head = try found.headCommit() else { return nil }
        let base = URL(filePath: root).resolvingSymlinksInPath().path
        let prefix = base.hasSuffix("/") ? base : base + "/"
        guard url.path.hasPrefix(prefix) else { return nil }
        let path = String(url.path.dropFirst(prefix.count))
        guard let bytes = try TreeFiles(found, commit: head).bytes(of: Path(path), limit: YAMLReader.sizeLimit),
            Fingerprint.sha256(bytes) == digest
        else { return nil }
        return Place(repository: found, commit: head, path: path)
    }
}
