// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit

/// A recorded CI event that speaks of a repository made by the test: the recorded names are exchanged for its own.
struct CIEvent {
    let environment: [String: String]

    /// `github/push` reads `Fixtures/Events/github/push.env` and `push.json`; `names` is by recorded name.
    init(_ name: String, _ names: [String: String], in sample: SampleRepository) throws {
        let base = projectRoot.appending(path: "Fixtures/Events/\(name)")
        func text(_ kind: String) throws -> String {
            try names.reduce(String(contentsOf: base.appendingPathExtension(kind), encoding: .utf8)) {
                $0.replacingOccurrences(of: $1.key, with: $1.value)
            }
        }
        var environment: [String: String] = [:]
        for line in try text("env").split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            environment[String(parts[0])] = String(parts[1])
        }
        if FileManager.default.fileExists(atPath: base.appendingPathExtension("json").path) {
            let file = sample.folder.appending(path: ".git/event.json")
            try text("json").write(to: file, atomically: false, encoding: .utf8)
            environment["GITHUB_EVENT_PATH"] = file.path
        }
        self.environment = environment
    }

    /// Commits of the recorded events.
    static let mainTip = "35cc9f00fe880db8d6351cdeb5f5796b43e9e808"
    static let mainBefore = "60830f494471bdde080fc2f4219359fac056c437"
    static let pullHead = "c8ef9cfd32506eb0db1e9197613fc56f181080f1"
    static let merge = "0c7cec28b6ce0939b66ad7d02f88a2addd837420"
    static let branchTip = "f6e55a8ce0f1c2838681c471eb88fd956c2b5c7d"
    static let branchGone = "650b54f3b32edb2267503ca8029e8a63e5848034"
    static let queueHead = "ba0601119b767fd501e6afb67a4b109eb235e9c5"
    static let mergeBase = "57b2383ca877810203d3e66cfa4e54a655f439e5"
}
