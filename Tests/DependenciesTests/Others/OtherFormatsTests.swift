// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import TestKit
import Testing

@Suite struct OtherFormatsTests {
    static let folders = [
        "actions", "agents", "compose", "dart", "docker", "dotnet", "gitlab", "gradle", "hooks", "kubernetes", "maven",
        "php", "ruby",
        "scripts",
    ]

    /// What each sample asks for, written out.
    @Test(arguments: folders) func readsSamples(folder: String) throws {
        var text = ""
        for sample in try OtherReading.samples(folder) {
            text += sample.path + "\n"
            for line in OtherReading.shown(sample.bytes, Path(sample.path)) { text += "  " + line + "\n" }
        }
        try expectSnapshot(text.utf8, "Fixtures/Dependencies/Others/\(folder).txt")
    }
}
