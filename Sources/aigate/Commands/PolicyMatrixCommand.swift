// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Gate
import Policy

extension PolicyCommand {
    /// `aigate policy matrix`
    struct Matrix: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "matrix",
            abstract: "Print which kind of tool may see which class of data, and who says so.",
            discussion: """
                The register of data at HEAD (or --policy-from, --registers); where there is none, the matrix of the \
                preset iso27001, by which nothing is judged until .aigate/data.yml is there. The least that it can say \
                is 'version: 1'.

                Each word asks for all that the ones before it ask for: permitted; with-review: a review that more than \
                a trailer shows (R2); with-controls: and the record of the controls in the tool's entry; \
                with-legal-basis: and that of the legal basis; prohibited.
                """)

        @OptionGroup var policy: PolicyOptions

        @Option(help: "table or json.")
        var format: Format = .table

        @Option(
            help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
        var repository: String?

        enum Format: String, CaseIterable, ExpressibleByArgument {
            case table, json
        }

        func run() throws {
            let registers = try explaining { try CurrentPolicy(options: policy, folder: repository).set().registers }
            let data = try registers.data ?? Matrix.preset()
            if registers.data == nil {
                Console.err("there is no .aigate/data.yml: nothing is judged by this matrix, the preset's own")
            }
            let matrix = ShownMatrix(data, registers.tools)
            switch format {
            case .table: for line in matrix.table { Console.out(Outgoing.masked(line)) }
            case .json:
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
                Console.out(Outgoing.masked(String(decoding: try encoder.encode(matrix), as: UTF8.self)))
            }
        }

        /// What holds of itself.
        private static func preset() throws -> DataRegister {
            let source = PolicySource(role: "data", kind: .builtIn)
            let file = RegisterFile(.data, name: "data.yml", bytes: Array("version: 1\n".utf8), source: source)
            guard let data = try RegistersReader(today: Clock.now.day).data(RegisterFiles(own: [file])) else {
                throw Stop(ExitCode.failed, "the preset cannot be read")
            }
            return data
        }
    }
}

/// The matrix in force, safe to show.
private struct ShownMatrix: Encodable {
    struct Cell: Encodable {
        let permission: String
        let source: String

        init(_ cell: DataCell) {
            permission = cell.permission.rawValue
            source = VisibleText.of(cell.source.description)
        }
    }

    struct Class: Encodable {
        let id: String
        let title: String
        let contract: String?
        let external: Cell
        let selfHosted: Cell
    }

    /// A cell that a tool has differently.
    struct Exception: Encodable {
        let tool: String
        let dataClass: String
        let cell: Cell
    }

    let schema = "urn:aigate:schema:data-matrix:v1"
    let preset: String
    let defaultClass: String
    let classes: [Class]
    let exceptions: [Exception]
    let limitations: [String]

    init(_ data: DataRegister, _ tools: ToolRegister?) {
        preset = data.preset.rawValue
        defaultClass = data.defaultClass.id
        classes = data.classes.map { entry in
            Class(
                id: entry.id, title: VisibleText.of(entry.title), contract: entry.contract.map { VisibleText.of($0) },
                external: Cell(entry.external), selfHosted: Cell(entry.selfHosted))
        }
        exceptions = (tools?.tools ?? []).flatMap { tool in
            data.classes.compactMap { dataClass in
                let cell = data.cell(of: dataClass, for: tool)
                guard cell != dataClass.cell(tool.deployment) else { return nil }
                return Exception(tool: VisibleText.of(tool.id), dataClass: dataClass.id, cell: Cell(cell))
            }
        }
        limitations = data.limitations.map { VisibleText.of($0) }
    }

    var table: [String] {
        let header = ["class", "external", "self-hosted", "who says so"]
        let rows = classes.map { entry in
            let sources =
                entry.external.source == entry.selfHosted.source
                ? entry.external.source
                : "external: \(entry.external.source), self-hosted: \(entry.selfHosted.source)"
            let contract = entry.contract.map { "; contract \($0)" } ?? ""
            return [entry.id, entry.external.permission, entry.selfHosted.permission, sources + contract]
        }
        let widths = (0..<3).map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
        let lines = ([header] + rows).map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return (cells + [row[3]]).joined(separator: "  ")
        }
        return lines + ["paths that no pattern names: \(defaultClass)"]
            + exceptions.map { "\($0.tool): \($0.dataClass) \($0.cell.permission) (\($0.cell.source))" }
            + limitations.map { "note: \($0)" }
    }
}
