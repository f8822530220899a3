// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A full name of a branch or tag, taken apart.
enum RefName: Equatable {
    case branch(String)
    case tag(String)

    /// Nil for a name outside `refs/heads/` and `refs/tags/`, or one that git would not accept.
    init?(full: String) {
        func name(after prefix: String) -> String? {
            guard full.utf8.starts(with: prefix.utf8) else { return nil }
            let name = String(decoding: full.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            return RefName.isWellFormed(name) ? name : nil
        }
        if let branch = name(after: "refs/heads/") {
            self = .branch(branch)
        } else if let tag = name(after: "refs/tags/") {
            self = .tag(tag)
        } else {
            return nil
        }
    }

    /// True for a short name that git accepts and that cannot be read as an option or another revision.
    ///
    /// Source: git-check-ref-format(1) for a branch; the limit of 1,024 bytes is ours. A name that breaks the rules
    /// came from no forge. Bytes are compared, for a combining character would hide a dot from a comparison of
    /// characters.
    static func isWellFormed(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        let components = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return bytes.count <= 1024 && bytes != Array("@".utf8) && bytes.first != UInt8(ascii: "-")
            && bytes.last != UInt8(ascii: ".")
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && !bytes.contains(where: forbidden.contains)
            && !["..", "@{"].contains { has(bytes, $0) }
            && components.allSatisfy { component in
                !component.isEmpty && component.first != UInt8(ascii: ".")
                    && !component.reversed().starts(with: ".lock".utf8.reversed())
            }
    }

    private static let forbidden = Set(" ~^:?*[\\".utf8)

    private static func has(_ bytes: [UInt8], _ part: String) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: part.utf8) }
    }
}
