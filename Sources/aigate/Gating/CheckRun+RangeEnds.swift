// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

extension CheckRun {
    /// The head of a range before which nothing stood, so that its files are those that the project begins with: a
    /// project's first push, or a branch with a root of its own; nil for any other.
    func beginning(_ state: GateState, _ repository: Repository) throws -> ObjectID? {
        let range = state.range
        guard let head = range.head, range.base == nil else { return nil }
        switch state.situation?.request {
        // What replaces a branch is not what it begins with.
        case .push(before: .some, _, _): return nil
        case .prePush(let refs, _) where refs.first?.remote != nil: return nil
        default: break
        }
        // Without a base, but with what stood before in its own history: a whole branch.
        if let policy = range.policyCommit, try repository.mergeBase(policy, head) != nil { return nil }
        return head
    }

    /// Ids of the tasks whose files the range as a whole brings, in lower case; none where nobody keeps tasks.
    func broughtTasks(_ state: GateState, _ repository: Repository) throws -> Set<String> {
        guard state.policy.registers.tasks != nil, let head = state.range.head else { return [] }
        func ids(_ commit: ObjectID) throws -> Set<String> {
            let entries = try TreeFiles(repository, commit: commit).entries(in: TaskReference.folder)
            return Set(entries.filter { $0.kind == .file }.compactMap { TaskReference.id(ofFile: $0.name) })
        }
        let base = state.range.mergeBase ?? state.range.base
        return try ids(head).subtracting(base.map(ids) ?? [])
    }
}
