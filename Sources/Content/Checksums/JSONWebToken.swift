// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A signed token in the compact form of RFC 7515: header and claims are JSON objects, and the header names its
/// algorithm.
package enum JSONWebToken {
    package static func isValid(_ value: [UInt8]) -> Bool {
        let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64Text.decoded(parts[0]), let claims = Base64Text.decoded(parts[1])
        else { return false }
        return JSONObject.keys(header)?.contains("alg") == true && JSONObject.keys(claims) != nil
    }
}

/// What `.dockerconfigjson` holds: base64 of a JSON object with `auths`.
package enum DockerAuths {
    package static func isValid(_ value: [UInt8]) -> Bool {
        Base64Text.decoded(value).flatMap(JSONObject.keys)?.contains("auths") == true
    }
}

/// The names in a JSON object.
private struct JSONObject: Decodable {
    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let keys: [String]

    init(from decoder: any Decoder) throws {
        keys = try decoder.container(keyedBy: Key.self).allKeys.map(\.stringValue)
    }

    /// Nil where the bytes are no JSON object.
    static func keys(_ bytes: [UInt8]) -> [String]? {
        do { return try JSONDecoder().decode(JSONObject.self, from: Data(bytes)).keys } catch { return nil }
    }
}
