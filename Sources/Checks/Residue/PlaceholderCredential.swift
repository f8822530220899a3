// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// What stands in samples where a credential is to be put.
enum PlaceholderCredential {
    static let words: [String] = ["-", "_"].flatMap { sign in
        [
            ["your", "api", "key"], ["your", "secret", "key"], ["your", "access", "token"], ["your", "auth", "token"],
            ["your", "client", "secret"],
            ["your", "token", "here"], ["your", "password", "here"], ["your", "secret", "here"],
            ["api", "key", "here"],
        ].map { $0.joined(separator: sign) }
    }
}

extension ResidueFile {
    /// Placeholders in what was added, outside of samples and prose.
    mutating func placeholders(at offsets: [Int]) -> [Finding] {
        guard !isSample, language?.isProse == false else { return [] }
        return firstOnLines(offsets).map { offset in
            finding("placeholder", at: offset, .placeholder, fix: .load, level: .monitor)
        }
    }
}

extension Message {
    fileprivate static let placeholder: Message =
        "a placeholder where a credential is to stand: it will not work as it is"
    fileprivate static let load: Message = "load the credential from the environment or a secret store"
}
