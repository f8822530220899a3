// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What range checks look at.
package struct RangeFacts {
    package let records: [CommitRecord]
    /// What the range as a whole did to the files that the gate judges by.
    package let policyChanges: [ChangedFile]
    package let waivers: [Waiver]
    /// The day of the run's start, UTC.
    package let today: Day
    /// The files before and after the range.
    package let base: any FileTree
    package let head: any FileTree
    /// The files of the commit that the policy is read from, and what checks found out about the range for one another.
    package let policy: BaseFacts
    package let registers: Registers
    /// What becomes of the register of data.
    package var dataAfter = DataAfter.same
    /// What other scanners said of the head.
    package let scans: ScanFacts
    /// What became of the tasks that commits name; known to checks that ask for other checks' results.
    package private(set) var tasks: [TaskVerification] = []
    /// The files that the check named commit by commit, by path: each stands at base, at head or at neither.
    package internal(set) var touched: [Touch] = []

    package init(
        records: [CommitRecord], policyChanges: [ChangedFile], waivers: [Waiver], today: Day,
        base: any FileTree = MemoryTree(),
        head: any FileTree = MemoryTree(), policy: BaseFacts = BaseFacts(), registers: Registers = Registers(),
        scans: ScanFacts = ScanFacts()
    ) {
        self.scans = scans
        self.records = records
        self.policyChanges = policyChanges
        self.waivers = waivers
        self.today = today
        self.base = base
        self.head = head
        self.policy = policy
        self.registers = registers
    }

    /// The same facts, with what became of the tasks.
    package func verifying(_ results: CheckResults) -> RangeFacts {
        var facts = self
        facts.tasks = TaskVerification.all(self, results)
        return facts
    }

    /// The same facts for one check.
    package func touching(_ files: [Touch]) -> RangeFacts {
        var facts = self
        facts.touched = files
        return facts
    }
}
