// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `junit.xml`, in the one profile that both XSDs in use accept (Ant's `JUnit.xsd`, Jenkins' `junit-10.xsd`): no
/// attribute on `testsuites`, no nested suites, no `file`, at most one result a case.
///
/// A suite for the range, then one a check; in it a case a commit. A case is a *failure* where something blocks, an
/// *error* where it could not be judged, *skipped* where the check is off or not applicable. Warnings, monitored and
/// waived findings leave the case green: its name counts them and the suite's output tells them.
package enum JUnitReport {
    /// With more cases than this, those that passed or were skipped are folded into one a check.
    static let caseLimit = 20_000

    package static func render(_ judgement: Judgement) throws(EvidenceError) -> [UInt8] {
        var maker = JUnitSuites(judgement)
        let suites = maker.all()
        var xml = try XMLWriter("junit.xml")
        let started = judgement.run.startedAt.description.prefix(19)
        xml.element("testsuites") { xml in
            for (index, suite) in suites.enumerated() {
                write(suite, id: index, started: String(started), to: &xml)
            }
        }
        return try xml.finish()
    }

    private static func write(_ suite: JUnitSuite, id: Int, started: String, to xml: inout XMLWriter) {
        xml.element("testsuite") { xml in
            xml.attribute("name", suite.name)
            xml.attribute("package", "aigate")
            xml.attribute("id", id)
            xml.attribute("tests", suite.cases.count)
            xml.attribute("failures", suite.cases.count { $0.result.isFailure })
            xml.attribute("errors", suite.cases.count { $0.result.isError })
            xml.attribute("skipped", suite.cases.count { $0.result.isSkipped })
            xml.attribute("time", "0")
            xml.attribute("timestamp", started)
            // Names of runners are nobody's business.
            xml.attribute("hostname", "localhost")
            xml.element("properties") { xml in
                for (name, value) in suite.properties {
                    xml.element("property") {
                        $0.attribute("name", name)
                        $0.attribute("value", value)
                    }
                }
            }
            for testCase in suite.cases { write(testCase, className: "aigate.\(suite.name)", to: &xml) }
            xml.element("system-out") { $0.text(suite.output.joined(separator: "\n")) }
            xml.element("system-err")
        }
    }

    private static func write(_ testCase: JUnitCase, className: String, to xml: inout XMLWriter) {
        xml.element("testcase") { xml in
            xml.attribute("name", testCase.name)
            xml.attribute("classname", className)
            xml.attribute("time", "0")
            switch testCase.result {
            case .passed: break
            case .skipped(let reason):
                xml.element("skipped") {
                    $0.attribute("message", reason)
                    $0.text(reason)
                }
            case .failure(let message, let text): write("failure", className, message, text, to: &xml)
            case .error(let message, let text): write("error", className, message, text, to: &xml)
            }
        }
    }

    /// GitLab shows the text alone, others the message alone: each holds the message.
    private static func write(
        _ element: String, _ type: String, _ message: String, _ text: String, to xml: inout XMLWriter
    ) {
        xml.element(element) {
            $0.attribute("message", message)
            // Prefixed: readers give words such as `file` or `date` a meaning.
            $0.attribute("type", type)
            $0.text(text)
        }
    }
}

/// One `testsuite`.
struct JUnitSuite {
    let name: String
    var properties: [(String, String)] = []
    var cases: [JUnitCase] = []
    /// Lines for `system-out`.
    var output: [String] = []
}

/// One `testcase`. Its name is unique in the document, since GitLab keeps only the first of equal ones.
struct JUnitCase {
    enum Result {
        case passed
        case skipped(String)
        case failure(message: String, text: String)
        case error(message: String, text: String)

        var isFailure: Bool { if case .failure = self { true } else { false } }
        var isError: Bool { if case .error = self { true } else { false } }
        var isSkipped: Bool { if case .skipped = self { true } else { false } }
    }

    let name: String
    let result: Result
}
