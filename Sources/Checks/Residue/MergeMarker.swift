// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// Markers that git and tools for patches write into files: of conflicts, of blocks to search and replace, of
/// envelopes.
///
/// Seven signs at the beginning of a line, then a blank or the line's end (git-merge(1), "How conflicts are
/// presented"). Seven `=` underline a heading too, and only count between the others.
enum MergeMarker {
    /// With what has to follow: a row of signs is none.
    static let words =
        ["<<<<<<<", ">>>>>>>"].flatMap { sign in [" ", "\n", "\r"].map { sign + $0 } }
        + ["*** begin patch", "*** update file:"]

    enum Sign {
        case opener, closer, envelope
    }

    struct Marker {
        let sign: Sign
        let offset: Int
        /// What a tool for patches writes behind the sign: SEARCH, REPLACE.
        let isPatch: Bool
        /// An opener with its separator and its closer.
        var isComplete = false
    }

    /// The marker that begins at an offset, where a line begins; nil when it is none.
    static func marker(at offset: Int, in text: [UInt8]) -> Marker? {
        let byte = text[offset]
        if byte == UInt8(ascii: "*") { return Marker(sign: .envelope, offset: offset, isPatch: true) }
        let label = text[(offset + 7)...].prefix(64).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard label.isEmpty || label.first == UInt8(ascii: " ") else { return nil }
        let name = ResidueFile.trimmed(label)
        let isOpener = byte == UInt8(ascii: "<")
        return Marker(
            sign: isOpener ? .opener : .closer, offset: offset,
            isPatch: name.elementsEqual(isOpener ? "SEARCH".utf8 : "REPLACE".utf8))
    }

    /// The markers of a text, an opener together with the closer that ends its conflict.
    static func joined(_ markers: [Marker], in text: [UInt8]) -> [Marker] {
        var joined: [Marker] = []
        var open: Marker?
        for marker in markers {
            switch (marker.sign, open) {
            case (.closer, var opener?):
                opener.isComplete = hasSeparator(text[opener.offset..<marker.offset])
                joined.append(opener)
                open = nil
            case (.opener, let unclosed):
                if let unclosed { joined.append(unclosed) }
                open = marker
            // One envelope holds many files.
            case (.envelope, _) where joined.last?.sign == .envelope: break
            default: joined.append(marker)
            }
        }
        if let open { joined.append(open) }
        return joined
    }

    private static func hasSeparator(_ text: ArraySlice<UInt8>) -> Bool {
        text.split(separator: UInt8(ascii: "\n")).contains { line in
            line.starts(with: separator) && (line.count == 7 || line.dropFirst(7).allSatisfy(ResidueFile.isBlank))
        }
    }

    private static let separator = [UInt8](repeating: UInt8(ascii: "="), count: 7)
}

extension ResidueFile {
    /// Markers in what was added, a whole conflict as one.
    mutating func markers(at offsets: [Int]) throws -> [Finding] {
        let marks = offsets.filter(isLineStart).compactMap { MergeMarker.marker(at: $0, in: change.addedText) }
        return try MergeMarker.joined(marks, in: change.addedText).prefix(Judge.findingLimit + 1).compactMap { marker in
            guard let level = try level(of: marker) else { return nil }
            return finding(
                marker.isPatch ? "patch" : "conflict", at: marker.offset,
                marker.isPatch ? .patchMarker : .conflictMarker,
                fix: marker.isPatch ? .takeOut : .resolve, level: level)
        }
    }

    /// What a marker is worth: a conflict in code blocks; where text only shows one, nothing.
    private mutating func level(of marker: MergeMarker.Marker) throws -> Level? {
        guard let language, let source = try source() else {
            return isSample ? nil : marker.isComplete ? .warn : .monitor
        }
        let line = lines().position(at: marker.offset).line
        let isString = source.line(line)?.beginsInString ?? false
        if isString { return nil }
        if isSample { return marker.isComplete && !language.isProse && !language.isData ? .warn : .monitor }
        if language.isProse || language == .template { return marker.isComplete ? .warn : .monitor }
        if marker.sign == .envelope { return .warn }
        if marker.isComplete { return .block }
        // Alone in a comment it may be an arrow.
        return source.line(line)?.comment == nil ? .block : .monitor
    }
}

extension Message {
    fileprivate static let conflictMarker: Message = "a merge conflict was committed unresolved"
    fileprivate static let patchMarker: Message = "the envelope of a patch was committed with what it holds"
    fileprivate static let resolve: Message = "resolve the conflict and take the markers out"
    fileprivate static let takeOut: Message = "apply the patch and take its markers out"
}
