// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Licences

struct SPDXExpressionTests {
    @Test(
        arguments: [
            ("MIT", "MIT"), ("mit", "MIT"), ("  MIT\t", "MIT"), ("(MIT)", "MIT"), ("((MIT))", "MIT"),
            ("MIT OR Apache-2.0", "MIT OR Apache-2.0"), ("mit or apache-2.0", "MIT OR Apache-2.0"),
            ("MIT AND ISC OR Zlib", "MIT AND ISC OR Zlib"), ("MIT AND (ISC OR Zlib)", "MIT AND (ISC OR Zlib)"),
            ("(MIT AND ISC) OR Zlib", "MIT AND ISC OR Zlib"), ("(MIT OR ISC) OR Zlib", "MIT OR ISC OR Zlib"),
            ("(MIT)AND(ISC)", "MIT AND ISC"), ("MIT  OR\tISC", "MIT OR ISC"),
            ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
            ("gpl-2.0-only with classpath-exception-2.0 and mit", "GPL-2.0-only WITH Classpath-exception-2.0 AND MIT"),
            ("Apache-2.0+", "Apache-2.0+"), ("GPL-2.0+", "GPL-2.0+"), ("MPL-1.1+ OR MIT", "MPL-1.1+ OR MIT"),
            ("LicenseRef-Ours", "LicenseRef-Ours"), ("DocumentRef-a.b:LicenseRef-1", "DocumentRef-a.b:LicenseRef-1"),
            ("MIT WITH AdditionRef-x", "MIT WITH AdditionRef-x"),
            ("MIT WITH DocumentRef-d:AdditionRef-x", "MIT WITH DocumentRef-d:AdditionRef-x"),
        ])
    func reads(_ text: String, _ canonical: String) throws {
        #expect(try SPDXExpression(text).text == canonical)
    }

    @Test(
        arguments: [
            ("", 0, "empty"), ("   ", 0, "empty"), ("()", 1, "')'"), ("(MIT", 0, "not closed"), ("MIT)", 3, "')'"),
            ("MIT ISC", 4, "'ISC'"), ("MIT OR", 6, "it ends"), ("OR MIT", 0, "OR"), ("MIT AND AND ISC", 8, "AND"),
            ("MIT Or ISC", 4, "mixes cases"), ("MIT aNd ISC", 4, "mixes cases"), ("MIT WITH", 8, "it ends"),
            ("(MIT OR ISC) WITH x", 13, "binds to one"), ("GPL-2.0-only WITH a WITH b", 20, "one WITH"),
            ("Apache-2.0 +", 11, "blank"),
            ("+", 0, "directly behind"), ("MIT/ISC", 3, "OR"), ("MIT, ISC", 3, "OR"), ("MIT & ISC", 4, "AND"),
            ("MIT || ISC", 4, "OR"),
            ("MIT\u{A0}OR ISC", 3, "no-break space"), ("MIT\nISC", 3, "one line"), ("MIT é", 4, "é"),
            ("my_licence", 2, "'_'"),
            ("LicenseRef-", 0, "no name"), ("LicenseRef-a+", 0, "'+'"), ("DocumentRef-a", 0, "DocumentRef"),
            ("DocumentRef-a:MIT", 0, "DocumentRef"), ("DocumentRef-:LicenseRef-a", 12, "':'"),
            ("MIT:LicenseRef-a", 3, "':'"),
            ("AdditionRef-a", 0, "WITH"), ("MIT WITH LicenseRef-a", 9, "AdditionRef"),
            ("MIT WITH Classpath-exception-2.0+", 9, "'+'"),
            ("MIT AND (ISC", 8, "not closed"), ("MIT (ISC)", 4, "'('"), ("MIT WITH (x)", 9, "'('"),
        ] as [(String, Int, String)])
    func refuses(_ text: String, _ offset: Int, _ words: String) {
        let error = #expect(throws: SPDXError.self) { try SPDXExpression(text) }
        #expect(error?.offset == offset)
        #expect(error?.reason.contains(words) == true, "\(error?.reason ?? "")")
    }

