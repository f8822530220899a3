// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Everything a commit check may look at: one commit, what it did to which files, and what is known of its origin.
package struct CommitChange {
    package let commit: Commit
    package let files: [ChangedFile]
    package let provenance: CommitProvenance
    package let review: ReviewState
    package let aiPolicy: AIPolicy
    /// Secrets and personal data in what it brings.
    package let content: [ContentMatch]
    package let texts: ChangeTexts
    package let base: BaseFacts
    package let registers: Registers
    /// On which the registers' facts have to hold.
    package let days: JudgedDays
    /// The tasks that an AI-marked commit names; empty where nobody keeps tasks.
    package let tasks: [TaskReference]
    /// It has to name one, if AI took part.
    package let needsTask: Bool
    /// By check: where its words stand in what was added, by file.
    var occurrences: [String: [WordHits]] = [:]
    /// Where in the policy the files are.
    let places: AIUsePlaces

    package init(
        commit: Commit, files: [ChangedFile], provenance: CommitProvenance,
        review: ReviewState = ReviewState(result: .notRequired), aiPolicy: AIPolicy = AIPolicy(),
        content: [ContentMatch] = [], texts: ChangeTexts = .added, base: BaseFacts = BaseFacts(),
        registers: Registers = Registers(), days: JudgedDays? = nil, tasks: [TaskReference] = [],
        needsTask: Bool = true
    ) {
        self.tasks = tasks
        self.needsTask = needsTask
        self.commit = commit
        self.files = files
        self.provenance = provenance
        self.review = review
        self.aiPolicy = aiPolicy
        self.content = content
        self.texts = texts
        self.base = base
        self.registers = registers
        self.days = days ?? JudgedDays(commit: Instant(seconds: commit.committer.seconds).day, run: nil)
        // Of a tool alone anybody asks what holds for it.
        let isAsked = provenance.ai.isMarked || !provenance.declarations.isEmpty
        places = AIUsePlaces(isAsked ? files : [], aiPolicy)
    }

    /// The files in whose added text a check's words stand, in the order of the files.
    package func occurrences(of check: any CommitCheck.Type) -> [WordHits] { occurrences[check.about.id] ?? [] }

    /// The files in which a check's words stand more often than was kept.
    func cutOff(of check: String) -> [ChangedFile] { (occurrences[check] ?? []).filter(\.isCutOff).map(\.file) }

    /// The words of some check do.
    var isCutOff: Bool { occurrences.values.contains { $0.contains(where: \.isCutOff) } }

    /// The change without the files that only secrets and hidden characters are looked for in.
    package var handWritten: CommitChange {
        var change = CommitChange(
            commit: commit, files: files.filter { $0.mark == nil }, provenance: provenance, review: review,
            aiPolicy: aiPolicy, content: content, texts: texts, base: base, registers: registers, days: days,
            tasks: tasks, needsTask: needsTask)
        change.occurrences = occurrences.mapValues { $0.filter { $0.file.mark == nil } }
        return change
    }
}
