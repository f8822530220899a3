// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What the registers say of one tool and one class of data.
package struct DataAccess: Sendable {
    /// A record that the tool's entry has to name.
    package enum Reference: String, Sendable {
        case controls
        case legalBasis = "legal-basis"
    }

    /// From the loosest to the strictest.
    package enum Answer: Hashable, Sendable {
        case permitted
        /// Allowed where a review is shown.
        case withReview
        case missing(Reference)
        /// The tool's entry lists classes, and not this one; the day on which it does not.
        case notListed(Day)
        case prohibited

        package var isPermitted: Bool { self == .permitted || self == .withReview }

        fileprivate var strictness: Int {
            switch self {
            case .permitted: 0
            case .withReview: 1
            case .missing(.controls): 2
            case .missing(.legalBasis): 3
            case .notListed: 4
            case .prohibited: 5
            }
        }
    }

    package let entry: DataClassification.Entry
    package let deployment: Deployment
    /// The cell that counts for the tool, and who says so.
    package let cell: DataCell
    package let answer: Answer
}

extension Registers {
    /// Ids of the classes that a path holds; nil where nobody keeps a register of data.
    package func dataClasses(of path: Path) -> [String]? {
        data?.classification(of: path).entries.map(\.dataClass.id)
    }

    /// The stricter answer where a path has two classes; nil where nobody keeps a register of data. A tool without an
    /// entry counts as one with a provider outside.
    package func access(of tool: String, to classification: DataClassification, on days: JudgedDays) -> DataAccess? {
        guard let data else { return nil }
        let registered = tools?.tool(tool)
        let answers = classification.entries.map { data.access(of: registered, to: $0, on: days) }
        return answers.max { $0.answer.strictness < $1.answer.strictness }
    }

    /// What a commit of these files needs, whatever else asks for a review; nil where the data asks for nothing.
    package func askedReview(of files: [ChangedFile], by tools: [String]) -> ReviewLevel? {
        guard let data else { return nil }
        let asks = files.contains { file in
            [file.path, file.oldPath].compactMap(\.self).contains { path in
                let classification = data.classification(of: path)
                return (tools.isEmpty ? [AITool.unknown] : tools).contains { tool in
                    let registered = self.tools?.tool(tool)
                    return classification.entries.contains {
                        data.cell(of: $0.dataClass, for: registered).permission >= .withReview
                    }
                }
            }
        }
        return asks ? .signed : nil
    }
}

extension DataRegister {
    /// The cell that counts for a tool: its own where its entry has one.
    package func cell(of dataClass: DataClass, for tool: RegisteredTool?) -> DataCell {
        let general = dataClass.cell(tool?.deployment ?? .external)
        guard let tool, let own = tool.matrix[dataClass.id] else { return general }
        guard !toolsOnlyTighten || own >= general.permission else { return general }
        return DataCell(own, .written(tool.place))
    }

    fileprivate func access(
        of tool: RegisteredTool?, to entry: DataClassification.Entry, on days: JudgedDays
    ) -> DataAccess {
        let cell = cell(of: entry.dataClass, for: tool)
        return DataAccess(
            entry: entry, deployment: tool?.deployment ?? .external, cell: cell,
            answer: answer(cell.permission, entry.dataClass.id, tool, days))
    }

    private func answer(
        _ permission: Permission, _ dataClass: String, _ tool: RegisteredTool?, _ days: JudgedDays
    ) -> DataAccess.Answer {
        if permission == .prohibited { return .prohibited }
        if let tool, let day = days.all.first(where: { !tool.lists(dataClass, on: $0) }) { return .notListed(day) }
        if permission >= .withLegalBasis, tool?.legalBasis == nil { return .missing(.legalBasis) }
        if permission >= .withControls, tool?.controls == nil { return .missing(.controls) }
        return permission >= .withReview ? .withReview : .permitted
    }
}

extension RegisteredTool {
    /// Whether its entry lets it see the class on that day, as far as it lists any.
    fileprivate func lists(_ dataClass: String, on day: Day) -> Bool {
        dataClasses(on: day).map { $0.contains(dataClass) } ?? true
    }
}

extension CommitChange {
    /// Files that no pattern of the register of data names, where AI took part.
    var unclassified: Int {
        guard provenance.ai.isMarked, let data = registers.data else { return 0 }
        return files.count { data.classification(of: $0.path).isByDefault }
    }
}
