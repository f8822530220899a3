// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// Reads JSON (RFC 8259) with FoundationEssentials, which says what a text holds; where it stands, JSONPlaces says, as
/// no decoder keeps lines or the order of keys.
package enum JSONReader {
    /// `comments`: also what tsconfig.json and bun.lock may hold, comments and a comma after the last value. Throws for
    /// what is no JSON, too large or too deep.
    package static func read(_ bytes: [UInt8], comments: Bool = false) throws(DocumentError) -> Document {
        try DocumentLimit.check(bytes)
        // First, because it knows the line of a mistake.
        var places = JSONPlaces(bytes, comments: comments)
        let outline = try places.outline()
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = comments
        do {
            _ = try decoder.decode(AnyJSON.self, from: Data(bytes))
            // Texts with escapes, all at once: a decoder for each would cost more than the rest.
            let escaped = places.escapedTexts
            let texts = escaped.isEmpty ? [] : try JSONDecoder().decode([String].self, from: Data(escaped))
            return outline.document(bytes, texts)
        } catch {
            throw DocumentError("not JSON")
        }
    }
}

/// Any JSON text: decoding it says no more than that it is one.
private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) throws {}
}
