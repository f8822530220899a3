// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CPCRE2

/// A regular expression of PCRE2, compiled once, that looks for itself in bytes.
///
/// An instance keeps its room for matching, so each thread needs instances of its own; nothing is shared among them.
package final class Pattern {
    package struct Options: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Upper and lower case are the same: of ASCII, or of all letters together with `unicode`.
        package static let caseless = Options(rawValue: 1)
        /// The text is UTF-8; bytes that are not UTF-8 match nothing.
        package static let unicode = Options(rawValue: 2)
    }

    /// How often a match may try again before it gives up, so that hostile text costs milliseconds at most.
    package static let matchLimit: UInt32 = 100_000
    /// Kibibytes that a match without JIT may take from the heap.
    private static let heapLimit: UInt32 = 1024

    private let code: OpaquePointer
    private let matchData: OpaquePointer
    private let context: OpaquePointer

    package init(_ expression: some StringProtocol, _ options: Options = []) throws(PatternError) {
        var flags = PCRE2_NEVER_BACKSLASH_C
        if options.contains(.caseless) { flags |= PCRE2_CASELESS }
        if options.contains(.unicode) { flags |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF }
        code = try Pattern.compile(Array(expression.utf8), flags)
        guard let context = pcre2_match_context_create_8(nil) else {
            pcre2_code_free_8(code)
            throw .failure(code: PCRE2_ERROR_NOMEMORY)
        }
        guard let matchData = pcre2_match_data_create_from_pattern_8(code, nil) else {
            pcre2_match_context_free_8(context)
            pcre2_code_free_8(code)
            throw .failure(code: PCRE2_ERROR_NOMEMORY)
        }
        self.context = context
        self.matchData = matchData
        pcre2_set_match_limit_8(context, Pattern.matchLimit)
        pcre2_set_depth_limit_8(context, Pattern.matchLimit)
        pcre2_set_heap_limit_8(context, Pattern.heapLimit)
    }

    deinit {
        pcre2_match_data_free_8(matchData)
        pcre2_match_context_free_8(context)
        pcre2_code_free_8(code)
    }

    private static func compile(_ expression: [UInt8], _ flags: UInt32) throws(PatternError) -> OpaquePointer {
        var error: Int32 = 0
        var offset = 0
        guard let code = pcre2_compile_8(expression, expression.count, flags, &error, &offset, nil) else {
            throw .syntax(message: message(error), offset: offset)
        }
        // Where the processor has no JIT the call fails and matching is interpreted: slower, the same result.
        _ = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
        return code
    }

    private static func message(_ code: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
    }

    /// A match and the part of it that matters.
    package struct Match: Sendable {
        package let whole: Range<Int>
        /// The first group that took part; all of the match where the expression has none.
        package let value: Range<Int>
    }

    /// The first match at or after an offset, in bytes; nil when there is none.
    package func match(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) throws(PatternError) -> Match? {
        precondition(start >= 0 && start <= bytes.count, "a match starts within the text")
        let result = pcre2_match_8(code, bytes.baseAddress, bytes.count, start, 0, matchData, context)
        switch result {
        case 0...:
            guard let ends = pcre2_get_ovector_pointer_8(matchData) else { throw .failure(code: PCRE2_ERROR_NULL) }
            let whole = Pattern.range(ends, 0)
            // A group that took no part is at PCRE2_UNSET, which is -1 as an Int.
            let group = (1..<max(1, Int(result))).first { ends[2 * $0] >= 0 }
            return Match(whole: whole, value: group.map { Pattern.range(ends, $0) } ?? whole)
        case PCRE2_ERROR_NOMATCH: return nil
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT:
            throw .limit
        default: throw .failure(code: result)
        }
    }

    /// \K inside a lookahead can put the start behind the end.
    private static func range(_ ends: UnsafeMutablePointer<Int>, _ group: Int) -> Range<Int> {
        let (one, other) = (ends[2 * group], ends[2 * group + 1])
        return min(one, other)..<max(one, other)
    }

    /// The first match at or after an offset, in bytes; nil when there is none.
    package func firstMatch(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) throws(PatternError) -> Range<Int>? {
        try match(in: bytes, from: start)?.whole
    }

    /// The first match at or after an offset, in bytes; nil when there is none.
    package func firstMatch(in bytes: [UInt8], from start: Int = 0) throws(PatternError) -> Range<Int>? {
        // A typed error does not pass through a rethrowing closure of the standard library.
        try bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(PatternError) in try firstMatch(in: buffer, from: start) }
        }.get()
    }
}
