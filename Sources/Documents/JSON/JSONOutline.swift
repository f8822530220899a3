// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A JSON value by the places that its texts stand at.
struct JSONOutline {
    enum Text {
        /// What stands between the quotes, which is all of it.
        case plain(Range<Int>)
        /// One of the texts with a backslash, from 0.
        case escaped(Int)
    }

    indirect enum Value {
        case text(Text)
        case bool(Bool)
        case null
        case list([JSONOutline])
        case map([(key: Text, value: JSONOutline)])
    }

    let value: Value
    let line: Int

    init(_ value: Value, line: Int) {
        self.value = value
        self.line = line
    }

    /// `texts`: those with a backslash, decoded.
    func document(_ bytes: [UInt8], _ texts: [String]) -> Document {
        func decoded(_ text: Text) -> String {
            switch text {
            case .plain(let range): String(decoding: bytes[range], as: UTF8.self)
            case .escaped(let index): texts[index]
            }
        }
        let document: Document.Value =
            switch value {
            case .text(let text): .text(decoded(text))
            case .bool(let flag): .bool(flag)
            case .null: .null
            case .list(let items): .list(items.map { $0.document(bytes, texts) })
            case .map(let members): .map(members.map { (decoded($0.key), $0.value.document(bytes, texts)) })
            }
        return Document(document, line: line)
    }
}
