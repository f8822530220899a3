// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Git
import Provenance

/// What a repository's files say about AI tools.
struct FileTally: Sendable {
    /// All places of a trace, of which the first are kept.
    struct Places: Sendable {
        var count = 0
        private(set) var first: [ToolTrace.Place] = []

        mutating func add(_ place: ToolTrace.Place) {
            count += 1
            first.append(place)
            if first.count > 8 * ToolTrace.placeLimit { trim() }
        }

        mutating func add(_ other: Places) {
            count += other.count
            first += other.first
            trim()
        }

        /// The places as a report has them.
        var kept: [ToolTrace.Place] { Array(first.sorted().prefix(ToolTrace.placeLimit)) }

        private mutating func trim() { first = kept }
    }

    var found: [ToolTraces.Found: Places] = [:]
    /// Files that would have been searched, but have too many bytes.
    var tooLarge = 0
    /// Manifests that are none by their own rules.
    var unreadManifests: [Path] = []
    /// Files, and why each could not be read.
    var unreadable: [(path: Path, reason: String)] = []

    mutating func add(_ trace: ToolTraces.Found, _ path: Path, line: Int? = nil) {
        found[trace, default: Places()].add(ToolTrace.Place(path, line: line))
    }

    mutating func add(_ other: FileTally) {
        for (trace, places) in other.found { found[trace, default: Places()].add(places) }
        tooLarge += other.tooLarge
        unreadManifests += other.unreadManifests
        unreadable += other.unreadable
    }
}

/// Looks for traces of tools in the files of a commit: by their paths, by what manifests ask for, by imports, and by
/// names of environment variables where such are set. What was vendored is other people's.
final class FileWorker: Tallying {
    private let repository: Repository
    private let traces = ToolTraces.embedded
    private(set) var tally = FileTally()

    init(folder: String?) throws {
        repository = try Repository(at: folder)
    }

    private static let vendored = ["vendor", "third_party", "node_modules", "bower_components", "Pods", "Carthage"]
        .map { Array($0.utf8)[...] }

    func add(_ blob: TreeBlob) {
        let path = blob.path
        for trace in traces.files(at: path) { tally.add(trace, path) }
        guard blob.kind == .file else { return }
        let manifest = Formats.all.manifest(path)
        guard manifest != nil || traces.wants(path), !FileWorker.isVendored(path) else { return }
        do throws(GitError) {
            guard let bytes = try repository.text(of: blob.id, limit: ToolTraces.sizeLimit) else {
                tally.tooLarge += 1
                return
            }
            if let manifest { add(manifest, bytes, path) }
            for hit in traces.traces(in: bytes, at: path) { tally.add(hit.found, path, line: hit.line) }
        } catch {
            tally.unreadable.append((path, error.description))
        }
    }

    private func add(_ format: any ManifestFormat, _ bytes: [UInt8], _ path: Path) {
        let manifest: Manifest
        do { manifest = try format.read(bytes, path: path) } catch {
            tally.unreadManifests.append(path)
            return
        }
        if manifest.gap != nil { tally.unreadManifests.append(path) }
        for dependency in manifest.dependencies {
            var names = [dependency.name]
            if case .alias(let real) = dependency.source { names.append(real) }
            for name in names {
                guard let trace = traces.package(name, ecosystem: dependency.ecosystem.rawValue) else { continue }
                tally.add(trace, path, line: dependency.line)
            }
        }
    }

    private static func isVendored(_ path: Path) -> Bool {
        path.bytes.split(separator: UInt8(ascii: "/")).dropLast().contains { vendored.contains($0) }
    }
}
