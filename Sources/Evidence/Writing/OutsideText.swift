// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The most characters of a word from outside that a report holds.
private let outsideLimit = 400

/// A word from outside (a branch, a tool's name, an owner, a reason) in the form in which reports may hold it: visible,
/// e-mail addresses and user information in URLs masked, cut.
///
/// Unlike `Excerpt` it leaves `gate.yml@refs/heads/main` as it is: only what has a domain is an address.
func outside(_ text: String) -> String {
    // Nearly every such word is plain, and a range has many of them.
    let isPlain =
        text.utf8.count <= outsideLimit
        && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "@") }
    return isPlain ? text : VisibleText.of(OutsideMask(Array(text.utf8)).text, limit: outsideLimit)
}

/// Text of any length with e-mail addresses and user information in URLs masked.
package func withoutAddresses(_ text: String) -> String {
    OutsideMask(Array(text.utf8)).text
}

extension Path {
    /// The bytes in hexadecimal, when what is shown is not exactly them.
    var hexWhenEscaped: String? {
        visible.utf8.elementsEqual(bytes) ? nil : Hex.string(bytes)
    }
}

extension PolicySource {
    var shownPath: String? { path.map(withoutFolders) }
}

extension Waiver {
    /// `file:line`.
    var shownID: String { "\(withoutFolders(file)):\(line)" }
}

/// Of an absolute path only the file's name: the folders belong to somebody's machine.
private func withoutFolders(_ path: String) -> String {
    guard path.hasPrefix("/") else { return outside(path) }
    return outside(path.split(separator: "/").last.map(String.init) ?? path)
}
