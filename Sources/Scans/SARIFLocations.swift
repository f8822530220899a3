// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Gate

/// Where the results of a run are in the repository: section 3.4 (artifactLocation) with the bases of 3.14.14.
struct SARIFLocations {
    /// Bases may build on one another.
    private static let baseDepth = 8

    private let bases: Document?
    private let artifacts: [Document]
    /// Absolute, without a slash at the end; nil where the repository has no files on the disk.
    private let folder: [UInt8]?

    init(_ run: Document, folder: String?) {
        bases = run["originalUriBaseIds"]
        artifacts = run["artifacts"]?.items ?? []
        self.folder = folder.map { Array(($0.hasSuffix("/") ? String($0.dropLast()) : $0).utf8) }
    }

    /// Nil for a place outside the repository, and for none.
    func place(_ location: Document) -> ScanReport.Place? {
        guard let physical = location["physicalLocation"], let artifact = physical["artifactLocation"],
            let path = path(artifact)
        else { return nil }
        let line = physical["region"]?["startLine"]?.text.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        return ScanReport.Place(path: path, line: line)
    }

    /// Whether it is in a file, wherever that is.
    func namesFile(_ location: Document) -> Bool {
        guard let artifact = location["physicalLocation"]?["artifactLocation"] else { return false }
        return artifact["uri"] != nil || artifact["index"] != nil
    }

    /// As it stands in the run's list, where only its number is given.
    private func listed(_ artifact: Document) -> Document {
        guard artifact["uri"] == nil, let index = artifact["index"]?.text.flatMap({ Int($0) }),
            artifacts.indices.contains(index)
        else { return artifact }
        return artifacts[index]["location"] ?? artifact
    }

    private func path(_ artifact: Document) -> Path? {
        let artifact = listed(artifact)
        guard let uri = artifact["uri"]?.text, !uri.isEmpty else { return nil }
        if let absolute = SARIFLocations.absolute(uri) { return inside(absolute) }
        guard !SARIFLocations.hasScheme(uri), let own = SARIFLocations.decoded(uri) else { return nil }
        // A base outside is the same tree on another machine: what is relative to it is so to the repository.
        guard let id = artifact["uriBaseId"]?.text, let base = base(id) else { return SARIFLocations.normal(own) }
        return base.isAbsolute
            ? inside(base.bytes + own) ?? SARIFLocations.normal(own) : SARIFLocations.normal(base.bytes + own)
    }

    /// What stands before the uris that name a base; nil where nothing says.
    private func base(_ id: String) -> (bytes: [UInt8], isAbsolute: Bool)? {
        var id = id
        var bytes: [UInt8] = []
        for _ in 0..<SARIFLocations.baseDepth {
            guard let entry = bases?[id] else { return bytes.isEmpty ? nil : (bytes, false) }
            if let uri = entry["uri"]?.text {
                if let absolute = SARIFLocations.absolute(uri) {
                    return (SARIFLocations.ended(absolute) + bytes, true)
                }
                guard !SARIFLocations.hasScheme(uri), let own = SARIFLocations.decoded(uri) else { return nil }
                bytes = SARIFLocations.ended(own) + bytes
            }
            guard let next = entry["uriBaseId"]?.text else { return bytes.isEmpty ? nil : (bytes, false) }
            id = next
        }
        return nil
    }

    private static func ended(_ bytes: [UInt8]) -> [UInt8] {
        bytes.last == UInt8(ascii: "/") || bytes.isEmpty ? bytes : bytes + [UInt8(ascii: "/")]
    }

    private func inside(_ absolute: [UInt8]) -> Path? {
        guard let folder, absolute.starts(with: folder), absolute.count > folder.count,
            absolute[folder.count] == UInt8(ascii: "/")
        else { return nil }
        return SARIFLocations.normal(Array(absolute[(folder.count + 1)...]))
    }

    /// The path of a `file:` URI of this machine, or one that is only absolute; nil for anything else.
    private static func absolute(_ uri: String) -> [UInt8]? {
        if uri.hasPrefix("/") { return decoded(uri) }
        guard uri.lowercased().hasPrefix("file:") else { return nil }
        var rest = uri.dropFirst("file:".count)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            rest = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
        }
        return decoded(String(rest))
    }

    private static func hasScheme(_ uri: String) -> Bool {
        guard let colon = uri.firstIndex(of: ":") else { return false }
        return !uri[..<colon].contains("/")
    }

    /// Without percent-encoding; nil where it is broken or hides a NUL.
    private static func decoded(_ uri: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = Array(uri.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap({ Hex.value($0) }),
                let low = rest.popFirst().flatMap({ Hex.value($0) })
            else { return nil }
            bytes.append(UInt8(high) << 4 | UInt8(low))
        }
        return bytes.contains(0) ? nil : bytes
    }

    /// Without `.` and `..`; nil for what leads out of the repository, and for nothing.
    private static func normal(_ bytes: [UInt8]) -> Path? {
        var parts: [ArraySlice<UInt8>] = []
        for part in bytes.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                guard parts.popLast() != nil else { return nil }
                continue
            }
            parts.append(part)
        }
        return parts.isEmpty ? nil : Path(Array(parts.joined(separator: [UInt8(ascii: "/")])))
    }
}
