// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

struct IdentityParserTests {
    private typealias Problem = IdentityReading.Problem

    @Test func oneNameAndAddress() {
        let reading = IdentityParser.read("Ann Lee <ann@example.org>")
        #expect(reading.only == Sample.ann)
        #expect(
            IdentityParser.read("Ånn (QA) Lee\t<ANN@Example.org>").only
                == Identity(name: "Ånn (QA) Lee", email: "ANN@Example.org"))
        #expect(IdentityParser.read("Ann Lee <ann@example.org>  ").only == Sample.ann)
    }

    @Test(arguments: [
        ("", Problem.empty, []),
        (" \t ", .empty, []),
        ("Ann Lee", .noAddress, []),
        ("Ann Lee <>", .noAddress, []),
        ("Ann Lee <ann>", .noAddress, []),
        ("Ann Lee <!-- raw HTML omitted -->", .noAddress, []),
        ("<ann@example.org>", .noName, [Identity(name: "", email: "ann@example.org")]),
        ("Ann Lee ann@example.org", .noBrackets, [Sample.ann]),
        ("Ann Lee (ann@example.org)", .noBrackets, [Sample.ann]),
        ("Ann Lee <ann@example.org", .unclosed, [Sample.ann]),
        ("Ann Lee <ann@example.org> # looks good", .trailing, [Sample.ann]),
        ("Ann Lee &lt;ann@example.org&gt;", .entity, [Sample.ann]),
        ("Ann Lee &#60;ann@example.org&#X3E;", .entity, [Sample.ann]),
        ("Ann Lee <ann@example.org> & Bo Ray <bo@example.org>", .several, [Sample.ann, Sample.bo]),
        ("Ann Lee <ann@example.org> and Bo Ray <bo@example.org>", .several, [Sample.ann, Sample.bo]),
        ("Ann Lee <ann@example.org>, Bo Ray bo@example.org", .several, [Sample.ann, Sample.bo]),
        (
            "Ann Lee <ann@example.org <bo@example.org>", .several,
            [Sample.ann, Identity(name: "", email: "bo@example.org")]
        ),
        ("Ann Lee <a b@example.org>", .noAddress, []),
        ("Ann Lee <ann@ex@ample.org>", .noAddress, []),
        ("Ann Lee <ann@example.org\u{0}>", .noAddress, []),
    ])
    func everythingElseSaysWhatIsWrong(_ value: String, _ problem: IdentityReading.Problem, _ identities: [Identity]) {
        let reading = IdentityParser.read(value)
        #expect(reading.problem == problem)
        #expect(reading.identities == identities)
        #expect(reading.only == nil)
    }

    @Test func aValueWithoutEndIsNotReadToIt() {
        let reading = IdentityParser.read("Ann Lee <ann@example.org>" + String(repeating: " ", count: 5000) + "x")
        #expect(reading.problem == .tooLong)
        #expect(reading.only == nil)
    }
}
