// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Scans

/// SARIF files that the pipeline gives, each read once. What cannot be read is no mistake of the command line: a scan
/// that did not run leaves no file, and then not everything was judged.
struct GivenScans {
    private(set) var files: [GivenFile] = []
    /// One a file that could be read.
    private(set) var inputs: [RunInput] = []
    /// Sentences on those that could not be read.
    private(set) var problems: [String] = []
    var wereGiven: Bool { !files.isEmpty || !problems.isEmpty }

    init() {}

    init(_ paths: [String]) {
        for path in paths {
            do {
                let file = try GivenFile("sarif", path, limit: SARIFReader.byteLimit)
                files.append(file)
                inputs.append(file.input)
            } catch let stop as Stop {
                problems += stop.sentences.map { "the scan is not there: \($0); run the scanner before the gate" }
            } catch {
                problems.append("the scan is not there: \(error)")
            }
        }
    }

    /// Puts the names of the scanners beside a file's digest.
    mutating func name(_ scanners: [ScanReport.Scanner], of index: Int) {
        inputs[index].tools = scanners.map { RunInput.Tool(name: $0.name, version: $0.version) }
    }
}
