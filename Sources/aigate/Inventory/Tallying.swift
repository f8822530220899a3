// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts what it is shown: one per worker, so it may hold what must not be shared between threads.
protocol Tallying: SendableMetatype {
    associatedtype Item: Sendable
    associatedtype Tally: Sendable

    func add(_ item: Item)
    /// Of everything that was added. Tallies are joined without regard to order.
    var tally: Tally { get }
}

/// Shares items among workers in chunks. Gives one tally a worker, in no order.
func tallies<Worker: Tallying>(
    of items: [Worker.Item], jobs: Int, progress: Progress, worker: @escaping @Sendable () throws -> Worker
) async throws -> [Worker.Tally] {
    let next = Next()
    let size = max(1, min(64, items.count / (jobs * 4)))
    return try await withThrowingTaskGroup(of: Worker.Tally.self) { group in
        for _ in 0..<max(1, jobs) {
            group.addTask {
                let worker = try worker()
                while true {
                    let start = next.take(size)
                    guard start < items.count else { return worker.tally }
                    let chunk = items[start..<min(start + size, items.count)]
                    for item in chunk { worker.add(item) }
                    progress.advance(by: chunk.count)
                }
            }
        }
        var found: [Worker.Tally] = []
        for try await tally in group { found.append(tally) }
        return found
    }
}

/// The first item that nobody has taken.
private final class Next: Sendable {
    private let next = Atomic(0)
    func take(_ count: Int) -> Int { next.wrappingAdd(count, ordering: .relaxed).oldValue }
}
