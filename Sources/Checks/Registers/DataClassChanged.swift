// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A range that changes what the register of data says of a path.
struct DataClassChanged: RangeCheck {
    static let about = About(
        id: "data-class-changed",
        title: "A path's class of data changed",
        why: """
            A change is judged by the register of its base, so it opens nothing for itself; but a path that leaves its \
            class, by a new pattern or by a new name, is open to every later change. Files that a range renames are held \
            against both names, and where it changes .aigate/data.yml every file of its head against both registers. What \
            becomes weaker warns; a change of class that opens nothing is recorded.
            """,
        fix: "Have the owner of the data agree, and record that: Reviewed-by: NAME <EMAIL>.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("renamed", "A file got a name of a weaker class"),
            About.Rule("weakened", "The register gives paths a class that more tools may see"),
            About.Rule("reclassified", "The register gives paths another class, and opens nothing"),
            About.Rule("matrix", "A cell of the matrix was loosened"),
            About.Rule("removed", "The register is gone"),
            About.Rule("not-compared", "The new register cannot be read, or there are too many files"),
        ],
        examples: [
            Example(
                "paths that leave their class",
                before: [(".aigate/data.yml", sample), ("customers/ann.csv", "id,plan\n")],
                files: [
                    (
                        ".aigate/data.yml",
                        "version: 1\npaths:\n  - {match: [customers/], class: internal} 1️⃣\n"
                    )
                ], registers: [("data.yml", sample)]),
            Example(
                "a cell that opens",
                before: [(".aigate/data.yml", sample)],
                files: [(".aigate/data.yml", "version: 1\nmatrix:\n  personal: {external: with-controls} 1️⃣\n")],
                registers: [("data.yml", sample)]),
            Example(
                "a register that nobody can read", before: [(".aigate/data.yml", sample)],
                files: [(".aigate/data.yml", "version: 1 1️⃣\npahts: []\n")], registers: [("data.yml", sample)]),
        ],
        clean: [
            Example(
                "paths that nobody has yet", before: [(".aigate/data.yml", sample)],
                files: [
                    (
                        ".aigate/data.yml",
                        sample + "  - {match: [salaries/], class: personal}\n"
                    )
                ], registers: [("data.yml", sample)]),
            Example("another file", files: [("src/a.c", "int a;\n")], registers: [("data.yml", sample)]),
        ],
        since: "0.1.0")

    private static let sample = "version: 1\npaths:\n  - {match: [customers/], class: personal}\n"

    static let register: Registers.Part? = .data
    private static let file = Path(Registers.Part.data.path)
    /// Files of the head that are held against both registers.
    private static let fileLimit = 200_000

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] {
        guard let data = change.registers.data else { return [] }
        return change.files.compactMap { file in
            guard let old = file.oldPath else { return nil }
            return data.classification(of: file.path).isWeaker(than: data.classification(of: old)) ? file.path : nil
        }
    }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        guard let data = facts.registers.data else { return [] }
        let renamed = facts.touched.compactMap { touch in touch.oldPath.map { renaming(touch.path, $0, data) } }
        switch facts.dataAfter {
        case .same: return renamed
        case .unreadable(let reason): return renamed + [register("not-compared", .unreadable(reason))]
        case .changed(nil): return renamed + [register("removed", .removed)]
        case .changed(.some(let after)):
            return try renamed + cells(data, after) + classes(data, after, facts.head)
        }
    }

    private func renaming(_ path: Path, _ old: Path, _ data: DataRegister) -> Finding {
        let (before, after) = (data.classification(of: old), data.classification(of: path))
        return Finding(
            rule: "renamed", at: Finding.Place(path: path, line: 1), .renamed(path, old, before.name, after.name),
            excerpt: Excerpt(line: "\(before.name) \(after.name)"), fix: .keepClass)
    }

    private func register(_ rule: String, _ message: Message, line: Int = 1, key: String = "", _ level: Level = .warn)
        -> Finding
    {
        Finding(
            rule: rule, at: Finding.Place(path: DataClassChanged.file, line: line), message,
            excerpt: Excerpt(line: key.isEmpty ? rule : key), fix: .haveAgreed, defaultLevel: level)
    }

    private func cells(_ before: DataRegister, _ after: DataRegister) -> [Finding] {
        before.classes.flatMap { old -> [Finding] in
            guard let new = after.dataClass(old.id) else { return [] }
            return Deployment.allCases.compactMap { deployment in
                let (from, to) = (old.cell(deployment), new.cell(deployment))
                guard to.permission < from.permission else { return nil }
                return register(
                    "matrix", .loosened(old.id, deployment, from.permission, to.permission), line: line(of: to.source),
                    key: "\(old.id) \(deployment.rawValue) \(to.permission.rawValue)")
            }
        }
    }

    /// One finding for each pair of classes.
    private func classes(_ before: DataRegister, _ after: DataRegister, _ tree: any FileTree) throws -> [Finding] {
        var moves: [DataMove.Pair: DataMove] = [:]
        let isComplete = try TreePaths.each(in: tree, limit: DataClassChanged.fileLimit) { path in
            let (old, new) = (before.classification(of: path), after.classification(of: path))
            guard old.name != new.name else { return }
            let pair = DataMove.Pair(from: old.name, to: new.name, isWeaker: new.isWeaker(than: old))
            moves[pair, default: DataMove(place: new.entries.last?.place)].add(path)
        }
        var findings = moves.sorted { $0.key < $1.key }.map { pair, move in
            register(
                pair.isWeaker ? "weakened" : "reclassified", .moved(pair.from, pair.to, move.files),
                line: line(of: move.place.map(DataCell.Source.written) ?? .preset(after.preset)),
                key: "\(pair.from) \(pair.to)", pair.isWeaker ? .warn : .monitor)
        }
        if !isComplete { findings.append(register("not-compared", .tooMany(DataClassChanged.fileLimit))) }
        return findings
    }

    /// In the repository's own file.
    private func line(of source: DataCell.Source) -> Int {
        guard case .written(let place) = source, place.file == Registers.Part.data.path else { return 1 }
        return place.line
    }
}

