// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Licences

struct LicenceListTests {
    @Test func everyIDIsFoundInAnyCase() {
        let ids = LicenceList.entries.map(\.id)
        #expect(ids.count > 770)
        for id in ids {
            #expect(LicenceList.entry(id)?.id == id)
            #expect(LicenceList.entry(id.lowercased())?.id == id)
            #expect(LicenceList.entry(id.uppercased())?.id == id)
        }
    }

    @Test(arguments: [
        "", "A", "MI", "MITX", "mit ", "Zlib2", "zzz", "\u{1}", "GPL-2", "ZPL-2.1\t",
        String(repeating: "a", count: 5000),
    ])
    func othersAreNot(_ id: String) {
        #expect(LicenceList.entry(id) == nil)
    }

    @Test func saysWhatStandsForADeprecatedID() {
        #expect(LicenceList.entry("GPL-2.0")?.replacements == ["GPL-2.0-only", "GPL-2.0-or-later"])
        #expect(LicenceList.entry("GPL-2.0+")?.replacements == ["GPL-2.0-or-later"])
        #expect(LicenceList.entry("Net-SNMP")?.isDeprecated == true)
        #expect(LicenceList.entry("Net-SNMP")?.replacements == [])
        #expect(LicenceList.entry("MIT")?.isDeprecated == false)
        #expect(LicenceList.entries.filter(\.isDeprecated).count == 33)
    }

    /// A name without version has the category of all that it may stand for, or of the most of it.
    @Test func familiesAgreeWithTheList() {
        let names = LicenceFamilies.categories.keys
        for (name, category) in LicenceFamilies.categories {
            let members = LicenceList.entries.filter { entry in
                guard !entry.isException, LicenceFamilies.family(of: entry.id) == name else { return false }
                return entry.id == name || !names.contains(entry.id)
            }
            let agreeing = members.count { $0.category == category }
            #expect(agreeing * 2 >= members.count, "\(name): \(members.map(\.id))")
        }
    }

    /// What is to be written instead must itself be right.
    @Test func replacementsAreExpressionsOfTheList() throws {
        for entry in LicenceList.entries where !entry.isException {
            for replacement in entry.replacements {
                #expect(try SPDXExpression(replacement).issues.isEmpty, "\(replacement)")
            }
        }
    }

    @Test(
        arguments: [
            ("MIT", LicenceCategory.permissive), ("GPL-3.0-or-later", .strongCopyleft),
            ("LGPL-2.1-only", .weakCopyleft),
            ("MPL-2.0", .weakCopyleft), ("BUSL-1.1", .sourceAvailable), ("CC-BY-NC-4.0", .restricted),
            ("CC0-1.0", .publicDomain),
            ("CC-BY-SA-4.0", .strongCopyleft), ("CC-BY-4.0", .permissive), ("Classpath-exception-2.0", .unknown),
        ])
    func knowsCategories(_ id: String, _ category: LicenceCategory) {
        #expect(LicenceList.entry(id)?.category == category)
    }

    @Test func knowsItsVersion() {
        #expect(LicenceList.version.split(separator: ".").count >= 2)
        #expect(LicenceList.entry("SPDX") == nil)
    }
}
