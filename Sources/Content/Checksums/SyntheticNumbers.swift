// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Makes values that hold a check and are nobody's on purpose: the same for the same numbers of a generator.
package enum SyntheticNumbers {
    /// In the form in which people write it. A draft that no check character completes is drawn again.
    package static func value(for check: ValueCheck, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        while true {
            let draft = NumberDraft.draft(for: check, using: &generator)
            if let value = completed(draft, check), DocumentedValues.kind(of: value, checkedBy: check) == nil {
                return value
            }
        }
    }

    /// With the question marks replaced by the first check characters that hold.
    private static func completed(_ draft: [UInt8], _ check: ValueCheck) -> [UInt8]? {
        let places = draft.indices.filter { draft[$0] == UInt8(ascii: "?") }
        let alphabet = alphabet(check)
        let combinations = places.reduce(1) { count, _ in count * alphabet.count }
        var value = draft
        for combination in 0..<combinations {
            var rest = combination
            for place in places {
                value[place] = alphabet[rest % alphabet.count]
                rest /= alphabet.count
            }
            if check.holds(for: value) { return value }
        }
        return nil
    }

    private static func alphabet(_ check: ValueCheck) -> [UInt8] {
        switch check {
        case .codiceFiscale, .dni, .nie: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        case .hetu: Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)
        default: Array("0123456789".utf8)
        }
    }
}
