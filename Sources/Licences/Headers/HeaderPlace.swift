// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Where a header goes: as near to the top as what must stand first allows.
package enum HeaderPlace {
    /// Line, from 1, that a header's first line becomes.
    package static func line(in file: [UInt8]) -> Int {
        let lines = HeaderRegion(of: file).bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var index = 0
        if let first = lines.first, first.starts(with: "---".utf8), TagValue.withoutBlanks(first).count == 3 {
            // Front matter ends with a line as it begins; without one there is none.
            let end = lines.dropFirst().firstIndex { TagValue.withoutBlanks($0).elementsEqual("---".utf8) }
            return (end ?? -1) + 2
        }
        while index < lines.count, goesFirst(lines[index], at: index) { index += 1 }
        return index + 1
    }

    /// What interpreters, parsers and build tools look for in the first lines.
    private static func goesFirst(_ line: ArraySlice<UInt8>, at index: Int) -> Bool {
        let text = String(decoding: line.prefix(120), as: UTF8.self).lowercased()
        if text.hasPrefix("#") {
            // PEP 263 has it in the first two lines.
            if index == 0, text.hasPrefix("#!") { return true }
            if index < 2, text.contains("coding:") || text.contains("coding=") { return true }
            let words = text.dropFirst().drop { $0 == " " }
            return ["frozen_string_literal:", "syntax=", "escape=", "check="].contains { words.hasPrefix($0) }
        }
        return ["<?xml", "<!doctype", "<?php", "// swift-tools-version", "//swift-tools-version", "@charset"].contains {
            text.hasPrefix($0)
        }
    }
}
