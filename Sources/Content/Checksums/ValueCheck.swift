// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What can be proved of a value from the value alone, by the names that packs use.
package enum ValueCheck: String, CaseIterable, Sendable {
    case iban
    case paymentCard = "payment-card"
    case paymentCardLong = "payment-card-long"
    case codiceFiscale = "codice-fiscale"
    case dni
    case nie
    case hetu
    case ahv
    case cpf
    case ssn
    case nino
    case nir
    case steuerID = "steuer-id"
    case pesel
    case belgianNN = "belgian-nn"
    case fodselsnummer
    case bsn
    case sin
    case cpr
    case nhs
    case phone
    case email
    case crc32Base62 = "crc32-base62"
    case crc32Hex = "crc32-hex"
    case jwt
    case base64Basic = "base64-basic"
    case base64JSONAuth = "base64-json-auth"

    /// The value as it was found, with its separators.
    package func holds(for value: [UInt8]) -> Bool {
        switch self {
        case .iban: IBAN.isValid(value)
        case .paymentCard: PaymentCard.isValid(value)
        case .paymentCardLong: PaymentCard.isValid(value, digits: 17...19)
        case .codiceFiscale: CodiceFiscale.isValid(value)
        case .dni: DNI.isValid(value)
        case .nie: NIE.isValid(value)
        case .hetu: HETU.isValid(value)
        case .ahv: AHV.isValid(value)
        case .cpf: CPF.isValid(value)
        case .ssn: SSN.isValid(value)
        case .nino: NINO.isValid(value)
        case .nir: NIR.isValid(value)
        case .steuerID: SteuerID.isValid(value)
        case .pesel: PESEL.isValid(value)
        case .belgianNN: BelgianNumber.isValid(value)
        case .fodselsnummer: Fodselsnummer.isValid(value)
        case .bsn: BSN.isValid(value)
        case .sin: SIN.isValid(value)
        case .cpr: CPR.isValid(value)
        case .nhs: NHSNumber.isValid(value)
        case .phone: PhoneNumber.isValid(value)
        case .email: EmailAddress.isValid(value)
        case .crc32Base62: TokenChecksum.base62Holds(for: value)
        case .crc32Hex: TokenChecksum.hexHolds(for: value)
        case .jwt: JSONWebToken.isValid(value)
        case .base64Basic: BasicCredentials.isValid(value)
        case .base64JSONAuth: DockerAuths.isValid(value)
        }
    }
}
