// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A bar on standard error for work that takes longer than half a second, where that is a terminal.
final class Progress: Sendable {
    private let total: Int
    private let unit: String
    private let isShown: Bool
    private let start = ContinuousClock.now
    private let state = Mutex((done: 0, drawn: 0))

    /// `unit`: what is counted, in the plural.
    init(total: Int, unit: String = "commits", isEnabled: Bool) {
        self.total = total
        self.unit = unit
        isShown = isEnabled && total > 0 && Console.isTerminal(STDERR_FILENO)
    }

    func advance(by count: Int) {
        guard isShown else { return }
        let elapsed = ContinuousClock.now - start
        let line: String? = state.withLock { state in
            state.done += count
            // Ten redraws a second at most.
            let tick = Int(elapsed / .milliseconds(100))
            guard elapsed > .milliseconds(500), tick != state.drawn else { return nil }
            state.drawn = tick
            return bar(state.done)
        }
        if let line { Console.write(Array(line.utf8), to: STDERR_FILENO) }
    }

    /// Takes the bar away.
    func finish() {
        let wasDrawn = state.withLock { $0.drawn > 0 }
        if isShown, wasDrawn { Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    }

    private func bar(_ done: Int) -> String {
        let width = 30
        let filled = done * width / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        return "\r[\(bar)] \(done)/\(total) \(unit)"
    }
}
