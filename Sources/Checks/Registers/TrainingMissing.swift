// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI-marked commit by somebody without valid training on that day.
struct TrainingMissing: CommitCheck {
    static let about = About(
        id: "training-missing",
        title: "AI used by somebody without valid training on that day",
        why: """
            Whoever works with AI tools has to know what they may be given and what their output needs (ISO 27001 \
            A.6.3, clause 7.2); an auditor asks for the record. Held against it is who made the commit: its author, \
            the committer where the author is an agent. Both the commit's day and the day of the run count.
            """,
        fix: """
            Have the person trained and the record written into the people register, or renew it before it ends. Which \
            courses are needed, the setting 'courses' says.
            """,
        level: .monitor,
        rules: [
            About.Rule("expired", "The training had ended"),
            About.Rule("later", "The training was finished later"),
            About.Rule("unregistered", "The person is not in the register"),
            About.Rule("nobody", "The commit names no person"),
        ],
        examples: [
            Example(
                "the training ended the day before", message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-opus-4-6\n",
                registers: [("people.yml", Samples.people(until: "2026-05-02"))], committedOn: "2026-05-03"),
            Example(
                "it ended between the commit and the run",
                message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-opus-4-6\n",
                registers: [("people.yml", Samples.people(until: "2026-05-03"))], committedOn: "2026-05-03",
                judgedOn: "2026-05-04"),
            Example(
                "nobody knows the author", message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-opus-4-6\n",
                author: "Cy Dow <cy@example.org>",
                registers: [("people.yml", Samples.people(until: "2027-01-01"))], committedOn: "2026-05-03"),
        ],
        clean: [
            Example(
                "trained until that day", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                registers: [("people.yml", Samples.people(until: "2026-05-03"))], committedOn: "2026-05-03"),
            Example(
                "no sign of AI", author: "Cy Dow <cy@example.org>",
                registers: [("people.yml", Samples.people(until: "2027-01-01"))], committedOn: "2026-05-03"),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .people

    struct Settings: CheckSettings {
        /// Each of them is needed; empty: any one course.
        var courses: [String] = []

        init() {}

        static let fields: [Field<Settings>] = [
            .texts("courses", "Ids of courses of which each is needed; empty: any one is enough.", \.courses)
                .tightened(.longer)
        ]
    }

    private enum Problem {
        case expired(course: String?, Day)
        case later(course: String?, Day)
        case never(course: String?)
    }

    private let courses: [String]

    init(_ settings: Settings) {
        courses = settings.courses
    }

    func findings(in change: CommitChange) throws -> [Finding] {
        guard change.provenance.ai.isMarked, let people = change.registers.people else { return [] }
        try people.checkKey()
        guard let identity = change.provenance.person else {
            return [finding("nobody", "no person is named for this AI-assisted commit", .nameAuthor)]
        }
        let whose: Message = .person(identity, change.registers)
        guard let person = people.person(identity.marks) else {
            return [finding("unregistered", "\(whose) is not in the people register", .record(nil, change.days.commit))]
        }
        return (courses.isEmpty ? [nil] : courses.map(Optional.some)).compactMap { course in
            guard let (day, problem) = change.days.firstProblem({ self.problem(of: person, course, on: $0) }) else {
                return nil
            }
            return finding(problem, whose, day, change.days)
        }
    }

    private func problem(of person: RegisteredPerson, _ course: String?, on day: Day) -> Problem? {
        let records = person.training.filter { record in course.map { $0 == record.course } ?? true }
        guard !records.contains(where: { $0.counts(on: day) }) else { return nil }
        if let end = records.filter({ $0.doneOn <= day }).compactMap(\.validUntil).max() {
            return .expired(course: course, end)
        }
        if let begin = records.map(\.doneOn).min() { return .later(course: course, begin) }
        return .never(course: course)
    }

    private func finding(_ problem: Problem, _ whose: Message, _ day: Day, _ days: JudgedDays) -> Finding {
        switch problem {
        case .expired(let course, let end):
            finding(
                "expired",
                "the training (\(.course(course))) of \(whose) ended on \(end), before \(days.name(of: day))",
                .record(course, day))
        case .later(let course, let begin):
            finding(
                "later",
                "the training (\(.course(course))) of \(whose) was finished on \(begin), after \(days.name(of: day))",
                .record(course, day))
        case .never(let course):
            finding(
                nil, "no training (\(.course(course))) of \(whose) is recorded on \(days.name(of: day))",
                .record(course, day))
        }
    }

    private func finding(_ rule: String?, _ message: Message, _ fix: Message) -> Finding {
        Finding(rule: rule, at: Finding.Place(line: 1), message, fix: fix)
    }
}

extension PeopleRegister {
    /// Throws `NotApplicable` where nobody can be found in it; the run is incomplete then.
    func checkKey() throws {
        if lacksKey { throw NotApplicable("the people register holds pseudonyms, and AIGATE_PEOPLE_KEY is not set") }
    }
}

extension Message {
    /// The person's pseudonym; without the organisation's key nobody is named.
    static func person(_ identity: Identity, _ registers: Registers) -> Message {
        registers.pseudonym.map { "\($0(identity.key))" } ?? "whoever made it"
    }

    fileprivate static func course(_ course: String?) -> Message { course.map { "\($0)" } ?? "any course" }

    fileprivate static func record(_ course: String?, _ day: Day) -> Message {
        """
        record it in the entry of the person: training: [{course: \(course ?? "COURSE"), done-on: \(day), valid-until: \
        \(day.adding(days: 365))}]; 'aigate people pseudonym' says who is who
        """
    }

    fileprivate static let nameAuthor: Message =
        "have the commit name who used the tool, as its author or by Co-authored-by: NAME <EMAIL>"
}

/// Registers of the examples. Their pseudonyms are made with a key of the tests: of ann@, bo@ and dee@example.org.
enum Samples {
    static let ann = "p_438c4c7afe600cdf"
    static let bo = "p_bcab8abd827bdcdd"
    static let dee = "p_b6e81874b8017c9e"

    static func people(until day: String) -> String {
        """
        version: 1
        people:
          - person: p_438c4c7afe600cdf
            training:
              - {course: ai-basics, done-on: 2026-01-01, valid-until: \(day)}

        """
    }

    /// Bo may review src/crypto/, and Dee nothing in particular.
    static let reviewers = """
        version: 1
        people:
          - person: p_bcab8abd827bdcdd
            roles: [security]
          - person: p_b6e81874b8017c9e
        roles:
          - name: security
            paths: [src/crypto/]

        """

    /// Asked for by Bo.
    static let task = """
        title: Retry the upload
        requested-by: p_bcab8abd827bdcdd
        tools: [claude-code]
        paths: [src/upload/]
        keep-out: [src/upload/keys/]
        expires: 2026-06-30

        """
}
