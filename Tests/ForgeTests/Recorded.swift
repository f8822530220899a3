// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Foundation
import Gate
import TestKit

/// An event as a runner hands it over: variables, and for GitHub a file.
struct Recorded {
    var environment: [String: String]
    var event: [UInt8]?

    /// `github/push` reads `Fixtures/Events/github/push.env` and `push.json`.
    init(_ name: String) throws {
        let base = projectRoot.appending(path: "Fixtures/Events/\(name)")
        environment = [:]
        for line in try String(contentsOf: base.appendingPathExtension("env"), encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            environment[String(parts[0])] = String(parts[1])
        }
        let file = base.appendingPathExtension("json")
        event = FileManager.default.fileExists(atPath: file.path) ? Array(try Data(contentsOf: file)) : nil
    }

    static func names(of forge: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: projectRoot.appending(path: "Fixtures/Events/\(forge)").path
        )
        .filter { $0.hasSuffix(".env") }.map { "\(forge)/" + $0.dropLast(".env".count) }.sorted()
    }

    func situation(_ system: CISystem = .auto) throws(ForgeError) -> Situation? {
        try system.situation(in: environment, event: event)
    }

    /// The same event with a part of its text replaced.
    func replacing(_ old: String, _ new: String) -> Recorded {
        var copy = self
        copy.event = event.map {
            Array(String(decoding: $0, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
        }
        return copy
    }

    func setting(_ name: String, _ value: String?) -> Recorded {
        var copy = self
        copy.environment[name] = value
        return copy
    }
}

/// The commits of the recorded events.
enum Ids {
    static let mainTip = id("35cc9f00fe880db8d6351cdeb5f5796b43e9e808")
    static let mainBefore = id("60830f494471bdde080fc2f4219359fac056c437")
    static let pullHead = id("c8ef9cfd32506eb0db1e9197613fc56f181080f1")
    static let branchTip = id("f6e55a8ce0f1c2838681c471eb88fd956c2b5c7d")
    static let branchGone = id("650b54f3b32edb2267503ca8029e8a63e5848034")
    static let queueHead = id("ba0601119b767fd501e6afb67a4b109eb235e9c5")
    static let mergeBase = id("57b2383ca877810203d3e66cfa4e54a655f439e5")

    private static func id(_ hex: String) -> ObjectID { ObjectID(hex: hex)! }
}
