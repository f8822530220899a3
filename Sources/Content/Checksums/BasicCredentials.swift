// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The credentials of RFC 7617: base64 of a user's name, a colon and a password, without control characters.
package enum BasicCredentials {
    package static func isValid(_ value: [UInt8]) -> Bool {
        guard let text = Base64Text.decoded(value), let colon = text.firstIndex(of: UInt8(ascii: ":")),
            colon < text.count - 1, String(validating: text, as: UTF8.self) != nil
        else { return false }
        return text.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
