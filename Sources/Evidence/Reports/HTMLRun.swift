// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The circumstances in `report.html`: policy, waivers, coverage, attachments, the run, and how to check it all again.
enum HTMLRun {
    static func write(_ judgement: Judgement, _ attachments: [Attachment], selfScan: Int?, to html: inout HTMLText) {
        policy(judgement, &html)
        waivers(judgement, &html)
        coverage(judgement, &html)
        if !attachments.isEmpty { section(attachments, &html) }
        run(judgement, selfScan, &html)
        again(judgement, &html)
    }

    private static func policy(_ judgement: Judgement, _ html: inout HTMLText) {
        html.section("policy", "Policy") { html in
            html.table(["For", "From", "Path", "Commit", "SHA-256"]) { html in
                for source in judgement.policy.sources {
                    html.row {
                        $0.cell(source.role)
                        $0.cell(source.kind.rawValue)
                        $0.wrappedCell(code: source.shownPath)
                        $0.cell(code: source.commit?.short)
                        $0.wrappedCell(code: source.sha256)
                    }
                }
            }
            html.facts([
                ("Enforced", judgement.isEnforced ? "yes" : "no: monitor mode"),
                ("Evidence kept for", judgement.policy.retentionDays.map { counted($0, "day") } ?? "not asked for"),
            ])
        }
    }

    private static func waivers(_ judgement: Judgement, _ html: inout HTMLText) {
        let applied = FindingPlaces(judgement).waivers
        html.section("waivers", "Waivers that were used") { html in
            guard !applied.isEmpty else { return html.markup("<p>None.</p>\n") }
            html.table(["Waiver", "Rule", "For", "Until", "Owner", "Reason", "Findings"]) { html in
                for (waiver, findings) in applied {
                    html.row {
                        $0.cell(code: waiver.shownID)
                        $0.cell(code: waiver.rule)
                        $0.wrappedCell(code: "\(waiver.scope.kind) \(waiver.scope.value)")
                        $0.cell(waiver.expires.description)
                        $0.cell(outside(waiver.owner))
                        $0.cell(outside(waiver.reason))
                        $0.cell(findings.prefix(20).map(RunDocument.name).joined(separator: ", "))
                    }
                }
            }
        }
    }

    private static func coverage(_ judgement: Judgement, _ html: inout HTMLText) {
        html.section("coverage", "Coverage") { html in
            html.facts([
                ("Files changed", String(judgement.commits.reduce(0) { $0 + $1.files })),
                ("Lines added", String(judgement.commits.reduce(0) { $0 + $1.addedLines })),
                ("Lines removed", String(judgement.commits.reduce(0) { $0 + $1.removedLines })),
                ("Files not looked into", String(judgement.unread.count)),
            ])
            claims(judgement.claimSources, &html)
            guard !judgement.unread.isEmpty else { return }
            html.details("Files that nobody looked into") { html in
                html.table(["Commit", "Path", "Why", "Bytes"]) { html in
                    for (commit, file) in judgement.unread.prefix(HTMLReport.rowLimit) {
                        html.row {
                            $0.cell(code: commit.short)
                            $0.wrappedCell(code: file.path.visible)
                            $0.cell(file.reason.rawValue)
                            $0.cell(file.bytes.map(String.init) ?? "")
                        }
                    }
                }
                if judgement.unread.count > HTMLReport.rowLimit {
                    html.paragraph("\(judgement.unread.count - HTMLReport.rowLimit) more are in run.json.")
                }
            }
        }
    }

    private static func claims(_ sources: [ClaimSource], _ html: inout HTMLText) {
        guard !sources.isEmpty else { return }
        html.markup("<h3>Claims about lines</h3>\n")
        html.table(["Store", "State", "Why", "Fetch with"]) { html in
            for source in sources {
                html.row {
                    $0.cell(source.store.rawValue)
                    $0.cell(source.state.rawValue)
                    $0.wrappedCell(source.reason.map(outside) ?? "")
                    $0.wrappedCell(code: source.fetch.map(outside))
                }
            }
        }
    }

