// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `Package.swift`: its calls of `.package` and `.binaryTarget`, for it is a program.
///
/// Source: docs.swift.org/package-manager/PackageDescription.
package struct SwiftManifest: ManifestFormat {
    package let ecosystem = Ecosystem.swift

    package init() {}

    /// `Package@swift-5.9.swift` too.
    package func isManifest(_ path: Path) -> Bool {
        path.name.elementsEqual("Package.swift".utf8)
            || path.name.starts(with: "Package@swift-".utf8) && path.name.suffix(6).elementsEqual(".swift".utf8)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        var reader = SwiftCallReader(bytes)
        while let call = reader.next() {
            if call.name == "binaryTarget" {
                SwiftManifest.addBinary(call, to: &manifest)
            } else if let dependency = SwiftManifest.dependency(call) {
                manifest.dependencies.append(dependency)
            }
        }
        return manifest
    }

    private static func dependency(_ call: SwiftCall) -> Dependency? {
        if let path = call["path"], call["url"] == nil {
            return Dependency(.swift, path, bound: .exact, source: .local, isLocked: false, line: call.line)
        }
        guard let location = call["url"] ?? call["id"] else { return nil }
        let name = call["url"] == nil ? location.lowercased() : WebAddress.repository(location)
        let (bound, requirement) = bound(call)
        let isPlain = location.hasPrefix("http://") || location.hasPrefix("git://")
        return Dependency(
            .swift, name, requirement: requirement, bound: bound,
            source: isPlain ? .url(location.prefix { $0 != "?" }.description) : .registry,
            line: call.line)
    }

    private static func bound(_ call: SwiftCall) -> (Dependency.Bound, String) {
        if let exact = call["exact"] { return (.exact, exact) }
        if let revision = call["revision"] { return (.gitRef(revision), revision) }
        if let branch = call["branch"] { return (.moving, branch) }
        if let from = call["from"] { return (.range, from) }
        // "1.0.0"..<"2.0.0"; a name of something else is not known.
        return call.isRange ? (.range, call[""] ?? "") : (.elsewhere, "")
    }

    private static func addBinary(_ call: SwiftCall, to manifest: inout Manifest) {
        guard let url = call["url"] else { return }
        let address = WebAddress(url)
        manifest.dependencies.append(
            Dependency(
                .swift, call["name"] ?? url, requirement: url, bound: call["checksum"] == nil ? .moving : .exact,
                source: .url(address?.shown ?? url), scope: "binaryTarget", isLocked: false, line: call.line))
    }
}

/// A call in a Package.swift with its texts.
struct SwiftCall {
    let name: String
    let line: Int
    /// Label and text; the label is empty for a text without one. `.exact("1.0")` counts as `exact: "1.0"`.
    var arguments: [(label: String, text: String)] = []
    /// It has an operator of ranges.
    var isRange = false

    subscript(_ label: String) -> String? { arguments.first { $0.label == label }?.text }
}

/// Finds the calls of `.package` and `.binaryTarget`.
struct SwiftCallReader {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> SwiftCall? {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: ".") {
                place += 1
                let name = takeWord()
                skipBlanks()
                if ["package", "binaryTarget"].contains(name), place < bytes.count, bytes[place] == UInt8(ascii: "(") {
                    return call(name)
                }
            } else {
                _ = step()
            }
        }
        return nil
    }

    private mutating func call(_ name: String) -> SwiftCall {
        var call = SwiftCall(name: name, line: line)
        var depth = 0
        var label = ""
        while place < bytes.count {
            let byte = bytes[place]
            if byte.isLetter || byte == UInt8(ascii: "_") {
                let word = takeWord()
                skipBlanks()
                let after = place < bytes.count ? bytes[place] : 0
                // .upToNextMajor(from: "1.0"), .branch("main")
                if after == UInt8(ascii: ":") || after == UInt8(ascii: "(") { label = word }
                continue
            }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if byte == UInt8(ascii: ",") { label = "" }
            if bytes[place...].starts(with: "..".utf8) { call.isRange = true }
            if let text = step() { call.arguments.append((label, text)) }
            if depth == 0 { return call }
        }
        return call
    }

    private mutating func takeWord() -> String {
        let start = place
        while place < bytes.count, bytes[place].isWord { place += 1 }
        return bytes[start..<place].decoded
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place].isPadding { _ = step() }
    }

    /// Over a text, which it gives, a comment or one byte.
    private mutating func step() -> String? {
        let rest = bytes[place...]
        if rest.starts(with: "//".utf8) {
            place = rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            return nil
        }
        if rest.starts(with: "/*".utf8) {
            skipComment()
            return nil
        }
        if rest.first == UInt8(ascii: "\"") { return takeText() }
        if rest.first == UInt8(ascii: "\n") { line += 1 }
        place += 1
        return nil
    }

    private mutating func skipComment() {
        var depth = 0
        while place < bytes.count {
            let rest = bytes[place...]
            if rest.first == UInt8(ascii: "\n") { line += 1 }
            let isStart = rest.starts(with: "/*".utf8)
            let isEnd = rest.starts(with: "*/".utf8)
            depth += isStart ? 1 : isEnd ? -1 : 0
            place += isStart || isEnd ? 2 : 1
            if depth == 0 { return }
        }
    }

    private mutating func takeText() -> String {
        let isLong = bytes[place...].starts(with: "\"\"\"".utf8)
        place += isLong ? 3 : 1
        let start = place
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\""), !isLong || bytes[place...].starts(with: "\"\"\"".utf8) { break }
            if byte == UInt8(ascii: "\n") {
                if !isLong { break }
                line += 1
            }
            place +=
                byte == UInt8(ascii: "\\") && place + 1 < bytes.count && bytes[place + 1] != UInt8(ascii: "\n") ? 2 : 1
        }
        let text = bytes[min(start, bytes.count)..<min(place, bytes.count)].decoded
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { place += isLong ? 3 : 1 }
        return text
    }
}
