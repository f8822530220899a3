// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A changed file by which the project judges itself, with the lines that went and the lines that came.
struct GateFile {
    let file: ChangedFile
    let change: TextChange
    /// Nil: a file of the build.
    let kind: GateFiles.Kind?
    let removed: [UInt8]

    /// The files of a commit that lose something: lines, or by a filter that is added the changes that they start on.
    static func losing(in change: CommitChange) throws -> [GateFile] {
        guard !change.commit.isMerge else { return [] }
        return try change.files.compactMap { file in
            let mayStartLess = file.status == .modified && GateFiles.isGitHub(file.path)
            guard file.removedLines > 0 || mayStartLess, case .text(let text) = file.content else { return nil }
            let kind = GateFiles.kind(of: file.oldPath ?? file.path)
            guard kind == .pipeline || kind == .hooks || kind == .rules || GateFiles.isBuild(file.path) else {
                return nil
            }
            return GateFile(
                file: file, change: text, kind: kind, removed: RemovedLines.of(text, in: try change.texts.old(file)))
        }
    }

    var isPipeline: Bool { kind == .pipeline || kind == .hooks }

    /// Whether commands of the project's checks stand in a file.
    static func runs(_ path: Path) -> Bool {
        let kind = GateFiles.kind(of: path)
        return kind == .pipeline || kind == .hooks || GateFiles.isBuild(path)
    }

    var addedLines: [AddedLine] {
        var lines: [AddedLine] = []
        for line in TextLines(change.addedText) { lines.append(AddedLine(offset: line.startIndex, bytes: line)) }
        return lines
    }

    /// `line`: where it is an added one; `index`: of the change.
    func weakening(_ rule: CIWeakening.Rule, at line: AddedLine, _ index: LineIndex) -> CIWeakening {
        CIWeakening(rule: rule, file: file, line: index.position(at: line.offset).line, text: line.bytes)
    }

    /// Of a line that is gone.
    func weakening(_ rule: CIWeakening.Rule, without line: ArraySlice<UInt8>) -> CIWeakening {
        CIWeakening(rule: rule, file: file, line: 1, text: line)
    }
}
