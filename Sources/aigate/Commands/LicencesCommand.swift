// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Gate
import Git
import Licences

/// `aigate licences`
struct LicencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licences",
        abstract: "List what each file of a revision says of its licence.",
        discussion: """
            As REUSE 3.3 reads it: tags in the file, NAME.license beside it, REUSE.toml and .reuse/dep5 above it. A \
            file is 'complete' with a licence and a copyright notice, else 'no-licence', 'no-copyright' or 'nothing'; \
            'invalid' where a tag is no SPDX expression.

              aigate licences
              aigate licences src/client.py --revision v1.0

            Exit codes: 0 listed, whatever is missing; 2 a mistake in the command line; 3 something cannot be read.
            """)

    @Argument(help: ArgumentHelp("Files, or folders, from the repository's root. Default: all.", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("Where to look.", valueName: "revision"))
    var revision = "HEAD"

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    func run() throws {
        let files: [ListedFile]
        do { files = try list() } catch let error as ReuseTableError {
            let place = error.path.visible + (error.line.map { ": line \($0)" } ?? "")
            throw Stop(ExitCode.incomplete, "\(place): \(VisibleText.of(error.reason))")
        } catch let error as GitError {
            throw Stop(error.kind == .unknownRevision ? ExitCode.usage : ExitCode.incomplete, error.description)
        }
        switch format {
        case .text: Console.out(Outgoing.masked(LicencesCommand.text(files)))
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            Console.out(Outgoing.masked(String(decoding: try encoder.encode(files), as: UTF8.self)))
        }
    }

    private func list() throws -> [ListedFile] {
        let repository = try Repository(at: repository)
        let tree = try TreeFiles(repository, commit: try repository.commitID(of: revision))
        let project = ReuseProject(tree)
        return try CoveredFile.paths(in: tree).filter(isWanted).compactMap { path in
            guard let bytes = try (tree as any FileTree).bytes(of: path, limit: .max), !bytes.isEmpty else {
                return nil
            }
            return ListedFile(path, try project.licensing(of: path, content: bytes))
        }
    }

    private func isWanted(_ path: Path) -> Bool {
        paths.isEmpty
            || paths.contains { wanted in
                path.isInside(folder: wanted.hasSuffix("/") ? String(wanted.dropLast()) : wanted)
            }
    }

    private static func text(_ files: [ListedFile]) -> String {
        let lines = files.map { file in
            let padding = String(repeating: " ", count: 14 - file.state.rawValue.count)
            let licences = file.licences.map(\.value).joined(separator: ", ")
            return file.state.rawValue + padding + file.path + (licences.isEmpty ? "" : "  " + licences)
        }
        let complete = files.count { $0.state == .complete }
        return (lines + ["\(files.count) files, of which \(complete) say their licence and copyright"]).joined(
            separator: "\n")
    }
}

/// What is said of one file, safe to show.
private struct ListedFile: Encodable {
    enum State: String, Encodable {
        case complete
        case invalid
        case noLicence = "no-licence"
        case noCopyright = "no-copyright"
        case nothing
    }

    /// An expression, and where it stands.
    struct Licence: Encodable {
        let value: String
        let isExpression: Bool
        let path: String
        let line: Int
    }

    let path: String
    let state: State
    let licences: [Licence]
    let copyright: [String]

    init(_ path: Path, _ licensing: Licensing) {
        self.path = path.visible
        licences = licensing.licences.map { statement in
            Licence(
                value: Excerpt(line: statement.value).text, isExpression: statement.expression != nil,
                path: statement.path.visible,
                line: statement.line)
        }
        copyright = licensing.notices.map { Excerpt(line: $0.value).text }
        switch (licences.isEmpty, copyright.isEmpty) {
        case (true, true): state = .nothing
        case (true, false): state = .noLicence
        case (false, true): state = .noCopyright
        case (false, false): state = licences.allSatisfy(\.isExpression) ? .complete : .invalid
        }
    }
}
