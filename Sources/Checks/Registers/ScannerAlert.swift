// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Another scanner's alert on a line that an AI-marked commit of the range brought.
struct ScannerAlert: RangeCheck {
    static let about = About(
        id: "scanner-alert",
        title: "Alert of another scanner on a line that AI brought",
        why: """
            The code that AI writes goes through the same analysis as code of people (ISO 27001 A.8.28, A.8.29), and \
            what a scanner says belongs to the run that brought the line. Results come as SARIF 2.1.0 (--sarif), for \
            the judged head; those on other lines are the scanner's own business. Of a result its rule, place and \
            severity are told, never its words, which may quote what they are about.
            """,
        fix: "Mend the line, or have the scanner's own list of exceptions lift the result, and scan the head again.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("error", "A result of level error"),
            About.Rule("warning", "A result of level warning"),
            About.Rule("note", "A result of level note"),
            About.Rule("none", "A result without a level of its own"),
        ],
        examples: [], clean: [],
        since: "0.1.0")

    struct Settings: CheckSettings {
        var error = Level.block
        var warning = Level.warn
        var note = Level.monitor
        var none = Level.off
        /// From which `security-severity` on, in whole numbers of CVSS.
        var blockFrom = 7
        var warnFrom = 4

        init() {}

        private static let levels = Tightening.order(Level.allCases.map(\.rawValue))

        static let fields: [Field<Settings>] = [
            .choice("error", "Level of results that are errors.", \.error).tightened(levels),
            .choice("warning", "Level of results that are warnings.", \.warning).tightened(levels),
            .choice("note", "Level of results that are notes.", \.note).tightened(levels),
            .choice("none", "Level of results without a level.", \.none).tightened(levels),
            .integer(
                "block-from", "A result blocks from this security-severity on, whatever its level; 11: never.",
                in: 0...11,
                \.blockFrom
            ).tightened(.smaller),
            .integer("warn-from", "The same for a warning; 11: never.", in: 0...11, \.warnFrom)
                .tightened(.smaller),
        ]
    }

    private let settings: Settings

    init(_ settings: Settings) throws {
        guard settings.warnFrom <= settings.blockFrom else {
            throw SettingError("warn-from (\(settings.warnFrom)) is above block-from (\(settings.blockFrom))")
        }
        self.settings = settings
    }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        guard facts.scans.wereGiven else { throw NotApplicable("no scan was given (--sarif)") }
        let tasks = Dictionary(uniqueKeysWithValues: facts.records.map { ($0.id, $0.taskWork) })
        return facts.scans.alerts.map { alert in
            let names = tasks[alert.commit]?.map { $0.entries.map(\.task) } ?? []
            return Finding(
                rule: alert.severity.rawValue, at: Finding.Place(path: alert.path, line: alert.line),
                .alert(alert, tasks: names), excerpt: Excerpt(line: "\(alert.scanner) \(alert.rule)"),
                fix: "mend the line and scan again: \(alert.scanner) says more on \(alert.rule)",
                defaultLevel: level(of: alert))
        }
    }

    /// The stricter of what the level and the security severity ask for.
    func level(of alert: ScanAlert) -> Level {
        let plain =
            switch alert.severity {
            case .error: settings.error
            case .warning: settings.warning
            case .note: settings.note
            case .none: settings.none
            }
        guard let security = alert.security else { return plain }
        let bySecurity: Level =
            security >= settings.blockFrom * 10 ? .block : security >= settings.warnFrom * 10 ? .warn : .off
        return max(plain, bySecurity)
    }
}

extension Message {
    fileprivate static func alert(_ alert: ScanAlert, tasks: [String]) -> Message {
        let title: Message = alert.title.map { ": \($0)" } ?? ""
        let task: Message = tasks.isEmpty ? "" : " for \(tasks.joined(separator: ", "))"
        return
            "\(alert.scanner) reports \(alert.rule)\(title) (\(alert.severity.rawValue)) on \(alert.commit)'s line\(task)"
    }
}
