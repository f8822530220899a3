// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A tool ran a model, or in a version, that the register does not allow it.
struct ToolModelUnlisted: CommitCheck {
    static let about = About(
        id: "tool-model-unlisted",
        title: "Model or version that the register does not allow",
        why: """
            A tool is assessed with the models that it runs: another one may be processed by another company, in \
            another region, on other terms. The model of a commit is what its author or tool claims, and only where \
            one is named anything is judged, so it warns.
            """,
        fix: "Use a model that the register allows, or have it added to the entry's models.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "another model", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6 1️⃣\n",
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
            Example(
                "restricted since",
                message: "Add retry\n\nAssisted-by: Claude:claude-sonnet-4-5 1️⃣\n",
                registers: [
                    ToolExamples.register(
                        events: ToolExamples.event("status: restricted, models: [claude-haiku-*]"))
                ], committedOn: "2026-04-01"),
        ],
        clean: [
            Example(
                """
                written in another way", message: "Add retry\n\nCo-authored-by: Claude Sonnet 4.5 \
                <noreply@anthropic.com>\n
                """,
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
            Example(
                "no model is named",
                message: "Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com>\n",
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tools

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        ToolUse.all(in: change).flatMap { use -> [Finding] in
            guard let entry = use.entry else { return [] }
            return use.tool.models.compactMap { model in
                let problem = change.days.firstProblem { day in
                    entry.limits(on: day).first { limits in
                        limits.models.map { !$0.contains { $0.matches(model) } } ?? false
                    }
                }
                guard let (day, limits) = problem else { return nil }
                return Finding(
                    at: use.place, .unlisted(model, use.name, limits, change.days.name(of: day)),
                    excerpt: use.excerpt("model \(model)"), fix: .list(model, entry.id))
            }
        }
    }
}

extension Message {
    fileprivate static func unlisted(
        _ model: String, _ name: String, _ limits: ToolLimits, _ day: String
    ) -> Message {
        let allowed = (limits.models ?? []).prefix(5).map(\.text).joined(separator: ", ")
        return
            "on \(day), \(name) was allowed \(allowed) (\(.at(limits.place))), and the commit claims '\(model)'"
    }

    fileprivate static func list(_ model: String, _ id: String) -> Message {
        "use one of those, or have the register's owner allow it in tools.yml, below \(id): models: [..., \(model)]"
    }
}
