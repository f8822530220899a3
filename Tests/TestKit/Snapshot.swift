// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Foundation
package import Testing

/// The project's root.
package let projectRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// Compares bytes with a committed file. A missing file, or any with `RECORD=1`, is written and the test fails, so that
/// a recording never passes for a check.
package func expectSnapshot(
    _ actual: some Sequence<UInt8>, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = projectRoot.appending(path: path)
    let bytes = Data(actual)
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    guard !isRecording, FileManager.default.fileExists(atPath: file.path) else {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
        Issue.record("recorded \(path); run the tests again without RECORD", sourceLocation: sourceLocation)
        return
    }
    let expected = try Data(contentsOf: file)
    guard bytes != expected else { return }
    let difference = firstDifference(String(decoding: expected, as: UTF8.self), String(decoding: bytes, as: UTF8.self))
    Issue.record(
        "\(path) is stale: \(difference); run with RECORD=1 and look at the change", sourceLocation: sourceLocation)
}

private func firstDifference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
        return "line \(index + 1) was \"\(pair.0)\", is \"\(pair.1)\""
    }
    return "\(old.count) lines became \(new.count)"
}
