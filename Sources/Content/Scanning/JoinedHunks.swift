// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// The added lines of a file as they are scanned: each hunk behind the lines before it, which may hold the name of its
/// first value, and apart from the others, so that nothing is bound to what stands elsewhere.
struct JoinedHunks {
    let text: [UInt8]
    /// Where added lines stand in the text, by place.
    private var parts: [Part] = []

    private struct Part {
        let start: Int
        let count: Int
        /// In the change's added text.
        let offset: Int
    }

    /// Stands between two hunks: no blank, sign or letter, so that no value and no name goes on over it.
    private static let separator: [UInt8] = [0x0A, 0x00, 0x0A]

    init(_ change: TextChange) {
        let hunks = change.hunks.filter { $0.newCount > 0 }
        guard hunks.count > 1 || hunks.contains(where: { !$0.lead.isEmpty }) else {
            text = change.addedText
            return
        }
        var text: [UInt8] = []
        text.reserveCapacity(
            change.addedText.count + hunks.reduce(0) { $0 + $1.lead.count + JoinedHunks.separator.count })
        for (index, hunk) in hunks.enumerated() {
            if index > 0 { text += JoinedHunks.separator }
            text += hunk.lead
            let end = index + 1 < hunks.count ? hunks[index + 1].offset : change.addedText.count
            parts.append(Part(start: text.count, count: end - hunk.offset, offset: hunk.offset))
            text += change.addedText[hunk.offset..<end]
        }
        self.text = text
    }

    /// Where in the added text the first byte of a value is that was added; nil for one that stands only in lines that
    /// were there before.
    func added(of value: Range<Int>) -> Int? {
        guard !parts.isEmpty else { return value.lowerBound }
        var low = 0
        var high = parts.count
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].start + parts[middle].count <= value.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < parts.count, parts[low].start < value.upperBound else { return nil }
        return parts[low].offset + max(0, value.lowerBound - parts[low].start)
    }
}
