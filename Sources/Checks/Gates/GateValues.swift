// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Values in the configuration of tools whose direction is known: less of one, or more of the other, finds less.
enum GateValues {
    /// `KEY: VALUE`, `KEY = VALUE`, `--KEY VALUE`, `<KEY>VALUE`.
    struct Value {
        let key: [UInt8]
        let number: Double?
        let isTrue: Bool?
        let isStrict: Bool
        /// A number of which more finds less.
        let isCeiling: Bool
    }

    /// The first value of a line that has a direction. `isOfTool`: of a file that configures one tool, where ordinary
    /// words are its keys.
    static func value(in line: ArraySlice<UInt8>, isOfTool: Bool) -> Value? {
        let lists =
            [(floors, false, false), (ceilings, false, true), (switches, true, false)]
            + (isOfTool ? [(words, false, false)] : [])
        for (words, isStrict, isCeiling) in lists {
            guard let range = words.first(in: line) else { continue }
            let written = text(of: line[range.upperBound...])
            let number = GateValues.number(written)
            let isTrue = written.starts(with: "true".utf8) || written.starts(with: "True".utf8)
            let isFalse = written.starts(with: "false".utf8) || written.starts(with: "False".utf8)
            guard isStrict ? isTrue || isFalse : number != nil else { continue }
            return Value(
                key: Array(line[range]), number: isStrict ? nil : number, isTrue: isStrict ? isTrue : nil,
                isStrict: isStrict,
                isCeiling: isCeiling)
        }
        return nil
    }

    /// Without what stands between a key and its value.
    private static func text(of rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        rest.drop { $0.isBlank || separators.contains($0) }
    }

    private static let separators = Array("\"':=>".utf8)

    private static func number(_ text: ArraySlice<UInt8>) -> Double? {
        let digits = text.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return digits.count > 12 ? nil : Double(String(decoding: digits, as: UTF8.self))
    }

    /// pytest-cov and coverage.py, nyc and Jest, SimpleCov, JaCoCo, Codecov.
    private static let floors = LineWords([
        "fail_under", "fail-under", "--cov-fail-under", "minimum_coverage", "minimum_coverage_by_file", "min_coverage",
        "--min-coverage", "coverage_threshold", "COVERAGE_THRESHOLD", "MIN_COVERAGE", "COVERAGE_MIN", "<minimum>*",
        "--min", "--threshold", "cover-min-percentage", "min-msi", "minMsi",
    ])
    private static let words = LineWords([
        "^branches", "^functions", "^statements", "^lines", "^\"branches\"*", "^\"functions\"*", "^\"statements\"*",
        "^\"lines\"*", "^target",
    ])
    private static let ceilings = LineWords(["--max-warnings", "max-complexity", "max_complexity", "maxBuildIssues"])
    /// tsconfig's strict family, mypy's.
    private static let switches = LineWords([
        "strict", "noImplicitAny", "strictNullChecks", "strictFunctionTypes", "strictBindCallApply",
        "strictPropertyInitialization", "noImplicitThis", "useUnknownInCatchVariables", "alwaysStrict",
        "noUncheckedIndexedAccess", "noImplicitReturns", "noFallthroughCasesInSwitch", "disallow_untyped_defs",
        "disallow_any_generics", "disallow_incomplete_defs", "check_untyped_defs", "no_implicit_optional",
        "strict_optional", "warn_return_any", "warnings_as_errors", "allWarningsAsErrors", "TreatWarningsAsErrors",
        "failOnWarning", "failOnViolation", "failsOnError", "failOnError", "fail_fast_on_error",
    ])
}
