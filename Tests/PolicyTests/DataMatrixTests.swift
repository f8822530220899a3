// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import Testing

/// Every cell of every preset, and what becomes of it for a tool.
@Suite struct DataMatrixTests {
    /// Class, external, self-hosted: mission.md 3.
    private static let common: [(String, Permission, Permission)] = [
        ("public", .permitted, .permitted), ("internal", .permitted, .permitted),
        ("confidential", .withReview, .permitted), ("personal", .prohibited, .withControls),
        ("special-category", .prohibited, .withLegalBasis), ("payment", .prohibited, .prohibited),
    ]

    private static func expected(_ preset: DataPreset) -> [(String, Permission, Permission)] {
        switch preset {
        case .iso27001: common
        case .strict: common.map { $0.0 == "confidential" ? ($0.0, .prohibited, $0.2) : $0 }
        case .tisax: common + [("prototype", .prohibited, .withControls), ("customer", .prohibited, .withControls)]
        }
    }

    @Test(arguments: DataPreset.allCases) func everyCellOfAPreset(_ preset: DataPreset) throws {
        let register = try #require(try DataSample.register(own: "version: 1\npreset: \(preset.rawValue)\n"))
        let cells = register.classes.map { ($0.id, $0.external.permission, $0.selfHosted.permission) }
        let expected = DataMatrixTests.expected(preset)
        #expect(cells.map(\.0) == expected.map(\.0))
        #expect(cells.map(\.1) == expected.map(\.1))
        #expect(cells.map(\.2) == expected.map(\.2))
        #expect(register.defaultClass.id == (preset == .strict ? "confidential" : "internal"))
        #expect(register.classes.allSatisfy { $0.external.source == .preset(preset) })
    }

    private struct Tool: Sendable, CustomStringConvertible {
        let deployment: Deployment?
        let references: Bool
        var description: String { "\(deployment?.rawValue ?? "unregistered") \(references)" }

        func registers(_ data: DataRegister) -> Registers {
            var registers = Registers()
            registers.data = data
            guard let deployment else { return registers }
            var tool = RegisteredTool(id: "a-tool", place: RegisterPlace(file: "tools.yml", line: 3))
            tool.deployment = deployment
            if references { (tool.controls, tool.legalBasis) = ("ISMS-7", "LB-1") }
            registers.tools = ToolRegister([tool])
            return registers
        }
    }

    private static let tools = [
        Tool(deployment: nil, references: false), Tool(deployment: .external, references: false),
        Tool(deployment: .external, references: true), Tool(deployment: .selfHosted, references: false),
        Tool(deployment: .selfHosted, references: true),
    ]

    /// What a cell comes to by what the tool's entry names.
    private static func answer(_ permission: Permission, _ references: Bool) -> DataAccess.Answer {
        switch permission {
        case .permitted: .permitted
        case .withReview: .withReview
        case .withControls: references ? .withReview : .missing(.controls)
        case .withLegalBasis: references ? .withReview : .missing(.legalBasis)
        case .prohibited: .prohibited
        }
    }

    @Test(arguments: DataPreset.allCases) func everyCellForEveryTool(_ preset: DataPreset) throws {
        for (id, external, selfHosted) in DataMatrixTests.expected(preset) {
            let contract = ["prototype", "customer"].contains(id) ? "contracts: {\(id): {reference: C-1}}\n" : ""
            let data = try #require(
                try DataSample.register(
                    own: "version: 1\npreset: \(preset.rawValue)\n\(contract)paths: [{match: [data/], class: \(id)}]\n")
            )
            let paths = data.classification(of: Path("data/a"))
            for tool in DataMatrixTests.tools {
                let registers = tool.registers(data)
                let cell = tool.deployment == .selfHosted ? selfHosted : external
                let access = try #require(registers.access(of: "a-tool", to: paths, on: days))
                #expect(access.answer == DataMatrixTests.answer(cell, tool.references), "\(preset) \(id) \(tool)")
                #expect(access.cell.permission == cell)
                let review = registers.askedReview(of: [file("data/a")], by: ["a-tool"])
                #expect(review == (cell >= .withReview ? .signed : nil), "\(preset) \(id) \(tool)")
            }
        }
    }

    private let days = JudgedDays(commit: sampleDay, run: sampleDay)

    private func file(_ path: String, from old: String? = nil) -> ChangedFile {
        ChangedFile(
            path: Path(path), oldPath: old.map { Path($0) }, status: old == nil ? .modified : .renamed,
            oldMode: 0o100644,
            newMode: 0o100644, oldBlob: nil, newBlob: nil, content: .unchanged)
    }

    private func registers(_ change: (inout RegisteredTool) -> Void, tighten: Bool = false) throws -> Registers {
        var registers = Registers()
        registers.data = try DataSample.register(own: "version: 1\npaths: [{match: [data/], class: confidential}]\n")
        registers.data?.toolsOnlyTighten = tighten
        var tool = RegisteredTool(id: "a-tool", place: RegisterPlace(file: "tools.yml", line: 3))
        change(&tool)
        registers.tools = ToolRegister([tool])
        return registers
    }

    private func answer(_ registers: Registers, _ path: String = "data/a") throws -> DataAccess {
        let data = try #require(registers.data)
        return try #require(registers.access(of: "a-tool", to: data.classification(of: Path(path)), on: days))
    }

    @Test func toolHasCellsOfItsOwn() throws {
        let open = try answer(registers { $0.matrix = ["confidential": .permitted] })
        #expect(open.answer == .permitted)
        #expect(open.cell.source == .written(RegisterPlace(file: "tools.yml", line: 3)))
        #expect(try answer(registers { $0.matrix = ["confidential": .prohibited] }).answer == .prohibited)
    }

    @Test func toolsOfTheRepositoryOpenNothing() throws {
        #expect(
            try answer(registers({ $0.matrix = ["confidential": .permitted] }, tighten: true)).answer == .withReview)
        #expect(
            try answer(registers({ $0.matrix = ["confidential": .prohibited] }, tighten: true)).answer == .prohibited)
    }

    @Test func listedClassesAreAllThatAToolMaySee() throws {
        let listed = try registers { $0.dataClasses = ["public", "internal"] }
        #expect(try answer(listed).answer == .notListed(sampleDay))
        #expect(try answer(listed, "src/a.c").answer == .permitted)
    }

    @Test func renamedFileIsAskedOfUnderBothNames() throws {
        let registers = try registers { _ in }
        #expect(registers.askedReview(of: [file("src/a", from: "data/a")], by: ["a-tool"]) == .signed)
        #expect(registers.askedReview(of: [file("src/a")], by: ["a-tool"]) == nil)
        #expect(registers.askedReview(of: [file("data/a")], by: []) == .signed)
        #expect(Registers().askedReview(of: [file("data/a")], by: []) == nil)
    }

    @Test func strictnessIsTheOrderOfTheWords() {
        #expect(Permission.allCases == Permission.allCases.sorted())
    }
}
