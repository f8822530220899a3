// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `Gemfile`, `gems.rb` and `*.gemfile`.
///
/// Source: bundler.io/man/gemfile.5.html. The file is a program; what it calculates is not followed.
package struct Gemfile: ManifestFormat {
    package let ecosystem = Ecosystem.gem

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        return name == "gemfile" || name == "gems.rb" || name.hasSuffix(".gemfile")
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let (calls, gap) = RubyCall.all(in: bytes)
        var reader = GemfileReader(calls)
        var manifest = reader.manifest()
        manifest.gap = gap
        return manifest
    }
}

/// Follows the calls of a Gemfile, and the blocks that they stand in.
struct GemfileReader {
    private let calls: [RubyCall]
    private var found = Manifest()
    /// The open blocks, with what they say of the gems in them.
    private var blocks: [RubyCall] = []
    /// So many blocks around a gem are looked at.
    private static let deepest = 16
    /// Options that `git_source` defines, beside Bundler's own.
    private var hosts: Set<String> = ["github", "gist", "bitbucket", "gitlab"]

    init(_ calls: [RubyCall]) {
        self.calls = calls
    }

    mutating func manifest() -> Manifest {
        for call in calls {
            switch call.name {
            case "end": _ = blocks.popLast()
            case "source": source(call)
            case "git_source": hosts.formUnion(call.texts)
            case "gem", "plugin": gem(call)
            default: break
            }
            if call.opensBlock { blocks.append(call) }
        }
        return found
    }

    private mutating func source(_ call: RubyCall) {
        guard let address = call.texts.first else { return }
        addRegistry(address, line: call.line)
    }

    private mutating func addRegistry(_ address: String, line: Int) {
        guard !["rubygems", "https://rubygems.org", "https://rubygems.org/"].contains(address) else { return }
        found.registries.append(Manifest.Setting("source", WebAddress(address)?.shown ?? address, line: line))
    }

    private mutating func gem(_ call: RubyCall) {
        guard let name = call.texts.first, PackageWord.isName(Array(name.utf8)[...]) else { return }
        let requirements = Array(call.texts.dropFirst()) + (call.options["version"].map { [$0] } ?? [])
        if let source = call.options["source"] { addRegistry(source, line: call.line) }
        let groups = blocks.suffix(GemfileReader.deepest).filter { $0.name == "group" }.flatMap(\.texts)
        let group = call.options["group"] ?? call.options["groups"] ?? groups.first
        let scope = call.name == "plugin" ? "plugin" : group ?? "default"
        let enclosing = blocks.suffix(GemfileReader.deepest).last {
            $0.name == "git" || $0.name == "path" || hosts.contains($0.name)
        }
        let place = place(call) ?? enclosing.flatMap(self.place(ofBlock:))
        let requirement = place?.requirement ?? requirements.joined(separator: ", ")
        let bound: Dependency.Bound = call.isWhole ? .gem(requirements) : .elsewhere
        found.dependencies.append(
            Dependency(
                .gem, name, requirement: requirement, bound: place?.bound ?? bound, source: place?.source ?? .registry,
                scope: scope,
                line: call.line))
    }

    private typealias Place = (source: Dependency.Source, requirement: String, bound: Dependency.Bound)

    private func place(_ call: RubyCall) -> Place? {
        if call.options["path"] != nil { return (.local, call.options["path"] ?? "", .exact) }
        guard let address = call.options["git"] ?? call.options.first(where: { hosts.contains($0.key) })?.value else {
            return nil
        }
        return git(call, call.options["git"] == nil ? hosted(call, address) : WebAddress.repository(address))
    }

    private func hosted(_ call: RubyCall, _ address: String) -> String {
        let host = call.options.first { hosts.contains($0.key) }?.key ?? "github"
        let domain = host == "bitbucket" ? "bitbucket.org" : host == "gist" ? "gist.github.com" : host + ".com"
        return "\(["github", "gist", "bitbucket", "gitlab"].contains(host) ? domain : host)/\(address)"
    }

    private func place(ofBlock call: RubyCall) -> Place? {
        guard let address = call.texts.first else { return nil }
        if call.name == "path" { return (.local, address, .exact) }
        return git(call, call.name == "git" ? WebAddress.repository(address) : "\(call.name).com/\(address)")
    }

    private func git(_ call: RubyCall, _ address: String) -> Place {
        if let ref = call.options["ref"] { return (.git(address), ref, .gitRef(ref)) }
        // A tag is meant to stay, whatever it is called.
        if let tag = call.options["tag"] { return (.git(address), tag, .range) }
        return (.git(address), call.options["branch"] ?? "", .moving)
    }
}
