// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences

/// The header that a new file should have, as others have it.
struct HeaderModel: Hashable {
    /// An SPDX expression; nil where headers are written in words.
    let licence: String?
    /// Nil where headers name none.
    let holder: String?
    /// A file that has it.
    let path: Path

    /// The most common one among the files nearest to a path; nil without any.
    init?(_ samples: [HeaderSample], near path: Path) {
        let folders = path.folder.bytes.split(separator: UInt8(ascii: "/"))
        func nearness(_ sample: HeaderSample) -> Int {
            zip(folders, sample.path.folder.bytes.split(separator: UInt8(ascii: "/"))).prefix { $0.elementsEqual($1) }
                .count
        }
        guard let nearest = samples.map(nearness).max() else { return nil }
        var counts: [Wording: (count: Int, first: Path)] = [:]
        for sample in samples where nearness(sample) == nearest {
            let wording = Wording(sample.tags)
            counts[wording] = ((counts[wording]?.count ?? 0) + 1, counts[wording]?.first ?? sample.path)
        }
        guard let best = counts.max(by: { ($0.value.count, $1.value.first) < ($1.value.count, $0.value.first) }) else {
            return nil
        }
        licence = best.key.licence
        holder = best.key.holder
        self.path = best.value.first
    }

    private struct Wording: Hashable {
        let licence: String?
        let holder: String?

        init(_ tags: LicenceTags) {
            licence = tags.tags.first.map { String(decoding: $0.value, as: UTF8.self) }
            holder = tags.notices.first.map { String(decoding: $0.holder, as: UTF8.self) }
        }
    }
}
