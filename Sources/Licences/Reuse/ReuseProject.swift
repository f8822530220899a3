// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The licensing information of a repository's files in one state (REUSE 3.3, "Order of precedence"). It remembers the
/// tables that it has read.
package final class ReuseProject {
    /// Larger files are not read, in bytes.
    package static let fileLimit = 16 << 20

    private let tree: any FileTree
    /// By the folder that it stands in; nil where there is none.
    private var tables: [Path: Result<ReuseTable?, ReuseTableError>] = [:]
    private var dep5: Result<ReuseTable?, ReuseTableError>?

    package init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// What is said of a file; `content`: its bytes. Throws `ReuseTableError` for a table above it that cannot be read,
    /// and what the tree throws.
    package func licensing(of file: Path, content: [UInt8]) throws -> Licensing {
        var result = Licensing()
        var closest: [Licensing] = []
        var isOverridden = false
        // From the root: the outermost override hides whatever is closer.
        for table in try tables(above: file) {
            guard let annotation = table.annotation(of: file) else { continue }
            let own = Licensing(annotation, of: table)
            switch annotation.precedence {
            case .closest: closest.append(own)
            case .aggregate: result.add(own)
            case .override:
                result.add(own)
                isOverridden = true
            }
            if isOverridden { break }
        }
        if isOverridden { return result }
        let inside = try inside(file, content)
        result.add(inside)
        // Licence and copyright fall back by themselves, each to the nearest table that has it.
        if inside.licences.isEmpty, let nearest = closest.last(where: { !$0.licences.isEmpty }) {
            result.addLicences(of: nearest)
        }
        if inside.notices.isEmpty, let nearest = closest.last(where: { !$0.notices.isEmpty }) {
            result.addNotices(of: nearest)
        }
        return result
    }

    /// What the file says, or its sidecar, which stands for it entirely.
    private func inside(_ file: Path, _ content: [UInt8]) throws -> Licensing {
        let sidecar = CoveredFile.sidecar(of: file)
        if let beside = try tree.bytes(of: sidecar, limit: ReuseProject.fileLimit) {
            return Licensing(LicenceTags(beside), .sidecar, at: sidecar)
        }
        return Licensing(LicenceTags(content), .header, at: file)
    }

    /// Tables that may speak of a file, from the root down.
    private func tables(above file: Path) throws -> [ReuseTable] {
        var found: [ReuseTable] = []
        if let table = try readDep5() { found.append(table) }
        for folder in folders(of: file) {
            if let table = try table(in: folder) { found.append(table) }
        }
        return found
    }

    /// From the root down.
    private func folders(of file: Path) -> [Path] {
        let slashes = file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "/") }
        return [Path("")] + slashes.map { Path(Array(file.bytes[..<$0])) }
    }

    /// The table of a folder; nil where there is none.
    package func table(in folder: Path) throws -> ReuseTable? {
        if let known = tables[folder] { return try known.get() }
        let path = folder.appending(Array(ReuseTable.name.utf8))
        let read = try read(path) { (bytes) throws(ReuseTableError) in try ReuseTable(toml: bytes, at: path) }
        tables[folder] = read
        return try read.get()
    }

    /// The table of the deprecated form; nil where there is none.
    package func readDep5() throws -> ReuseTable? {
        if let dep5 { return try dep5.get() }
        let read = try read(ReuseTable.dep5) { (bytes) throws(ReuseTableError) in try ReuseTable(dep5: bytes) }
        dep5 = read
        return try read.get()
    }

    private func read(
        _ path: Path, _ parse: ([UInt8]) throws(ReuseTableError) -> ReuseTable
    ) throws -> Result<ReuseTable?, ReuseTableError> {
        guard let bytes = try tree.bytes(of: path, limit: ReuseProject.fileLimit) else { return .success(nil) }
        guard bytes.count <= ReuseTable.sizeLimit else {
            return .failure(
                ReuseTableError(path: path, line: nil, reason: "it has more than \(ReuseTable.sizeLimit) bytes"))
        }
        do throws(ReuseTableError) { return .success(try parse(bytes)) } catch { return .failure(error) }
    }
}