    @Test func knowsItsLimits() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "MIT" + String(repeating: ")", count: depth)
        }
        #expect(try SPDXExpression(nested(SPDXExpression.depthLimit)).text == "MIT")
        #expect(throws: SPDXError.self) { try SPDXExpression(nested(SPDXExpression.depthLimit + 1)) }
        #expect(throws: SPDXError.self) { try SPDXExpression(nested(1_000_000)) }
        #expect(throws: SPDXError.self) { try SPDXExpression(String(repeating: "MIT OR ", count: 1000) + "MIT") }
        #expect(try SPDXExpression(Array(repeating: "MIT", count: 500).joined(separator: " OR ")).terms.count == 500)
    }

    @Test func saysWhatIsWrongWithIDs() throws {
        let expression = try SPDXExpression("GPL-2.0 OR mit OR Apche-2.0 OR LicenseRef-x")
        #expect(expression.issues.map(\.offset) == [0, 11, 18])
        #expect(expression.issues[0].kind == .deprecated(replacements: ["GPL-2.0-only", "GPL-2.0-or-later"]))
        #expect(expression.issues[1].kind == .spelling(canonical: "MIT"))
        #expect(expression.issues[2].hint == "did you mean 'Apache-2.0'?")
        #expect(expression.ids == ["GPL-2.0", "MIT", "Apche-2.0", "LicenseRef-x"])
    }

    @Test(
        arguments: [
            ("Apache2", "did you mean 'Apache-2.0'?"), ("licenseref-x", "the prefix is written LicenseRef-"),
            ("NONE", "bills of materials"),
            ("UNLICENSED", "LicenseRef-NAME"), ("Classpath-exception-2.0", "behind WITH"), ("GPL", "GPL-2.0-only"),
            ("MIT WITH ISC", "takes an exception"),
            ("GPL-2.0-only WITH Claspath-exception-2.0", "Classpath-exception-2.0"),
        ])
    func hints(_ text: String, _ words: String) throws {
        let issue = try #require(try SPDXExpression(text).issues.first)
        #expect(issue.hint?.contains(words) == true, "\(issue)")
    }

    @Test(
        arguments: [
            ("MIT OR Apache-2.0", "Apache-2.0 or mit", true), ("MIT AND MIT", "MIT", true),
            ("GPL-2.0", "GPL-2.0-only", true),
            ("GPL-2.0", "GPL-2.0-or-later", true), ("GPL-2.0+", "GPL-2.0-or-later", true),
            ("GPL-2.0-only", "GPL-2.0-or-later", false),
            ("MIT OR ISC", "MIT AND ISC", false), ("MIT", "ISC", false),
            ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only", false),
            ("GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0", true),
        ])
    func compares(_ one: String, _ other: String, _ isSame: Bool) throws {
        #expect(try SPDXExpression(one).isEquivalent(to: SPDXExpression(other)) == isSame)
        #expect(try SPDXExpression(other).isEquivalent(to: SPDXExpression(one)) == isSame)
    }
}

struct LicenceRulesTests {
    @Test(
        arguments: [
            ("MIT", true), ("ISC", false), ("MIT OR ISC", true), ("MIT AND ISC", false),
            ("ISC AND (MIT OR Apache-2.0)", false),
            ("Apache-2.0 AND (MIT OR GPL-3.0-only)", true), ("Apache-2.0+", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("GPL-2.0-or-later", true), ("GPL-2.0+", true), ("GPL-2.0", true), ("GPL-3.0-only", false),
            ("GPL-3.0-or-later", false),
            ("LicenseRef-Ours", true), ("LicenseRef-ours", false), ("LicenseRef-Theirs", false), ("MPL-2.0", true),
            ("LGPL-2.1-only", true),
            ("AGPL-3.0-only", false), ("LGPL-3.0-only", false), ("CC0-1.0", false),
            ("GPL-3.0-only WITH Classpath-exception-2.0", true),
        ])
    func evaluates(_ text: String, _ isAllowed: Bool) throws {
        let rules = try LicenceRules(
            allow: ["mit", "Apache-2.0", "GPL-2.0-only", "LicenseRef-Ours", "weak-copyleft"], deny: ["LGPL-3.0-only"])
        #expect(try SPDXExpression(text).isAllowed(by: rules.allows) == isAllowed)
    }

    @Test func aDenyListAloneAllowsTheRest() throws {
        let rules = try LicenceRules(allow: [], deny: ["strong-copyleft", "source-available"])
        func isAllowed(_ text: String) throws -> Bool { try SPDXExpression(text).isAllowed(by: rules.allows) }
        #expect(try isAllowed("MIT") && isAllowed("LicenseRef-x") && isAllowed("GPL-2.0-only OR MIT"))
        #expect(try !isAllowed("GPL-2.0-only") && !isAllowed("MIT AND SSPL-1.0"))
    }

    @Test(arguments: [
        ("Aache-2.0", "Apache-2.0"), ("permisive", "permissive"), ("MIT OR ISC", "entry for each"), ("MIT/ISC", "OR"),
        ("", "empty"),
    ])
    func refusesWhatIsNoLicence(_ text: String, _ words: String) {
        let error = #expect(throws: (any Error).self) { try LicenceRules(allow: [text], deny: []) }
        #expect("\(error.map { "\($0)" } ?? "")".contains(words))
    }
}
