// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Testing

@Suite struct DocumentedValuesTests {
    private func kind(_ value: String, _ check: ValueCheck) -> DocumentedValues.Kind? {
        DocumentedValues.kind(of: Array(value.utf8), checkedBy: check)
    }

    @Test func testCards() {
        for card in ["4111 1111 1111 1111", "4242-4242-4242-4242", "378282246310005", "4444333322221111"] {
            #expect(kind(card, .paymentCard) == .testCard)
            #expect(PaymentCard.isValid(Array(card.utf8)), "\(card)")
        }
        #expect(kind("4111111111111111", .iban) == nil)
    }

    @Test func registryExamples() {
        for iban in ["GB29 NWBK 6016 1331 9268 19", "DE89370400440532013000", "MT84MALT011000012345MTLCAST001S"] {
            #expect(kind(iban, .iban) == .registryExample)
            #expect(IBAN.isValid(Array(iban.utf8)), "\(iban)")
        }
    }

    @Test(arguments: [
        ("078-05-1120", ValueCheck.ssn), ("219-09-9999", .ssn), ("987-65-4320", .ssn), ("987-65-4329", .ssn),
        ("QQ 12 34 56 C", .nino), ("131052-308T", .hetu), ("756.9217.0769.85", .ahv), ("2 69 05 49 588 157 80", .nir),
        ("99999999R", .dni), ("999 123 4567", .nhs),
    ]) func reservedNumbers(_ value: String, _ check: ValueCheck) {
        #expect(kind(value, check) == .reservedNumber)
    }

    @Test func countedDigits() {
        #expect(kind("123.456.789-09", .cpf) == .countedDigits)
        #expect(kind("12345678Z", .dni) == .countedDigits)
        #expect(kind("756.1234.5678.97", .ahv) == .countedDigits)
        #expect(kind("111-22-3333", .ssn) == .countedDigits)
    }

    @Test(arguments: [
        "555-0123", "(212) 555-0199", "+1 212 555 0100", "07700 900123", "+44 7700 900 123", "01632 960999",
        "020 7946 0018", "0044 20 7946 0018", "01 99 00 12 34", "+33 6 39 98 00 00", "02 61 91 11 11", "03 53 01 22 22",
        "04 65 71 33 33", "05 36 49 44 44", "+61 491 570 156", "+49 30 23125 123",
    ]) func fictionalPhones(_ value: String) {
        #expect(kind(value, .phone) == .fictionalPhone)
    }

    @Test(arguments: ["555-0200", "+44 7700 800123", "01 99 01 12 34", "+49 30 23126 123"])
    func otherPhones(_ value: String) {
        #expect(kind(value, .phone) == nil)
    }

    @Test func reservedDomains() {
        for value in ["ann@example.com", "ann@mail.example.org", "a@b.test", "a@localhost", "a@x.INVALID"] {
            #expect(kind(value, .email) == .reservedDomain)
        }
        #expect(kind("ann@example.de", .email) == nil)
        #expect(kind("ann@myexample.com", .email) == nil)
    }
}
