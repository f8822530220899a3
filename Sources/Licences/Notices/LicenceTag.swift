// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The ids of a line's `SPDX-License-Identifier`, without a judgement of its grammar.
struct LicenceTag {
    let ids: [String]
    let isChoice: Bool
    let end: Int

    private enum Wanted {
        case id, `operator`, exception
    }

    /// Longest value that is read, in bytes.
    private static let limit = 512

    /// `start`: where the tag's last word ends; nil where no value follows a colon.
    init?(in bytes: UnsafeBufferPointer<UInt8>, after start: Int) {
        guard start < bytes.count, bytes[start] == UInt8(ascii: ":") else { return nil }
        let rest = bytes[(start + 1)...].prefix(LicenceTag.limit).prefix { $0 != UInt8(ascii: "\n") }
        var ids: [String] = []
        var isChoice = false
        // An id, or an exception, stands at the beginning and behind an operator; what follows them else is prose.
        var wants = Wanted.id
        var end = start
        scan: for word in rest.split(whereSeparator: { !LicenceTag.isPart($0) }) {
            switch (String(decoding: word, as: UTF8.self), wants) {
            case ("OR", .operator), ("or", .operator):
                isChoice = true
                wants = .id
            case ("AND", .operator), ("and", .operator): wants = .id
            case ("WITH", .operator), ("with", .operator): wants = .exception
            case (let id, .id) where LicenceTag.isLetter(word.first):
                ids.append(id)
                end = word.endIndex
                wants = .operator
            case (_, .exception): wants = .operator
            default: break scan
            }
        }
        guard !ids.isEmpty else { return nil }
        self.ids = ids
        self.isChoice = isChoice && ids.count > 1
        self.end = end
    }

    /// The id in the address of a licence's page: what follows the slash, where a list of licences or families has it.
    static func linked(in bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> (id: String, end: Int)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "/") else { return nil }
        var id = String(decoding: bytes[(start + 1)...].prefix(64).prefix(while: isPart), as: UTF8.self)
        let end = start + 1 + id.utf8.count
        for ending in [".php", ".html", ".txt", ".json", "."] where id.hasSuffix(ending) { id.removeLast(ending.count) }
        if let entry = LicenceList.entry(id) { return (entry.id, end) }
        let family = id.uppercased()
        return LicenceFamilies.category(of: family) == .unknown ? nil : (family, end)
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
    }

    private static func isLetter(_ byte: UInt8?) -> Bool {
        byte.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) } ?? false
    }
}
