// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@Suite struct ExcerptTests {
    @Test(
        "A person's address is masked",
        arguments: [
            ("by ann.lee@example.org", "by a***@example.org"),
            ("<bo@163.com>, <cy@mail.example>", "<b***@163.com>, <c***@mail.example>"),
            ("root@server01", "r***@server01"), ("ann@10.0.0.1", "a***@10.0.0.1"),
            ("josé@example.org", "j***@example.org"),
            ("git@github.com:o/r", "g***@github.com:o/r"), ("a@b@example.org", "a***@b***@example.org"),
            ("ann@", "a***@"),
        ])
    func masksAddresses(_ text: String, _ masked: String) {
        #expect(Excerpt(line: text).text == masked)
    }

    @Test(
        "A version or a ref after the @ names nobody",
        arguments: [
            "actions/checkout@v4", "left-pad@1.3.0", "left-pad@^1.3.0", "react@19.0.0-rc.1", "gate.yml@refs/heads/main",
            "@Override",
            "a @ b",
        ])
    func leavesVersions(_ text: String) {
        #expect(Excerpt(line: text).text == text)
    }
}
