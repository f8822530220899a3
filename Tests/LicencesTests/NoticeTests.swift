// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Licences

struct NoticeTests {
    private func ids(_ text: String) -> [String] {
        LicenceNotices.find(in: Array(text.utf8)[...]).map { $0.isChoice ? $0.id + "?" : $0.id }
    }

    @Test(arguments: [
        ("Licensed under the GPL", "GPL"),
        (
            "under the terms of the GNU General Public License, version 2",
            "GPL-2.0-only"
        ),
        ("distributed under the GPLv3+", "GPL-3.0-or-later"),
        (
            "This file is GPLv2 as found in COPYING, see COPYING",
            "GPL-2.0-only"
        ),
        ("License: LGPL-2.1-or-later", "LGPL-2.1-or-later"), ("MODULE_LICENSE(\"GPL v2\");", "GPL-2.0-only"),
        ("version 2.1 of the GNU Lesser General Public Licence or any later version", "LGPL-2.1-or-later"),
        ("under the same terms as Perl itself", "Artistic"),
        (
            "see https://www.gnu.org/licenses/gpl-3.0.html",
            "GPL-3.0-only"
        ),
        (
            "<licenseUrl>https://opensource.org/licenses/MIT</licenseUrl>",
            "MIT"
        ), ("This is subject to the terms of the MPL 2.0", "MPL-2.0"),
        ("Mozilla Public License, v. 2.0.", "MPL-2.0"), ("under the Apache License, Version 2.0", "Apache-2.0"),
        ("Eclipse Public License - v 1.0", "EPL-1.0"), ("This work is licensed under CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("the BSD 3-Clause License", "BSD-3-Clause"),
        ("https://creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-3.0"),
        (
            "Server Side Public License, version 1",
            "SSPL-1.0"
        ),
        ("GNU Affero General Public License v3", "AGPL-3.0-only"),
        (
            "licensed under the Business Source License 1.1",
            "BUSL-1.1"
        ),
    ]) func anIdiomNamesItsLicence(text: String, id: String) {
        #expect(ids(text) == [id], "\(text)")
    }

    @Test(arguments: [" * ", "// ", "# ", ";; ", "-- ", "% ", "dnl ", "REM ", "\" ", "    \"", "! "])
    func aNoticeReadsTheSameInEveryComment(opener: String) {
        let notice = """
            This program is free software; you can redistribute it and/or
            modify it under the terms of the GNU General
            Public License as published by the Free Software Foundation; either
            version 2 of the License, or (at your option) any later
            version.
            """
        #expect(ids(notice.split(separator: "\n").map { opener + $0 }.joined(separator: "\n")) == ["GPL-2.0-or-later"])
        let lines = notice.split(separator: "\n").map { opener + $0 }
        #expect(ids(lines.joined(separator: "\r\n")) == ["GPL-2.0-or-later"])
    }

    @Test(arguments: [
        "not the GPL", "a GPL-compatible licence", "compatible with the GNU General Public License", "GPLL0 = 3",
        "// simple samples",
        "call_rcu is GPL-only", "EXPORT_SYMBOL_GPL(x)", "data:image/png;base64,AGPLmplEPLgpl==", "unlike the GPL, this",
        "LICENSES = ['MIT', 'GPL-2.0', 'LGPL-2.1', 'MPL-2.0', 'EPL-1.0', 'CDDL-1.0']",
        """
        License :: OSI Approved :: GNU General Public License (GPL)
        License :: OSI Approved :: Mozilla Public License 1.1 (MPL 1.1)
        License :: OSI Approved :: IBM Public License
        License :: OSI Approved :: Apple Public Source License
        """,
    ]) func whatPutsNothingUnderALicenceIsNone(text: String) {
        #expect(ids(text) == [], "\(text)")
    }

    @Test func aTextHidesTheLicencesThatItSpeaksOf() {
        let text = """
            Mozilla Public License Version 2.0
            1. Definitions
            1.12. "Secondary License" means either the GNU General Public License, Version 2.0, or the GNU LGPL
            """
        let found = LicenceNotices.find(in: Array(text.utf8)[...])
        #expect(found.map(\.id) == ["MPL-2.0"])
        #expect(found.map(\.form) == [.text])
    }

    @Test func variantsOfAFamilyAreToldApart() {
        let two = "Redistribution and use in source and binary forms, with or without modification, are permitted"
        let three = two + " 3. Neither the name of X may be used to endorse or promote products"
        let four = two + " All advertising materials mentioning features " + three
        #expect(ids(two) == ["BSD"])
        #expect(ids(three) == ["BSD-3-Clause"])
        #expect(ids(four) == ["BSD-4-Clause"])
    }

    @Test func aChoiceAndAnExceptionAreSeen() {
        #expect(ids("Released under the MIT, BSD, and GPL Licenses.").last == "GPL?")
        #expect(ids("Dual licensed under the MIT license and the GPLv2") == ["MIT?", "GPL-2.0-only?"])
        let text = "under the GNU General Public License version 2. As a special exception, you may link this library"
        #expect(LicenceNotices.find(in: Array(text.utf8)[...]).map(\.category) == [.weakCopyleft])
    }

    @Test(arguments: [
        ("SPDX-License-Identifier: GPL-2.0-or-later */", ["GPL-2.0-or-later"]),
        ("# SPDX-License-Identifier: (MIT OR AGPL-3.0-only)", ["MIT?", "AGPL-3.0-only?"]),
        (
            "SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0",
            ["GPL-2.0-only"]
        ), ("SPDX-License-Identifier", []),
        ("SPDX-License-Identifier: ", []), ("/* SPDX-License-Identifier: MIT */ int main or not;", ["MIT"]),
        ("https://opensource.org/license/cddl-1.0.php", ["CDDL-1.0"]),
        ("https://spdx.org/licenses/EPL-2.0.html", ["EPL-2.0"]),
        ("https://opensource.org/licenses/category", []),
    ]) func tagsAreRead(text: String, expected: [String]) {
        #expect(ids(text) == expected)
    }

    @Test func aRangeCountsAsItsSliceDoes() {
        let text = Array("xxxx licensed under the GPLv2 yyyy".utf8)
        let found = LicenceNotices.find(in: text[5...])
        #expect(found.map { String(decoding: text[$0.range], as: UTF8.self) } == ["GPLv2"])
    }
}
