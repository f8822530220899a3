// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import TestKit
import Testing

@Suite struct ChecksumTests {
    private func holds(_ check: ValueCheck, _ value: String) -> Bool { check.holds(for: Array(value.utf8)) }

    @Test(arguments: ValueCheck.allCases) func holdForSyntheticNumbers(_ check: ValueCheck) {
        var generator = SeededRandom(seed: 1)
        var again = SeededRandom(seed: 1)
        for _ in 0..<50 {
            let value = SyntheticNumbers.value(for: check, using: &generator)
            #expect(check.holds(for: value), "\(String(decoding: value, as: UTF8.self))")
            #expect(SyntheticNumbers.value(for: check, using: &again) == value)
        }
    }

    @Test(arguments: ValueCheck.allCases) func survivesAnyBytes(_ check: ValueCheck) {
        var generator = SeededRandom(seed: 2)
        #expect(!check.holds(for: []))
        #expect(!check.holds(for: [UInt8](repeating: 0x30, count: 100_000)))
        for _ in 0..<500 {
            let count = Int.random(in: 0...60, using: &generator)
            let value = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(!check.holds(for: value))
        }
    }

    @Test func crc32IsZlibs() {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.checksum([]) == 0)
    }

    @Test func aWrongChecksumFails() {
        var generator = SeededRandom(seed: 3)
        for check in [ValueCheck.crc32Base62, .crc32Hex] {
            var value = SyntheticNumbers.value(for: check, using: &generator)
            value[10] = value[10] == 0x41 ? 0x42 : 0x41
            #expect(!check.holds(for: value))
        }
    }

    @Test func tokensNeedTheirParts() {
        let header = "eyJhbGciOiJub25lIn0"
        let object = "e30"
        let array = "W10"
        #expect(holds(.jwt, "\(header).\(object)."))
        #expect(!holds(.jwt, "\(object).\(object).x"))
        #expect(!holds(.jwt, "\(header).\(array).x"))
        #expect(!holds(.jwt, "\(header).\(object)"))
        #expect(holds(.base64Basic, "YTpi"))
        #expect(!holds(.base64Basic, "YWI="))
        #expect(!holds(.base64Basic, "YTo="))
    }

    @Test func phonesAndMailboxes() {
        #expect(holds(.phone, "+49 30 901820"))
        #expect(holds(.phone, "+1 (212) 736-5000"))
        #expect(!holds(.phone, "+1234567890"))
        #expect(!holds(.phone, "+210 123 4567"))
        #expect(!holds(.phone, "0049 30 901820"))
        #expect(holds(.email, "ann@mail.example.org"))
        #expect(!holds(.email, "logo@2x.png"))
        #expect(!holds(.email, "git@forge.example.org"))
        #expect(!holds(.email, "ann@localhost"))
    }

    @Test func withdrawnSocialSecurityNumbers() {
        #expect(!holds(.ssn, "078-05-1120"))
        #expect(!holds(.ssn, "219-09-9999"))
        #expect(!holds(.ssn, "987-65-4321"))
    }
}
