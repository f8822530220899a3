// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import FoundationEssentials
import Gate
import Git
import Policy

/// Finds the bytes of the registers that a run is judged by: the organisation's, and the repository's from the commit
/// before the change.
struct RegisterLoading {
    let options: PolicyOptions
    let repository: Repository

    /// `commit`: whose `.aigate/` is the repository's; nil: there is nothing before the change. Throws `Stop` and
    /// `GitError`.
    func files(at commit: ObjectID?) throws -> RegisterFiles {
        let central = try centralFiles()
        var files = RegisterFiles(central: central ?? [], hasCentral: central != nil)
        if let commit {
            let own = RegisterFolder.tree(try TreeFiles(repository, commit: commit), PolicyLoading.folder, commit)
            files.own = try own.files()
        }
        if let path = options.people { try givePeople(path, to: &files) }
        if let folder = options.tasks {
            let given = try RegisterFolder.disk(folder).tasks(in: "", areGiven: true)
            files.central.removeAll { $0.part == .tasks }
            files.own.removeAll { $0.part == .tasks }
            files.central += given
            if given.isEmpty {
                throw Stop(ExitCode.usage, "--tasks: \(VisibleText.of(folder)) holds no task; name its files ID.yml")
            }
        }
        return files
    }

    /// What the pipeline gives stands for what the repository has.
    private func givePeople(_ path: String, to files: inout RegisterFiles) throws {
        files.central.removeAll { $0.part == .people }
        files.own.removeAll { $0.part == .people }
        let bytes = try read(path, limit: YAMLReader.sizeLimit)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let source = PolicySource(
            role: Registers.Part.people.rawValue, kind: .file, path: name, sha256: Fingerprint.sha256(bytes))
        files.central.append(RegisterFile(.people, name: name, bytes: bytes, source: source, isGiven: true))
    }

    /// A folder, `REVISION:FOLDER` or a revision of this repository; without one, where the organisation's policy is.
    func centralFolder() throws -> RegisterFolder? {
        if let name = options.registers { return try folder(name) }
        guard let policy = options.organisation else { return nil }
        let slash = policy.lastIndex { $0 == "/" || $0 == ":" }
        let beside = slash.map { String(policy[..<(policy[$0] == ":" ? policy.index(after: $0) : $0)]) } ?? "."
        return try folder(beside.isEmpty ? "/" : beside)
    }

    /// Beside the organisation's policy a folder `tasks` may be anybody's.
    private func centralFiles() throws -> [RegisterFile]? {
        guard let folder = try centralFolder() else { return nil }
        guard let name = options.registers else {
            let files = try folder.registers()
            return files.isEmpty ? nil : files
        }
        let files = try folder.files()
        guard files.isEmpty else { return files }
        throw Stop(
            ExitCode.usage, "--registers: \(VisibleText.of(name)) holds no register",
            "it may hold tools.yml, data.yml, people.yml, controls.yml and tasks/")
    }

    private func folder(_ name: String) throws -> RegisterFolder {
        if isFolder(name) { return .disk(name) }
        let colon = name.firstIndex(of: ":")
        let commit: ObjectID
        do throws(GitError) {
            commit = try repository.commitID(of: String(name[..<(colon ?? name.endIndex)]))
        } catch {
            throw Stop(
                ExitCode.usage,
                "--registers: \(VisibleText.of(name)) is neither a folder nor a revision of this repository",
                "\(error)")
        }
        let path = colon.map { String(name[name.index(after: $0)...]) } ?? ""
        return .tree(try TreeFiles(repository, commit: commit), path, commit)
    }

    private func isFolder(_ path: String) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
    }
}

/// A folder that may hold registers.
enum RegisterFolder {
    case disk(String)
    /// A folder of a commit's tree; the empty path is its root.
    case tree(TreeFiles, String, ObjectID)

    func files() throws -> [RegisterFile] { try registers() + tasks(in: Registers.Part.tasks.rawValue) }

    /// Those that are one file.
    func registers() throws -> [RegisterFile] {
        try Registers.Part.allCases.filter { $0 != .tasks }.compactMap { part in
            try file(part, part.rawValue + ".yml", part.rawValue + ".yml")
        }
    }

    /// `ID.yml` each, by name. Other files in the folder are the writer's own business. Throws for what was most likely
    /// meant as a task and is none.
    func tasks(in folder: String, areGiven: Bool = false) throws -> [RegisterFile] {
        try names(in: folder).filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if name.hasSuffix(".yaml") {
                throw ConfigErrors(
                    ConfigError(file: path, line: nil, reason: "a task's file is named ID.yml: rename it"))
            }
            guard name.hasSuffix(".yml") else { return nil }
            guard let file = try file(.tasks, name, path, isGiven: areGiven) else {
                throw ConfigErrors(
                    ConfigError(file: path, line: nil, reason: "no file has this name in UTF-8: rename it to ID.yml"))
            }
            return file
        }
    }

    /// `path`: below this folder.
    private func file(
        _ part: Registers.Part, _ name: String, _ path: String, isGiven: Bool = false
    ) throws -> RegisterFile? {
        switch self {
        case .disk(let folder):
            let full = "\(folder)/\(path)"
            guard exists(full) else { return nil }
            let bytes = try read(full, limit: YAMLReader.sizeLimit)
            let source = PolicySource(role: part.rawValue, kind: .file, path: path, sha256: Fingerprint.sha256(bytes))
            return RegisterFile(part, name: name, bytes: bytes, source: source, isGiven: isGiven)
        case .tree(let tree, let folder, let commit):
            let full = folder.isEmpty ? path : "\(folder)/\(path)"
            guard let bytes = try tree.file(Path(full), limit: YAMLReader.sizeLimit) else { return nil }
            let source = PolicySource(
                role: part.rawValue, kind: .commit, path: full, commit: commit, sha256: Fingerprint.sha256(bytes))
            return RegisterFile(part, name: name, bytes: bytes, source: source)
        }
    }

    private func names(in folder: String) throws -> [String] {
        switch self {
        case .disk(let root):
            let path = folder.isEmpty ? root : "\(root)/\(folder)"
            guard exists(path) || folder.isEmpty else { return [] }
            do { return try FileManager.default.contentsOfDirectory(atPath: path) } catch {
                throw Stop(ExitCode.usage, "cannot list \(VisibleText.of(path))")
            }
        case .tree(let tree, let root, _):
            let path = root.isEmpty || folder.isEmpty ? root + folder : "\(root)/\(folder)"
            if !path.isEmpty, try tree.blob(Path(path)) != nil {
                throw ConfigErrors(
                    ConfigError(file: path, line: nil, reason: "is no folder: tasks are files in it, ID.yml each"))
            }
            return try tree.names(in: path).map { String(decoding: $0.bytes, as: UTF8.self) }
        }
    }
}
