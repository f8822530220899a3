// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `Gemfile.lock`, `gems.locked` and `*.gemfile.lock`.
///
/// Source: bundler, lib/bundler/lockfile_parser.rb: sections in capitals at the margin, their settings by two blanks,
/// gems by four, what those need by six; since 2.6 the section CHECKSUMS.
package struct GemfileLock: LockfileFormat {
    package let ecosystem = Ecosystem.gem
    package let command = "bundle lock"
    package let reachesDown = false

    package init() {}

    package func isLockfile(_ path: Path) -> Bool {
        let name = path.loweredName
        return name == "gemfile.lock" || name == "gems.locked" || name.hasSuffix(".gemfile.lock")
    }

    private struct Entry {
        let name: String
        /// With the platform: `1.2-x86_64-linux`.
        let version: String
        let resolved: String?
        let source: Dependency.Source
        let line: Int
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        var reader = Reader()
        for line in SourceLines(bytes[...]) { try reader.read(line) }
        guard reader.sections > 0 || bytes.allSatisfy(\.isPadding) else {
            throw UnreadableFile("it has no section of a Gemfile.lock; write it again with 'bundle lock'")
        }
        return reader.lockfile
    }

    private struct Reader {
        private(set) var sections = 0
        private var section = ""
        private var remote: String?
        private var revision: String?
        private var isInSpecs = false
        private var entries: [Entry] = []
        private var checksums: [String: String] = [:]

        var lockfile: Lockfile {
            var lockfile = Lockfile()
            lockfile.packages = entries.map { entry in
                // A gem's version has no hyphen: what stands behind one is the platform.
                let version = entry.version.split(separator: "-", maxSplits: 1).first.map(String.init)
                return Lockfile.Package(
                    entry.name, version: version, resolved: entry.resolved,
                    integrity: checksums["\(entry.name) \(entry.version)"],
                    source: entry.source, line: entry.line)
            }
            return lockfile
        }

        mutating func read(_ line: SourceLines.Line) throws {
            let text = line.bytes.unpadded
            guard !text.isEmpty else { return }
            let depth = line.bytes.prefix { $0 == UInt8(ascii: " ") }.count
            if depth == 0 {
                if text.starts(with: Array("<<<<<<<".utf8)) || text.starts(with: Array(">>>>>>>".utf8)) {
                    throw UnreadableFile("line \(line.number): a merge conflict; settle it and run 'bundle lock'")
                }
                section = text.decoded
                (remote, revision, isInSpecs) = (nil, nil, false)
                if GemfileLock.known.contains(section) { sections += 1 }
            } else if section == "CHECKSUMS" {
                checksum(text)
            } else if depth == 2 {
                setting(text)
            } else if depth == 4, isInSpecs {
                gem(text, line.number)
            }
        }

        private mutating func setting(_ text: ArraySlice<UInt8>) {
            let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            let value = parts.count > 1 ? parts[1].unpadded.decoded : nil
            switch parts.first?.decoded {
            case "remote": remote = value
            case "revision": revision = value
            case "specs": isInSpecs = true
            default: break
            }
        }

        private mutating func gem(_ text: ArraySlice<UInt8>, _ line: Int) {
            guard let (name, version) = GemfileLock.named(text) else { return }
            let resolved = remote.map { address in revision.map { "\(address)#\($0)" } ?? address }
            let source: Dependency.Source =
                section == "PATH" ? .local : section == "GIT" ? .git(WebAddress.repository(remote ?? "")) : .registry
            entries.append(Entry(name: name, version: version, resolved: resolved, source: source, line: line))
        }

        /// `name (version) sha256=…`
        private mutating func checksum(_ text: ArraySlice<UInt8>) {
            guard let close = text.firstIndex(of: UInt8(ascii: ")")),
                let (name, version) = GemfileLock.named(text[...close])
            else {
                return
            }
            let digest = text[(close + 1)...].unpadded
            if !digest.isEmpty { checksums["\(name) \(version)"] = digest.decoded }
        }
    }

    /// `name (version)`
    private static func named(_ text: ArraySlice<UInt8>) -> (name: String, version: String)? {
        guard let open = text.firstIndex(of: UInt8(ascii: "(")), text.last == UInt8(ascii: ")") else { return nil }
        let name = text[..<open].unpadded
        return name.isEmpty ? nil : (name.decoded, text[(open + 1)...].dropLast().decoded)
    }

    private static let known: Set<String> = [
        "GEM", "GIT", "PATH", "PLUGIN SOURCE", "PLATFORMS", "DEPENDENCIES", "CHECKSUMS", "BUNDLED WITH", "RUBY VERSION",
    ]
}
