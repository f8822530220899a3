// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The written tasks that commits are judged against, `tasks/ID.yml`.
package struct TaskRegister: Sendable {
    /// By id.
    package let tasks: [WrittenTask]
    /// By id in lower case: trackers do not tell the two apart.
    private let byID: [String: Int]

    package init(_ tasks: [WrittenTask]) {
        self.tasks = tasks.sorted { $0.id < $1.id }
        byID = Dictionary(self.tasks.enumerated().map { ($1.id.lowercased(), $0) }) { first, _ in first }
    }

    package func task(_ id: String) -> WrittenTask? { byID[id.lowercased()].map { tasks[$0] } }

    /// It holds pseudonyms of requesters.
    package var hasPseudonyms: Bool { tasks.contains { $0.requestedBy.map(isPseudonym) ?? false } }

    /// Scanners whose report some task asks for, sorted.
    package var scans: [String] { Set(tasks.flatMap(\.shown.scans)).sorted() }
}

/// What an AI run was asked to do. Empty lists ask for nothing.
package struct WrittenTask: Sendable {
    package let id: String
    package var title = ""
    /// A mailbox as `Identity.key` has it, `@login`, or the pseudonym of either.
    package var requestedBy: String?
    /// Ids of the tools that may take part.
    package var tools: [String] = []
    /// Paths that may change, and that must not.
    package var paths: [PathPattern] = []
    package var keepOut: [PathPattern] = []
    /// Ids of the data classes that may be touched.
    package var dataClasses: [String] = []
    package var shown = Shown()
    /// The last day on which it counts.
    package var expires: Day?
    /// Of the file's bytes, lower-case hexadecimal.
    package let sha256: String
    package let place: RegisterPlace

    /// What must be shown before the task is done.
    package struct Shown: Sendable {
        /// A test changes along.
        package var tests = false
        /// Ids of checks that find nothing that warns or blocks.
        package var checks: [String] = []
        /// Scanners, by the name of their driver in SARIF, that flag no line of the run.
        package var scans: [String] = []

        package init() {}
    }

    /// Where a path stands towards the task.
    package enum Scope: Sendable {
        case inside, outside, forbidden
    }

    package init(id: String, sha256: String, place: RegisterPlace) {
        self.id = id
        self.sha256 = sha256
        self.place = place
    }

    package func scope(of path: Path) -> Scope {
        if keepOut.contains(where: { $0.matches(path) }) { return .forbidden }
        return paths.isEmpty || paths.contains { $0.matches(path) } ? .inside : .outside
    }

    package func isOpen(on day: Day) -> Bool { expires.map { day <= $0 } ?? true }
}

/// Where a commit names a task.
package struct TaskReference: Hashable, Sendable {
    package enum Source: String, Sendable {
        case trailer, message, branch
    }

    /// As the register has it, where the register has it; else as written.
    package let id: String
    package let source: Source
    /// Of the message, from 1; nil for a branch.
    package let line: Int?
    /// The range brings the task's file, and the register before it has no such task.
    package let comesAlong: Bool

    package init(id: String, source: Source, line: Int? = nil, comesAlong: Bool = false) {
        self.id = id
        self.source = source
        self.line = line
        self.comesAlong = comesAlong
    }

    /// Where a repository keeps its tasks.
    package static let folder = Path(".aigate/tasks")

    /// The id that a file of the folder is named by, in lower case; nil for one of another kind.
    package static func id(ofFile name: some Collection<UInt8>) -> String? {
        let name = String(decoding: name, as: UTF8.self).lowercased()
        return name.hasSuffix(".yml") ? String(name.dropLast(4)) : nil
    }
}