    private static func section(_ attachments: [Attachment], _ html: inout HTMLText) {
        html.section("attachments", "Attachments") { html in
            html.table(["Kind", "File", "Bytes", "SHA-256", "Masked", "SHA-256 of the original"]) { html in
                for attachment in attachments {
                    html.row {
                        $0.cell(attachment.kind)
                        $0.cell(code: attachment.name)
                        $0.cell(attachment.bytes.count)
                        $0.wrappedCell(code: attachment.sha256)
                        $0.cell(attachment.masked)
                        $0.wrappedCell(code: attachment.originalSHA256)
                    }
                }
            }
        }
    }

    private static func run(_ judgement: Judgement, _ selfScan: Int?, _ html: inout HTMLText) {
        let run = judgement.run
        html.section("run", "Run") { html in
            html.facts([
                ("Run", run.id), ("Kind", run.kind.rawValue), ("Authoritative", run.isAuthoritative ? "yes" : "no"),
                ("Started", run.startedAt.description), ("Finished", run.finishedAt.description),
                ("Arguments", run.arguments.map(outside).joined(separator: " ")),
                ("Exit code", String(judgement.exitCode)), ("Repository", run.repository.map(outside)),
                ("Range", outside(run.range.spec)), ("Base", run.range.base?.hex), ("Head", run.range.head?.hex),
                ("Tree of the head", run.range.headTree?.hex), ("Merge base", run.range.mergeBase?.hex),
                ("Patch id of the range", run.range.patchID), ("Target branch", run.range.targetBranch.map(outside)),
                ("Shallow clone", run.range.isShallow ? "yes" : "no"),
                ("CI", run.ci.map { outside("\($0.system) \($0.event)") }),
                ("CI run", (run.ci?.runURL ?? run.ci?.runID).map(outside)),
                ("Attempt", run.ci?.attempt.map(String.init)), ("Workflow", run.ci?.workflow.map(outside)),
                ("Made by", "\(run.producer.name) \(run.producer.version)"),
                ("Tool catalogue", "sha256:\(run.producer.catalogue)"),
                ("Secrets that these reports were about to show", selfScan.map { $0 == 0 ? "none" : "\($0), masked" }),
            ])
            html.list(run.range.reasons)
        }
    }

    /// Every claim names the foreign tool that confirms it.
    private static func again(_ judgement: Judgement, _ html: inout HTMLText) {
        html.section("again", "Check it again without aigate") { html in
            html.table(["What", "With"]) { html in
                for (claim, command) in commands(judgement) {
                    html.row {
                        $0.cell(claim)
                        $0.wrappedCell(code: command)
                    }
                }
            }
        }
    }

    private static func commands(_ judgement: Judgement) -> [(String, String)] {
        let range = judgement.run.range
        var commands: [(String, String)] = []
        if let head = range.head {
            let span = range.base.map { "\($0.hex)..\(head.hex)" } ?? head.hex
            commands.append(("The commits of the range", "git rev-list --topo-order --reverse \(span)"))
            commands.append(("Trailers, as git reads them", "git log --format='%H %(trailers:unfold)' \(span)"))
            if let base = range.mergeBase ?? range.base, range.patchID != nil {
                commands.append(
                    ("The patch id of the range", "git diff \(base.hex) \(head.hex) | git patch-id --stable"))
            }
            if range.headTree != nil { commands.append(("The tree of the head", "git rev-parse '\(head.hex)^{tree}'")) }
        }
        for source in judgement.policy.sources where source.kind == .commit && source.sha256 != nil {
            let object = "\(source.commit?.hex ?? ""):\(source.shownPath ?? "")"
            commands.append(("The bytes of \(source.role)", "git cat-file blob \(object) | sha256sum"))
        }
        commands.append(
            (
                "This file and the others beside run.json",
                "jq -r '.artifacts[] | .sha256 + \"  \" + .name' run.json | sha256sum -c"
            ))
        commands.append(("The form of run.json", "check-jsonschema --schemafile run.schema.json run.json"))
        commands.append(("The form of junit.xml", "xmllint --noout --schema junit-10.xsd junit.xml"))
        return commands
    }
}
