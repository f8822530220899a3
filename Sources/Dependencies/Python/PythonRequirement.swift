// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A requirement as Python writes it: `name[extra] >=1,<2 ; marker`, `name @ URL`.
///
/// Source: packaging.python.org/en/latest/specifications/dependency-specifiers (PEP 508).
struct PythonRequirement {
    /// Normalised.
    let name: String
    /// Without the marker.
    let specifier: String
    let url: String?

    /// Nil for what begins with no name.
    init?(_ text: some StringProtocol) {
        let bytes = text.utf8.map { $0 }.unpadded
        let word = bytes.prefix { $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        guard let first = word.first, first.isLetter || first.isDigit, let last = word.last,
            last.isLetter || last.isDigit
        else {
            return nil
        }
        var rest = bytes.dropFirst(word.count).unpadded
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            rest = rest[(end + 1)...].unpadded
        }
        name = PythonRequirement.normalised(word.decoded)
        if rest.first == UInt8(ascii: "@") {
            // In an address a semicolon is one only behind a blank.
            let address = rest.dropFirst().unpadded.prefix { !$0.isPadding }
            guard !address.isEmpty else { return nil }
            (url, specifier) = (address.decoded, "")
            return
        }
        url = nil
        let versions = rest.prefix { $0 != UInt8(ascii: ";") }.unpadded
        guard versions.isEmpty || Array("(<>=!~".utf8).contains(versions[versions.startIndex]) else { return nil }
        specifier = versions.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }.decoded
    }

    /// As PyPI compares names (packaging.python.org/en/latest/specifications/name-normalization, PEP 503).
    static func normalised(_ name: String) -> String {
        var result: [UInt8] = []
        for byte in name.utf8 {
            if [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte) {
                if result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
            } else {
                result.append(byte.lowered)
            }
        }
        return result.decoded
    }

    /// `isHashed`: a digest stands with it.
    func dependency(scope: String, isLocked: Bool, line: Int?, isHashed: Bool = false) -> Dependency {
        guard let url else {
            let bound: Dependency.Bound = specifier.isEmpty ? .none : .python(specifier)
            return Dependency(
                .pypi, name, requirement: specifier, bound: isHashed ? .exact : bound, scope: scope, isLocked: isLocked,
                line: line)
        }
        let place = PythonAddress(url)
        return Dependency(
            .pypi, name, requirement: url, bound: isHashed ? .exact : place.bound, source: place.source, scope: scope,
            isLocked: isLocked && place.source != .local, line: line)
    }
}

/// Where a requirement with an address fetches from.
///
/// Source: pip.pypa.io/en/stable/topics/vcs-support.
struct PythonAddress {
    let bound: Dependency.Bound
    let source: Dependency.Source
    /// What the address calls the package, `#egg=NAME`; nil where it does not.
    let name: String?

    init(_ url: String) {
        let parts = url.split(separator: "#", maxSplits: 1).map(String.init)
        let address = parts.first ?? ""
        let fragment = parts.count > 1 ? parts[1].split(separator: "&") : []
        name = fragment.first { $0.hasPrefix("egg=") }.map {
            PythonRequirement.normalised(String($0.dropFirst(4).prefix { $0 != "[" }))
        }
        let hasDigest = fragment.contains {
            $0.hasPrefix("sha256=") || $0.hasPrefix("sha512=") || $0.hasPrefix("sha384=")
        }
        if ["git+", "hg+", "svn+", "bzr+"].contains(where: address.hasPrefix) || address.hasPrefix("git://") {
            // The ref stands behind an @ in the path; one before the host is a user.
            let path = address.range(ofLast: "/").map { address[$0...] } ?? ""
            let ref = path.firstIndex(of: "@").map { path[path.index(after: $0)...] } ?? ""
            bound = .gitRef(String(ref))
            let plain = address.drop { $0 != "+" }.dropFirst()
            let place = address.hasPrefix("git://") ? address[...] : plain
            source = .git(WebAddress.repository(String(place.dropLast(ref.isEmpty ? 0 : ref.count + 1))))
        } else if let web = WebAddress(address) {
            // An archive's name holds its version.
            bound = hasDigest ? .exact : web.bound
            source = .url(web.shown)
        } else {
            (bound, source) = (.exact, .local)
        }
    }
}
