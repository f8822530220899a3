// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate
package import Patterns

/// Looks for values that must not leave in what the program itself is about to write. Names say little there, so
/// formats alone count, and of personal data what check digits and a word on the line prove. For one thread.
package final class OutgoingText {
    private let scanner: TextScanner

    /// Bytes that are scanned at once: fewer than the keywords and hints that one scan takes.
    private static let part = 256 << 10

    package init(_ program: ContentProgram) throws(PatternError) {
        scanner = try TextScanner(program)
    }

    private static func mustNotLeave(_ candidate: Candidate) -> Bool {
        switch candidate.tier {
        case .format, .aiService: true
        case .personal: candidate.isProven
        case .generic, .password, .published: false
        }
    }

    /// Where values are, in order, and whether everything was looked at.
    package func values(in bytes: [UInt8]) throws(PatternError) -> (places: [Range<Int>], isComplete: Bool) {
        var places: [Range<Int>] = []
        var isComplete = true
        var start = 0
        while start < bytes.count {
            let end = OutgoingText.end(of: bytes, from: start)
            let result = bytes.withUnsafeBufferPointer { buffer in
                Result { () throws(PatternError) in
                    let part = UnsafeBufferPointer(rebasing: buffer[start..<end])
                    return try scanner.scan(
                        ScannedText(bytes: part, kind: .words, place: .ordinary, readsBindings: false))
                }
            }
            let found = try result.get()
            isComplete = isComplete && found.limits.isEmpty
            places += Candidate.settled(found.candidates.filter(OutgoingText.mustNotLeave)).map {
                ($0.range.lowerBound + start)..<($0.range.upperBound + start)
            }
            start = end
        }
        return (places, isComplete)
    }

    /// The end of a part: that of a line, where one is long enough.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        guard bytes.count - start > part else { return bytes.count }
        return bytes[(start + part)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
}
