// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Values that look like somebody's and are nobody's, because whoever gives them out keeps them free for tests,
/// examples or fiction.
package enum DocumentedValues {
    package enum Kind: String, CaseIterable, Sendable {
        case testCard = "a payment processor's test card"
        case registryExample = "an example of the IBAN registry"
        case reservedNumber = "a number that its issuer gives to nobody"
        case countedDigits = "digits that only count up"
        case fictionalPhone = "a telephone number kept free for fiction"
        case reservedDomain = "a domain reserved for documentation"
    }

    /// Nil for a value that may be somebody's.
    package static func kind(of value: [UInt8], checkedBy check: ValueCheck) -> Kind? {
        switch check {
        case .paymentCard, .paymentCardLong:
            plain(value).flatMap { DocumentedCards.numbers.contains($0) ? .testCard : nil }
        case .iban:
            plain(value).flatMap { DocumentedIBANs.numbers.contains($0) ? .registryExample : nil }
        case .phone: FictionalPhones.holds(value) ? .fictionalPhone : nil
        case .email: ReservedDomains.holds(value) ? .reservedDomain : nil
        default:
            plain(value).flatMap {
                if ReservedNumbers.holds($0, check) { return .reservedNumber }
                return ReservedNumbers.isCounted($0) ? .countedDigits : nil
            }
        }
    }

    /// The value's digits and letters in capitals; nil where it has others than separators between them.
    private static func plain(_ value: [UInt8]) -> String? {
        guard let value = CompactValue(value, dropping: " -./:,+") else { return nil }
        return String(decoding: (0..<value.count).map { value[$0] }, as: UTF8.self)
    }
}
