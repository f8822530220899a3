// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Licences

struct NoticeCopyrightTests {
    private func holder(_ line: String) -> String? {
        CopyrightClaim(in: Array(line.utf8)[...]).map { String(decoding: $0.holder, as: UTF8.self) }
    }

    @Test(arguments: [
        ("Copyright (c) 2026 Example Ltd.", "Example Ltd"),
        (" * Copyright (C) 2009-2012, 2014 by Ann Lee <ann@example.org>", "Ann Lee"),
        ("# © 2026 Example", "Example"),
        ("// Copyright 2019 Example Inc. All Rights Reserved.", "Example Inc"),
        ("/* (c) 2001 Bo Ray, Example AB */", "Bo Ray, Example AB"),
        ("Copyright © Example", "Example"), ("Copyright (C) 1995, 1996, and 1998 Example", "Example"),
        ("// Copyright 2024 ExampleHTTPClient authors https://example.org", "ExampleHTTPClient authors"),
        ("; Copyright: 2020, 21 Jürgen Example (maintainer)", "Jürgen Example"),
        ("SPDX-FileCopyrightText: Copyright 2024-present Example", "Example"),
    ]) func aClaimNamesItsHolder(line: String, expected: String) {
        #expect(holder(line) == expected)
    }

    @Test(arguments: [
        "the above copyright notice and this permission notice", "Copyright holders may add terms",
        "Copyright (C) <year> <name of author>",
        "Copyright [yyyy] [name of copyright owner]", "copyright = f'{year}'", "case (c) of the list",
        "Copyright (c) 2026", "",
        "Copyright (c) {{ year }} {{ author }}", "call(c) 2020", "see the copyright law of 1976",
    ]) func whatClaimsNothingIsNone(line: String) {
        #expect(holder(line) == nil, "\(line)")
    }

    @Test func namesAreComparedByTheirWords() throws {
        let claim = try #require(CopyrightClaim(in: Array("Copyright 2020 The Example Authors".utf8)[...]))
        let other = try #require(CopyrightClaim(in: Array("(c) 2024 EXAMPLE, Inc. and contributors".utf8)[...]))
        #expect(claim.names(other))
        #expect(claim.names("Example GmbH"))
        #expect(!claim.names("Sample GmbH"))
        #expect(!claim.names(""))
        #expect(try #require(CopyrightClaim(in: Array("(c) 2016 AnnLee".utf8)[...])).names("Ann Lee"))
    }
}
