// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What stands after the check digits of a country's IBAN: runs of digits (n), letters (a), or both (c).
///
/// From the IBAN registry of SWIFT, the registration authority of ISO 13616 (release 100).
struct IBANStructure {
    struct Run {
        let count: Int
        let kind: UInt8
    }

    let country: UInt16
    let runs: [Run]

    /// Digits and letters after the country and the check digits.
    var count: Int { runs.reduce(0) { $0 + $1.count } }

    static func of(_ country: UInt16) -> IBANStructure? {
        let place = all.partitioningIndex { $0.country >= country }
        return place < all.count && all[place].country == country ? all[place] : nil
    }

    func fits(_ value: CompactValue) -> Bool {
        guard value.count == 4 + count else { return false }
        var position = 4
        for run in runs {
            let range = position..<position + run.count
            switch run.kind {
            case UInt8(ascii: "n"): guard value.areDigits(range) else { return false }
            case UInt8(ascii: "a"): guard value.areLetters(range) else { return false }
            default: break
            }
            position = range.upperBound
        }
        return true
    }

    /// In the order of the countries.
    static let all: [IBANStructure] = registry.utf8.split(separator: UInt8(ascii: " ")).map { entry in
        let bytes = Array(entry)
        var runs: [Run] = []
        var count = 0
        for byte in bytes.dropFirst(2) {
            if 0x30...0x39 ~= byte {
                count = count * 10 + Int(byte) - 0x30
            } else {
                runs.append(Run(count: count, kind: byte))
                count = 0
            }
        }
        return IBANStructure(country: UInt16(bytes[0]) << 8 | UInt16(bytes[1]), runs: runs)
    }

    private static let registry = """
        AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c CH5n12c CR18n \
        CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n \
        GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c \
        KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n \
        MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c \
        SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n \
        VG4a16n XK16n YE4a4n18c
        """
}

extension Array {
    /// The first place whose element holds, where all elements after one that holds do too.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
