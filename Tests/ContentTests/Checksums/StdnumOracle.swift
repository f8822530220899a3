// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Foundation
import TestKit
import Testing

/// python-stdnum's word on the numbers of one type.
struct StdnumOracle: CustomTestStringConvertible {
    let check: ValueCheck
    /// Modules of stdnum of which one must hold; `nino` is HMRC's published expression, for stdnum has none.
    let modules: String
    let differences: [Difference]

    var testDescription: String { check.rawValue }

    private static let python = projectRoot.path + "/.build/validators/bin/python3"
    private static let program = """
        import importlib, re, sys
        name = sys.argv[1]
        if name == "nino":
            form = re.compile("(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]")
            holds = lambda v: bool(form.fullmatch(re.sub("[ -]", "", v).upper()))
        else:
            modules = [importlib.import_module("stdnum." + part) for part in name.split("+")]
            if name == "iban":
                holds = lambda v: modules[0].is_valid(v, check_country=False)
            elif name == "luhn":
                holds = lambda v: modules[0].is_valid(re.sub("[ -]", "", v))
            else:
                holds = lambda v: any(m.is_valid(v) for m in modules)
        for line in sys.stdin:
            print(int(holds(line.rstrip("\\n"))))
        """

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What stdnum says of each value, by one process.
    func verdicts(_ values: [[UInt8]]) throws -> [Bool] {
        guard FileManager.default.isExecutableFile(atPath: StdnumOracle.python) else {
            throw Failure(description: "\(StdnumOracle.python) is missing; install it with: .ci/validators")
        }
        let input = Data(values.joined(separator: [0x0A])) + Data([0x0A])
        let result = try Subprocess.run(StdnumOracle.python, ["-c", StdnumOracle.program, modules], input: input)
        guard result.status == 0 else { throw Failure(description: result.errors) }
        let verdicts = result.output.split(separator: "\n").map { $0 == "1" }
        guard verdicts.count == values.count else {
            throw Failure(description: "\(values.count) values, \(verdicts.count) verdicts")
        }
        return verdicts
    }
}
