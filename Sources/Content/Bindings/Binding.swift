// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A name and the literal that it is given, in whatever form the language has for it.
struct Binding {
    /// How the value stands there.
    enum Form {
        /// Between quotes.
        case quoted
        /// To a blank or the end of the line, as shells and settings write it.
        case bare
        /// Within a longer text: a connection string, a URL's query.
        case embedded
        /// Between quotes, behind a user's name.
        case pair
        /// Between the tags of a markup element.
        case element
    }

    /// Of the last part of the name, without what stands around it: `db_password` of `config.db_password`.
    let name: Range<Int>
    /// All of the name: `config.db_password`.
    let path: Range<Int>
    /// From the first byte of the value to behind its last, quotes left out.
    let range: Range<Int>
    /// The value itself: escapes of quotes resolved, parts that are joined put together.
    let value: [UInt8]
    let form: Form
    /// A part of the value is computed.
    var isPartial = false
    /// The line is a comment, or a sentence.
    var isRemark = false
    /// Name and value are neighbours in a list of texts, which may be but a list of words.
    var isListed = false
}
