// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `setup.cfg`
///
/// Source: setuptools.pypa.io/en/latest/userguide/declarative_config.html.
package struct SetupCfg: ManifestFormat {
    package let ecosystem = Ecosystem.pypi

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.name.elementsEqual("setup.cfg".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        var section = ""
        var key = ""
        var isContinued = false
        for line in SourceLines(bytes[...]) {
            let text = line.bytes.unpadded
            defer { isContinued = text.last == UInt8(ascii: "\\") }
            // The rest of a marker.
            if isContinued { continue }
            guard let first = text.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { continue }
            var value = text
            if line.bytes.first?.isPadding == false {
                if first == UInt8(ascii: "[") {
                    (section, key) = (text.dropFirst().prefix { $0 != UInt8(ascii: "]") }.lowered, "")
                    continue
                }
                let mark = text.firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") } ?? text.endIndex
                key = text[..<mark].unpadded.lowered
                value = text[mark...].dropFirst().unpadded
            }
            SetupCfg.take(value, section, key, line.number, &manifest)
        }
        return manifest
    }

    private static func take(
        _ value: ArraySlice<UInt8>, _ section: String, _ key: String, _ line: Int, _ manifest: inout Manifest
    ) {
        if section == "metadata", key == "name", !value.isEmpty {
            manifest.defines = [PythonRequirement.normalised(value.decoded)]
        }
        if section == "metadata", key == "license", !value.isEmpty {
            manifest.licences.append(Manifest.Setting("license", value.decoded, line: line))
        }
        let lists = ["install_requires", "setup_requires", "tests_require"]
        guard section == "options" && lists.contains(key) || section == "options.extras_require" else { return }
        // Several may stand on one line; in a marker too there are semicolons.
        let scope = section == "options" ? "options.\(key)" : "\(section).\(key)"
        if let requirement = PythonRequirement(value.decoded) {
            manifest.dependencies.append(requirement.dependency(scope: scope, isLocked: false, line: line))
        }
    }
}

/// `setup.py`: the texts of the lists that name requirements, for it is a program.
///
/// Source: setuptools.pypa.io/en/latest/references/keywords.html.
package struct SetupPy: ManifestFormat {
    package let ecosystem = Ecosystem.pypi

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.name.elementsEqual("setup.py".utf8) }

    private static let keywords = ["install_requires", "setup_requires", "tests_require", "extras_require", "requires"]

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        var reader = SetupPyReader(bytes)
        while let word = reader.nextWord() {
            if SetupPy.keywords.contains(word) {
                for (text, line) in reader.texts(areKeysNamed: word == "extras_require") {
                    guard let requirement = PythonRequirement(text) else { continue }
                    manifest.dependencies.append(requirement.dependency(scope: word, isLocked: false, line: line))
                }
            } else if word == "name", let text = reader.text() {
                manifest.defines.append(PythonRequirement.normalised(text))
            } else if word == "license" {
                if let text = reader.text() {
                    manifest.licences.append(Manifest.Setting("license", text, line: reader.line))
                } else {
                    manifest.hasLicenceElsewhere = true
                }
            }
        }
        return manifest
    }
}

/// Goes over a Python program by words, texts and brackets.
struct SetupPyReader {
    private let bytes: [UInt8]
    private var place = 0
    private(set) var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next name outside of texts and comments; nil at the end.
    mutating func nextWord() -> String? {
        while place < bytes.count {
            let byte = bytes[place]
            if byte.isWord {
                let start = place
                while place < bytes.count, bytes[place].isWord { place += 1 }
                return bytes[start..<place].decoded
            }
            skip()
        }
        return nil
    }

    /// The texts of the list or dictionary that is given to the name just read; `areKeysNamed`: without the keys.
    mutating func texts(areKeysNamed: Bool) -> [(text: String, line: Int)] {
        skipBlanks()
        guard take("=") || take(":") else { return [] }
        skipBlanks()
        var depth = 0
        var texts: [(text: String, line: Int)] = []
        while place < bytes.count {
            let byte = bytes[place]
            if let text = takeText() {
                skipBlanks()
                // A text before a colon is a key.
                if !areKeysNamed || place >= bytes.count || bytes[place] != UInt8(ascii: ":") {
                    texts.append((text, line))
                }
                if depth == 0 { return texts }
                continue
            }
            if "[({".utf8.contains(byte) { depth += 1 }
            if "])}".utf8.contains(byte) { depth -= 1 }
            if depth <= 0, !byte.isPadding, !"])}".utf8.contains(byte) { return texts }
            skip()
            if depth <= 0 { return texts }
        }
        return texts
    }

    /// The text that is given to the name just read.
    mutating func text() -> String? {
        skipBlanks()
        guard take("=") else { return nil }
        skipBlanks()
        return takeText()
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: mark) else { return false }
        place += 1
        return true
    }

    /// A backslash at its end continues a line.
    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place].isPadding || bytes[place] == UInt8(ascii: "\\") { skip() }
    }

    /// Over a text, a comment or one byte.
    private mutating func skip() {
        if takeText() != nil { return }
        if bytes[place] == UInt8(ascii: "#") {
            while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            return
        }
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }

    private mutating func takeText() -> String? {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
            return nil
        }
        let quote = bytes[place]
        let isLong = place + 2 < bytes.count && bytes[place + 1] == quote && bytes[place + 2] == quote
        place += isLong ? 3 : 1
        let start = place
        while place < bytes.count {
            let byte = bytes[place]
            if byte == quote,
                !isLong || (place + 2 < bytes.count && bytes[place + 1] == quote && bytes[place + 2] == quote)
            {
                break
            }
            if byte == UInt8(ascii: "\n") {
                if !isLong { break }
                line += 1
            }
            place +=
                byte == UInt8(ascii: "\\") && place + 1 < bytes.count && bytes[place + 1] != UInt8(ascii: "\n") ? 2 : 1
        }
        let text = bytes[min(start, bytes.count)..<min(place, bytes.count)].decoded
        if place < bytes.count, bytes[place] == quote { place += isLong ? 3 : 1 }
        return text
    }
}
