// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency {
    /// The same, but that no lockfile is expected to name it.
    var unlocked: Dependency {
        Dependency(
            ecosystem, name, requirement: requirement, bound: bound, source: source, scope: scope, isLocked: false,
            line: line)
    }

    /// The same in another line.
    func at(_ line: Int?) -> Dependency {
        Dependency(
            ecosystem, name, requirement: requirement, bound: bound, source: source, scope: scope, isLocked: isLocked,
            line: line)
    }
}
