// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences

/// The licences that stand in a project already: in its licence files, its tables and the headers of a sample.
struct KnownLicences {
    /// Tags as they were written.
    private(set) var values: Set<[UInt8]> = []
    private var families: Set<String> = []

    /// Of a licence file, so much is read, in bytes: enough to know it by.
    private static let textLimit = 64 << 10

    init(_ tree: any FileTree, _ sample: [HeaderSample]) throws {
        for tag in sample.flatMap(\.tags.tags) { add(tag.value) }
        for entry in try tree.entries(in: Path("")) where entry.kind == .file && CoveredFile.isLicenceFile(entry.name) {
            let text = try tree.bytes(of: Path(entry.name), limit: .max) ?? []
            for notice in LicenceNotices.find(in: text.prefix(KnownLicences.textLimit)) {
                families.insert(notice.family)
            }
        }
        for entry in try tree.entries(in: Path("LICENSES")) where entry.kind == .file {
            add(Array(entry.name.prefix(upTo: entry.name.lastIndex(of: UInt8(ascii: ".")) ?? entry.name.endIndex)))
        }
        let project = ReuseProject(tree)
        do {
            for table in try [project.table(in: Path("")), project.readDep5()].compactMap(\.self) {
                for statement in table.licences { add(statement.value) }
            }
        } catch is ReuseTableError {
            // A table that cannot be read names nothing.
        }
    }

    private mutating func add(_ value: [UInt8]) {
        values.insert(value)
        do throws(SPDXError) {
            for term in try SPDXExpression(value).terms { families.insert(term.family) }
        } catch {
            // What is no expression names no licence.
        }
    }

    func names(_ term: SPDXExpression.Term) -> Bool { families.contains(term.family) }
}
