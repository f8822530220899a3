// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences
import Testing

@testable import Checks

struct LicenceTextTests {
    /// Names of several words may be broken into lines, where a single word or another name of the notice is found.
    @Test func everyNameHasAWordThatIsLookedFor() {
        let names = LicenceNotices.names(of: [.strongCopyleft, .weakCopyleft, .sourceAvailable])
        #expect(names.count > 100)
        for name in names {
            let spelled = [" ", "-", "/"].map { " " + name.joined(separator: $0) }
            #expect(LicenceText.words.contains { word in spelled.contains { $0.contains(word) } }, "\(name)")
        }
    }

    @Test(arguments: [
        ("LICENSE", true), ("LICENCE.md", true), ("COPYING.LESSER", true), ("LICENSE-MIT", true),
        (
            "NOTICE.txt",
            true
        ), ("LICENSES", true),
        ("license_check.py", false), ("license.go", false), ("licenser", false), ("notice.swift", false),
        (
            "README",
            false
        ),
    ]) func licenceFilesAreToldByTheirNames(name: String, expected: Bool) {
        #expect(LicenceFiles.isLicenceFile(Array(name.utf8)) == expected)
    }

    @Test(arguments: [
        ("src/a.c", true), ("a.py", true), ("README.md", false), ("a.json", false), ("pkg/licensing/table.go", false),
        ("spdx/ids.py", false), ("LICENSE", false), ("a.unknown", false),
    ]) func codeAloneIsJudged(path: String, expected: Bool) {
        #expect((LicenceFiles.language(of: Path(path)) != nil) == expected)
    }

    @Test func aStricterLicenceOfTheSameFamilyStandsForALesser() {
        let path = Path("COPYING")
        let tree = MemoryTree([path: Array("under the GNU General Public License".utf8)])
        let families = LicenceGround.Facts(tree, [path], limit: 100).families
        #expect(families.stands("GPL"))
        #expect(families.stands("LGPL"))
        #expect(!families.stands("AGPL"))
        #expect(!families.stands("MPL"))
    }
}
