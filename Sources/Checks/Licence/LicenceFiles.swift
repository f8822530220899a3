// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Languages
import Licences

/// Which files speak of licences, and which may hold somebody's code.
enum LicenceFiles {
    /// `LICENSE`, `licence.md`, `COPYING.LESSER`, `NOTICE`: what is said about a folder.
    static func isLicenceFile(_ name: some Collection<UInt8>) -> Bool {
        let lower = name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return ["license", "licence", "copying", "notice", "unlicense", "copyright"].contains { known in
            guard lower.starts(with: known.utf8) else { return false }
            let rest = lower.dropFirst(known.utf8.count)
            // LICENSE-MIT, LICENSE.txt, LICENSES; license_check.py is a program.
            return rest.isEmpty || rest.first == UInt8(ascii: "-") || rest.elementsEqual("s".utf8)
                || (rest.first == UInt8(ascii: ".") && Language(path: Path(lower)).map { $0.isProse } ?? true)
        }
    }

    /// Manifests that name a licence, by their names or endings.
    static func namesLicence(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        let names = [
            "package.json", "pyproject.toml", "setup.cfg", "setup.py", "Cargo.toml", "composer.json",
            "pom.xml",
        ]
        return names.contains { name.elementsEqual($0.utf8) }
            || [".gemspec", ".csproj", ".nuspec"].contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// The language of code in which a notice puts it under a licence; nil for prose, data, licence files, for programs
    /// and tables about licences, and for policies, which say what licences are allowed.
    static func language(of path: Path) -> Language? {
        guard !isLicenceFile(path.name), !isAboutLicences(path), !path.isInside(folder: ".aigate"),
            let language = Language(path: path)
        else { return nil }
        return language.isProse || language.isData ? nil : language
    }

    /// A folder or file that is named for licences holds tables, texts and tests of them.
    private static func isAboutLicences(_ path: Path) -> Bool {
        let lower = path.bytes.map { $0 | 0x20 }
        return ["licens", "licenc", "spdx", "copyright"].contains { word in
            lower.indices.contains { lower[$0] == word.utf8.first && lower[$0...].starts(with: word.utf8) }
        }
    }

    /// `LICENSES/GPL-3.0-or-later.txt`.
    static func family(ofFile name: [UInt8]) -> String {
        let stem = name.prefix(upTo: name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)
        return LicenceNotices.family(of: String(decoding: stem, as: UTF8.self))
    }

    /// Families of an expression; of what is none, of what its words name.
    static func families(of licence: String) -> Set<String> {
        do throws(SPDXError) {
            return Set(try SPDXExpression(licence).terms.map { LicenceNotices.family(of: $0.id) })
        } catch {
            return Set(LicenceNotices.find(in: Array("license \(licence)".utf8)[...]).map(\.family))
        }
    }
}

/// The licences that a manifest declares.
enum ManifestLicences {
    /// Without any for what is no manifest; nil for what cannot be read as one: the checks of dependencies say so.
    static func manifest(_ bytes: [UInt8], _ path: Path) -> Manifest? {
        guard !bytes.isEmpty, let format = Formats.all.manifest(path) else { return Manifest() }
        do { return try format.read(bytes, path: path) } catch { return nil }
    }
}
