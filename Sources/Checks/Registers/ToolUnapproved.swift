// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI tool that was used on a day on which nobody who may had approved it.
struct ToolUnapproved: CommitCheck {
    static let about = About(
        id: "tool-unapproved",
        title: "AI tool used without an approval that holds",
        why: """
            An approval is a dated risk decision of somebody who may take it and who did not ask for the tool. Use \
            before it, after a suspension, or on the requester's own word is use that nobody decided on. A date in git \
            is a claim, so the tool has to be approved on the commit's day and on the day of the run. An approval that \
            came into the register after the day that it is dated only warns: it may be true, but nobody can show that \
            it stood.
            """,
        fix: "Have a listed approver decide, and add that as a further event; never change an old one.",
        level: .block,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("before-approval", "Nobody had approved it on that day"),
            About.Rule("self-approved", "Whoever asked for it approved it"),
            About.Rule("unlisted-approver", "Whoever approved it is not among the register's approvers"),
            About.Rule("suspended", "It was suspended"),
            About.Rule("retired", "It was retired"),
            About.Rule(
                "restricted",
                "It was restricted to data classes, and no register says which paths those are"),
            About.Rule("retroactive", "Its approval came into the register after that day"),
        ],
        examples: [
            Example(
                "before the approval", message: ToolExamples.message, registers: [ToolExamples.register()],
                committedOn: "2026-01-11"),
            Example(
                "after a suspension", message: ToolExamples.message,
                registers: [ToolExamples.register(events: ToolExamples.suspension)],
                committedOn: "2026-04-01"),
            Example(
                "suspended when it is judged", message: ToolExamples.message,
                registers: [ToolExamples.register(events: ToolExamples.suspension)],
                committedOn: "2026-03-31", judgedOn: "2026-04-02"),
            Example(
                "approved by the requester", message: ToolExamples.message,
                registers: [ToolExamples.register(approver: "dev@acme.example")], committedOn: "2026-05-03"),
            Example(
                "approved by somebody", message: ToolExamples.message,
                registers: [ToolExamples.register(approver: "cat@acme.example")], committedOn: "2026-05-03"),
        ],
        clean: [
            Example(
                "on the day of the approval",
                message: "Add retry\n\nAssisted-by: Claude:claude-sonnet-4-5\n",
                registers: [ToolExamples.register()], committedOn: "2026-01-12")
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tools

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        ToolUse.all(in: change).compactMap { use in
            guard let entry = use.entry else { return nil }
            if let (day, problem) = change.days.firstProblem({ Problem(entry, on: $0, in: change) }) {
                return finding(problem, use, entry, on: change.days.name(of: day))
            }
            let day = change.days.commit
            guard let approval = entry.approval(on: day), let brought = approval.broughtOn, brought > day
            else {
                return nil
            }
            return Finding(
                rule: "retroactive", at: use.place,
                .retroactive(use.name, approval, brought, change.days.name(of: day)),
                excerpt: use.excerpt("retroactive"), fix: .decideFirst, defaultLevel: .warn)
        }
    }

    private func finding(_ problem: Problem, _ use: ToolUse, _ entry: RegisteredTool, on day: String)
        -> Finding
    {
        Finding(
            rule: problem.rule, at: use.place, .unapproved(use.name, problem, day),
            excerpt: use.excerpt(problem.rule), fix: problem.fix(entry.id),
            defaultLevel: problem.rule == "restricted" ? .warn : nil)
    }
}

/// Why a tool may not be used on a day.
private struct Problem {
    let rule: String
    let event: ToolEvent?
    /// An approval that came later.
    let later: ToolEvent?

    init?(_ entry: RegisteredTool, on day: Day, in change: CommitChange) {
        let state = entry.state(on: day)
        later = entry.events.first { $0.status == .approved && $0.flaw == nil && $0.date > day }
        let last = (entry.events + entry.ownEvents).last {
            $0.date == state.since && $0.status == state.status
        }
        switch state.status {
        case .suspended, .retired: (rule, event) = (state.status.rawValue, last)
        case .unregistered, .requested:
            let flawed = entry.flawedApproval(on: day)
            rule =
                switch flawed?.flaw {
                case .selfApproved: "self-approved"
                case .unlistedApprover: "unlisted-approver"
                case nil: "before-approval"
                }
            event = flawed ?? last
        case .restricted:
            let limits = entry.limits(on: day).dropFirst()
            guard change.registers.data == nil, limits.contains(where: { $0.dataClasses != nil }) else {
                return nil
            }
            (rule, event) = ("restricted", last)
        case .approved: return nil
        }
    }

    func fix(_ id: String) -> Message {
        let approved: Message = "- {date: ..., status: approved, by: ..., reference: ...}"
        switch rule {
        case "restricted": return "write data.yml, which says which paths hold which class of data"
        case "suspended":
            return "use another tool, or have an approver lift it in tools.yml, under events of \(id): \(approved)"
        case "retired":
            return """
                use another tool, or ask for \(id) anew in tools.yml, under its events: - {date: ..., status: requested, \
                by: ..., reference: ...}
                """
        case "self-approved", "unlisted-approver":
            return """
                have one of the register's approvers, who did not ask for it, add in tools.yml, under events of \(id): \
                \(approved)
                """
        default: return "have an approver decide, and add in tools.yml, under events of \(id): \(approved)"
        }
    }
}

extension Message {
    fileprivate static func unapproved(_ name: String, _ problem: Problem, _ day: String) -> Message {
        let place: Message = problem.event.map { " (\($0.date), \(.at($0.place)))" } ?? ""
        switch problem.rule {
        case "suspended": return "on \(day), \(name) was suspended\(place)"
        case "retired": return "on \(day), \(name) was retired\(place)"
        case "restricted":
            return "on \(day), \(name) was restricted to some data classes\(place), and no data.yml names their paths"
        case "self-approved": return "on \(day), \(name) had only its requester's own approval\(place)"
        case "unlisted-approver":
            return "on \(day), \(name) had only an approval of somebody that 'approvers' does not list\(place)"
        default:
            let later: Message = problem.later.map { "; it was approved on \($0.date)" } ?? ""
            let asked: Message =
                problem.event == nil ? "nobody had asked for \(name)" : "\(name) was only requested\(place)"
            return "on \(day), \(asked)\(later)"
        }
    }

    fileprivate static func retroactive(
        _ name: String, _ approval: ToolEvent, _ brought: Day, _ day: String
    ) -> Message {
        """
        on \(day), the approval of \(name) dated \(approval.date) (\(.at(approval.place))) was not in the register: it \
        came on \(brought)
        """
    }

    fileprivate static let decideFirst: Message = """
        nothing mends the past; have approvals land in the register before a tool is used, and say in a waiver why this \
        one is late
        """
}