/// Files that go from one class to another.
private struct DataMove {
    struct Pair: Hashable, Comparable {
        let from: String
        let to: String
        let isWeaker: Bool

        static func < (left: Pair, right: Pair) -> Bool { (left.from, left.to) < (right.from, right.to) }
    }

    let place: RegisterPlace?
    private var count = 0
    private var first: [Path] = []

    init(place: RegisterPlace?) {
        self.place = place
    }

    mutating func add(_ path: Path) {
        count += 1
        if first.count < 3 { first.append(path) }
    }

    var files: Message {
        let names = first.dropFirst().reduce("\(first[0])" as Message) { "\($0), \($1)" }
        return count > first.count ? "\(names) and \(count - first.count) more" : names
    }
}

extension Message {
    fileprivate static func renamed(_ path: Path, _ old: Path, _ before: String, _ after: String) -> Message {
        "\(path) was \(old): its class of data goes from \(before) to \(after), which more tools may see"
    }

    fileprivate static func loosened(
        _ id: String, _ deployment: Deployment, _ from: Permission, _ to: Permission
    ) -> Message {
        "the matrix lets \(deployment.rawValue) tools see class \(id) from now on: \(to.rawValue), before \(from.rawValue)"
    }

    fileprivate static func moved(_ from: String, _ to: String, _ files: Message) -> Message {
        "from now on \(files) count as \(to), before as \(from)"
    }

    fileprivate static func unreadable(_ reason: String) -> Message {
        "the register of data cannot be read as this change leaves it, and the next run will refuse it: \(reason)"
    }

    fileprivate static func tooMany(_ limit: Int) -> Message {
        "only the first \(limit) files were held against both registers"
    }

    fileprivate static let removed: Message =
        "the register of data is gone: no later change is judged by the classes of its paths"
    fileprivate static let keepClass: Message =
        "give the file a name of its class, or add its new name to data.yml and have the owner of the data agree"
    fileprivate static let haveAgreed: Message =
        "have the owner of the data agree, and record it: Reviewed-by: NAME <EMAIL> in the trailer block"
}
