// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
import Gate

/// Reads SARIF 2.1.0 (OASIS, sarif-v2.1.0-os), and the drafts that call themselves 2.1.0-rtm.N. What is optional may
/// lack; what has another form than the standard says is a mistake, so that no result is lost silently.
package struct SARIFReader {
    /// In bytes.
    package static let byteLimit = DocumentLimit.size
    /// Places of one result that are read.
    private static let placeLimit = 100

    private let folder: String?

    /// `folder`: the absolute path of the repository's files, for results that name theirs so; nil without any.
    package init(folder: String?) {
        self.folder = folder
    }

    package func read(_ bytes: [UInt8]) throws(ScanError) -> ScanReport {
        let root: Document
        do throws(DocumentError) {
            root = try JSONReader.read(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
        } catch {
            throw ScanError(error.description)
        }
        guard let version = root["version"]?.text else {
            throw ScanError("it is no SARIF: 'version' is missing")
        }
        guard version == "2.1.0" || version.hasPrefix("2.1.0-rtm") else {
            throw ScanError("it is SARIF \(version), and 2.1.0 is read: have the scanner write that")
        }
        guard case .list(let runs)? = root["runs"]?.value else { throw ScanError("'runs' is missing or no list") }
        var report = ScanReport()
        for run in runs { try read(run, into: &report) }
        return report
    }

    private func read(_ run: Document, into report: inout ScanReport) throws(ScanError) {
        guard let driver = run["tool"]?["driver"], let name = driver["name"]?.text, !name.isEmpty else {
            throw ScanError(at(run, "a run's tool.driver.name is missing"))
        }
        let version = driver["semanticVersion"]?.text ?? driver["version"]?.text
        report.scanners.append(ScanReport.Scanner(name: name, version: version))
        report.revisions += (run["versionControlProvenance"]?.items ?? []).compactMap {
            $0["revisionId"]?.text?.lowercased()
        }
        try checkExecution(run)
        let rules = SARIFRules(run["tool"])
        let locations = SARIFLocations(run, folder: folder)
        switch run["results"]?.value {
        // A run that was not to produce any.
        case nil, .null: return
        case .list(let results):
            for result in results {
                guard case .map = result.value else { throw ScanError(at(result, "a result is no object")) }
                try add(result, of: name, rules, locations, to: &report)
            }
        default: throw ScanError(at(run, "'results' is no list"))
        }
    }

    /// A scanner that says it failed has not looked at everything.
    private func checkExecution(_ run: Document) throws(ScanError) {
        for invocation in run["invocations"]?.items ?? [] where invocation["executionSuccessful"]?.bool == false {
            throw ScanError(at(invocation, "the scanner says that its run failed (executionSuccessful: false)"))
        }
    }

    private func add(
        _ result: Document, of scanner: String, _ rules: SARIFRules, _ locations: SARIFLocations,
        to report: inout ScanReport
    ) throws(ScanError) {
        let isSuppressed = (result["suppressions"]?.items ?? []).contains {
            ["accepted", nil].contains($0["status"]?.text)
        }
        guard !isSuppressed, result["baselineState"]?.text != "absent" else {
            report.lifted += 1
            return
        }
        let rule = rules.rule(of: result)
        let written = result["locations"]?.items ?? []
        guard written.count <= SARIFReader.placeLimit else {
            throw ScanError(
                at(result, "a result has \(written.count) locations, and \(SARIFReader.placeLimit) of one are read"))
        }
        let places = written.compactMap(locations.place)
        if places.isEmpty {
            if written.contains(where: locations.namesFile) { report.elsewhere += 1 } else { report.unplaced += 1 }
        }
        report.results.append(
            ScanReport.Result(
                scanner: scanner, rule: rules.id(of: result, rule), title: SARIFRules.title(of: rule),
                severity: severity(of: result, rule),
                security: SARIFReader.security(of: result) ?? rule.flatMap(SARIFReader.security), places: places)
        )
    }

    /// By section 3.27.10: a result that is no failure has none; else its own, else the rule's, else a warning.
    private func severity(of result: Document, _ rule: Document?) -> ScanAlert.Severity {
        if let kind = result["kind"]?.text, kind != "fail" { return .none }
        let written = result["level"]?.text ?? rule?["defaultConfiguration"]?["level"]?.text
        // A word that is not of the standard must not make it less than it was meant to be.
        return written.map { ScanAlert.Severity(rawValue: $0) ?? .error } ?? .warning
    }

    /// GitHub's property: a number of CVSS as text, on the rule or the result.
    private static func security(of document: Document) -> Int? {
        guard let text = document["properties"]?["security-severity"]?.text, let number = Double(text), number.isFinite,
            (0...10).contains(number)
        else { return nil }
        return Int((number * 10).rounded())
    }

    private func at(_ document: Document, _ reason: String) -> String {
        (document.line.map { "line \($0): " } ?? "") + reason
    }
}

/// The rules of a run's driver and extensions.
private struct SARIFRules {
    private let driver: [Document]
    private let extensions: [[Document]]
    private let byID: [String: Document]

    init(_ tool: Document?) {
        driver = tool?["driver"]?["rules"]?.items ?? []
        extensions = (tool?["extensions"]?.items ?? []).map { $0["rules"]?.items ?? [] }
        let named = (driver + extensions.flatMap(\.self)).compactMap { rule in rule["id"]?.text.map { ($0, rule) } }
        byID = Dictionary(named) { first, _ in first }
    }

    /// By section 3.27.7: an index into the driver's or an extension's rules, else the id.
    func rule(of result: Document) -> Document? {
        let reference = result["rule"]
        let index = (result["ruleIndex"] ?? reference?["index"])?.text.flatMap { Int($0) } ?? -1
        let component = reference?["toolComponent"]?["index"]?.text.flatMap { Int($0) }
        let list = component.map { extensions.indices.contains($0) ? extensions[$0] : [] } ?? driver
        if list.indices.contains(index) { return list[index] }
        guard let id = (result["ruleId"] ?? reference?["id"])?.text else { return nil }
        // 3.5.4: `CA1000/1` is a part of the rule `CA1000`.
        return byID[id] ?? id.lastIndex(of: "/").flatMap { byID[String(id[..<$0])] }
    }

    func id(of result: Document, _ rule: Document?) -> String {
        (result["ruleId"] ?? result["rule"]?["id"] ?? rule?["id"])?.text ?? "unnamed"
    }

    static func title(of rule: Document?) -> String? {
        let text = rule?["shortDescription"]?["text"]?.text ?? rule?["name"]?.text
        return text?.split(whereSeparator: \.isNewline).first.map(String.init)
    }
}
