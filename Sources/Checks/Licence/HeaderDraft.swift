// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages
import Licences

/// How a header is written in a file.
struct HeaderStyle {
    private let style: CommentStyle?

    init(_ path: Path, _ region: HeaderRegion) {
        style = Language(path: path, text: region.bytes)?.commentStyle
    }

    /// The file can hold a comment.
    var canHold: Bool { style != nil }

    /// The lines with what makes a comment of them; nil where the file can hold none.
    func comment(_ lines: [String]) -> [String]? { style?.comment(lines) }
}

/// The header that a file lacks, to be written by hand or by the reuse tool.
struct HeaderDraft {
    private let year: Int
    private let style: HeaderStyle
    private let model: HeaderModel?
    private let licence: String
    private let holder: String

    /// `model`: of the base's files; `allowed`: by the policy.
    init(year: Int, style: HeaderStyle, model: HeaderModel?, allowed: [String]) {
        self.year = year
        self.style = style
        self.model = model
        let only = allowed.count == 1 ? allowed[0] : nil
        licence = HeaderDraft.plain(model?.licence ?? only) ?? "LICENCE"
        holder = HeaderDraft.plain(model?.holder) ?? "HOLDER"
    }

    /// What stands in the lines may be copied into a shell: names with other characters are left to the reader.
    private static func plain(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= 80 else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || " .,-+&()".unicodeScalars.contains($0)
        }
        return isPlain ? text : nil
    }

    /// What to do about a missing header. `line`: that the header begins at.
    func fix(_ path: Path, line: Int) -> Message {
        let command: Message = "reuse annotate --year \(year) --copyright '\(holder)' --license '\(licence)'"
        // Projects that write headers in words have no tags to add.
        if let model, model.licence == nil { return "write the header that \(model.path) has, at line \(line)" }
        let tags = ["SPDX-FileCopyrightText: \(year) \(holder)", "SPDX-License-Identifier: \(licence)"]
        guard let lines = style.comment(tags), let first = lines.first else {
            return "the file can hold no comment; '\(command) --force-dot-license' writes a file beside it"
        }
        let header = lines.dropFirst().reduce("'\(first)'" as Message) { "\($0), '\($1)'" }
        return "add at line \(line): \(header); or run: \(command)"
    }
}
