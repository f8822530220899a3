// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A file that the range changed, and by whom last.
package struct Touch: Sendable {
    package let path: Path
    /// The last commit of the range that changed it.
    package let commit: ObjectID
    /// AI took part in one of the commits that changed it.
    package let isAIMarked: Bool
    /// The name that it had before, where a commit of the range renamed it.
    package let oldPath: Path?

    package init(path: Path, commit: ObjectID, isAIMarked: Bool, oldPath: Path? = nil) {
        self.path = path
        self.commit = commit
        self.isAIMarked = isAIMarked
        self.oldPath = oldPath
    }
}

/// The files that range checks want to see, by check; of each file one touch, however long the range.
package struct Touches: Sendable {
    private var byCheck: [String: [Path: (position: Int, touch: Touch)]] = [:]

    package init() {}

    /// `position`: of the commit in the range.
    package mutating func add(_ touch: Touch, check: String, position: Int) {
        guard let known = byCheck[check]?[touch.path] else {
            byCheck[check, default: [:]][touch.path] = (position, touch)
            return
        }
        let last = known.position > position ? known : (position: position, touch: touch)
        let joined = Touch(
            path: touch.path, commit: last.touch.commit, isAIMarked: known.touch.isAIMarked || touch.isAIMarked,
            // The same one, in whatever order workers come.
            oldPath: [known.touch.oldPath, touch.oldPath].compactMap(\.self).min())
        byCheck[check]?[touch.path] = (last.position, joined)
    }

    package mutating func add(_ other: Touches) {
        for (check, touches) in other.byCheck {
            for (position, touch) in touches.values { add(touch, check: check, position: position) }
        }
    }

    /// By path.
    package func of(_ check: String) -> [Touch] {
        (byCheck[check] ?? [:]).values.map(\.touch).sorted { $0.path < $1.path }
    }
}
