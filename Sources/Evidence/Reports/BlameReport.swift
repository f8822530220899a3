// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Line by line: whether AI wrote it, with which tool, how it was reviewed, and the verdict on its commit.
package struct BlameReport {
    package static let schema = "urn:aigate:schema:blame:v1"

    struct Line {
        let number: Int
        let text: Excerpt
        let commit: ObjectID
        /// Nil: the commit was not judged.
        let status: LineStatus?
        /// Ids in the catalogue.
        let tools: [String]
        let model: String?
    }

    private let path: Path
    private let revision: ObjectID
    private let judgement: Judgement
    private let records: [ObjectID: CommitRecord]
    private let verdicts: [ObjectID: Verdict]
    private let lines: [Line]

    /// `text`: the file at the revision; `blamed`: its lines that are to be shown; `judgement`: of their commits.
    package init(path: Path, revision: ObjectID, text: [UInt8], blamed: [BlamedLines], judgement: Judgement) {
        self.path = path
        self.revision = revision
        self.judgement = judgement
        let records = Dictionary(judgement.commits.map { ($0.id, $0) }) { first, _ in first }
        self.records = records
        verdicts = records.compactMapValues { judgement.verdict(on: $0.id) }
        let source = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines = blamed.flatMap { run in
            let record = records[run.commit]
            return (0..<run.count).compactMap { offset -> Line? in
                let number = run.first + offset
                guard number <= source.count else { return nil }
                let claimant = record?.lines?.claimant(of: run.original + offset, in: run.path)
                return BlameReport.line(number, source[number - 1], run.commit, record, claimant)
            }
        }
    }

    private static func line(
        _ number: Int, _ bytes: ArraySlice<UInt8>, _ commit: ObjectID, _ record: CommitRecord?,
        _ claimant: LineClaims.Claimant?
    ) -> Line {
        let status = record?.ai.status(of: claimant)
        var tools: [String] = []
        var model: String?
        if case .ai(let tool, let claimed) = claimant {
            tools = [tool]
            model = claimed
        } else if status == .aiCommitLevel {
            tools = record?.ai.tools.map(\.id) ?? []
        }
        let shown = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        return Line(
            number: number, text: Excerpt(line: shown), commit: commit, status: status, tools: tools, model: model)
    }

    private func count(_ status: LineStatus?) -> Int { lines.count { $0.status == status } }

    /// In the order in which they first appear.
    private var commits: [ObjectID] {
        var seen: Set<ObjectID> = []
        return lines.map(\.commit).filter { seen.insert($0).inserted }
    }
}

// MARK: - For a person

extension BlameReport {
    /// Columns: commit, status, tools, review, verdict, number of the line, line.
    package func text(color: Bool = false) -> [UInt8] {
        let style = Style(isOn: color)
        let rows = lines.map { line in
            [
                line.commit.short, line.status?.rawValue ?? "not-judged",
                line.tools.isEmpty ? "-" : line.tools.joined(separator: ","),
                records[line.commit]?.review.level.code ?? "-", verdicts[line.commit]?.rawValue ?? "-",
                String(line.number),
            ]
        }
        let widths = (0..<6).map { column in rows.map { $0[column].count }.max() ?? 0 }
        var text = ""
        for (row, line) in zip(rows, lines) {
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                let shown =
                    BlameReport.role(of: column, line.status, verdicts[line.commit]).map { style.of($0, cell) } ?? cell
                text += (column == 5 ? padding + shown : shown + padding) + (column == 5 ? "  " : " ")
            }
            text += TerminalText.of(line.text.text) + "\n"
        }
        text += summary + "\n"
        return Array(text.utf8)
    }

    private static func role(of column: Int, _ status: LineStatus?, _ verdict: Verdict?) -> Style.Role? {
        switch column {
        case 0: .name
        case 1 where status == .ai || status == .aiCommitLevel: .warning
        case 4: verdict.map { $0 == .pass ? .success : .failure }
        case 5: .quiet
        default: nil
        }
    }

    private var summary: String {
        let parts =
            LineStatus.allCases.map { "\(count($0)) \($0.rawValue)" }
            + (count(nil) > 0 ? ["\(count(nil)) not judged"] : [])
        let failing = commits.count { verdicts[$0] == .fail }
        return TerminalText.of(
            "aigate: \(path.visible) at \(revision.short): \(counted(lines.count, "line")): \(parts.joined(separator: ", ")); "
                + "\(counted(commits.count, "commit")), \(failing) failing")
    }
}

// MARK: - For a program

extension BlameReport {
    /// Sorted keys, LF; each commit and each line on a line of its own.
    package func json() -> [UInt8] {
        var json = JSONWriter(expected: lines.count * 200)
        json.object {
            $0.lines("commits", commits, commit)
            $0.field("limitations", judgement.limitations)
            $0.lines("lines", lines) {
                $0.field("commit", $1.commit.hex)
                $0.field("line", $1.number)
                $0.field("model", $1.model.map(outside))
                $0.field("status", $1.status?.rawValue)
                $0.field("text", $1.text.text)
                $0.field("tools", $1.tools)
            }
            $0.field("path", path.visible)
            $0.field("pathBytes", path.hexWhenEscaped)
            $0.field("revision", revision.hex)
            $0.field("schema", BlameReport.schema)
            $0.object("summary") {
                $0.field("ai", count(.ai))
                $0.field("aiCommitLevel", count(.aiCommitLevel))
                $0.field("declaredHuman", count(.declaredHuman))
                $0.field("lines", lines.count)
                $0.field("notJudged", count(nil))
                $0.field("unattributed", count(.unattributed))
            }
        }
        json.newLine()
        return json.bytes
    }

    private func commit(_ json: inout JSONWriter, _ id: ObjectID) {
        let record = records[id]
        let rules = judgement.findings.filter { $0.commit == id && $0.isOpen && $0.level == .block }.map(\.rule)
        json.field("ai", record?.ai.state.rawValue)
        json.field("blocking", Array(Set(rules)).sorted())
        json.field("commit", id.hex)
        json.field("review", record?.review.level.code)
        json.field("reviewResult", record?.review.result.rawValue)
        json.field("tools", record?.ai.tools.map(\.id) ?? [])
        json.field("verdict", verdicts[id]?.rawValue)
    }
}
