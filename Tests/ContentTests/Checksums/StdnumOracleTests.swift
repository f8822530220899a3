// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import TestKit
import Testing

@Suite struct StdnumOracleTests {
    static let oracles: [StdnumOracle] = [
        oracle(.iban, "iban", [.checkDigits]), oracle(.paymentCard, "luhn", [.issuer]),
        oracle(.codiceFiscale, "it.codicefiscale", [.company, .womensDays]), oracle(.dni, "es.dni"),
        oracle(.nie, "es.nie"), oracle(.ahv, "ch.ssn", [.shortEAN]), oracle(.cpf, "br.cpf", [.repeatedCPF]),
        oracle(.ssn, "us.ssn"), oracle(.nino, "nino"), oracle(.nir, "fr.nir", [.sex]),
        oracle(.steuerID, "de.idnr", [.threeInARow]),
        oracle(.pesel, "pl.pesel"), oracle(.belgianNN, "be.nn+be.bis", [.belgianDay, .belgianClock]),
        oracle(.fodselsnummer, "no.fodselsnummer", [.norwegianClock]), oracle(.bsn, "nl.bsn", [.shortBSN]),
        oracle(.sin, "ca.sin"), oracle(.cpr, "dk.cpr", [.danishClock]), oracle(.nhs, "gb.nhs", [.repeatedNHS]),
        StdnumOracle(check: .hetu, modules: "fi.hetu", differences: [.blanks]),
    ]

    private static func oracle(
        _ check: ValueCheck, _ modules: String, _ differences: [Difference] = []
    ) -> StdnumOracle {
        StdnumOracle(check: check, modules: modules, differences: differences + [.separators(check)])
    }

    /// 10,000 random strings and 10,000 mutations of valid numbers: the same answer, or a listed difference.
    @Test(arguments: oracles) func agree(_ oracle: StdnumOracle) throws {
        var strings = ValueStrings(check: oracle.check, seed: 4)
        let values =
            strings.random(10_000) + strings.mutated(10_000)
            + oracle.differences.compactMap { $0.sample.map { Array($0.utf8) } }
        let theirs = try oracle.verdicts(values)
        var valid = 0
        var met: Set<String> = []
        for (value, verdict) in zip(values, theirs) {
            let ours = oracle.check.holds(for: value)
            valid += ours ? 1 : 0
            guard ours != verdict else { continue }
            let difference = oracle.differences.first { $0.isOurs == ours && $0.applies(value) }
            let text = String(decoding: value, as: UTF8.self)
            #expect(difference != nil, "\(text): ours \(ours), stdnum \(verdict)")
            if let difference { met.insert(difference.name) }
        }
        #expect(valid > 100)
        // A list that nothing needs any more would hide the next mistake.
        let unmet = oracle.differences.filter { !$0.isOurs && !$0.isGeneral && !met.contains($0.name) }
        #expect(unmet.map(\.name) == [])
    }

    /// What we take for valid and draw ourselves, stdnum takes for valid.
    @Test(arguments: oracles) func takeOurs(_ oracle: StdnumOracle) throws {
        var generator = SeededRandom(seed: 9)
        let values = (0..<200).map { _ in SyntheticNumbers.value(for: oracle.check, using: &generator) }
        let refused = zip(values, try oracle.verdicts(values)).filter { value, verdict in
            !verdict && !oracle.differences.contains { $0.isOurs && $0.applies(value) }
        }
        #expect(refused.map { String(decoding: $0.0, as: UTF8.self) } == [])
        #expect(Set(values).count > 190)
    }
}
