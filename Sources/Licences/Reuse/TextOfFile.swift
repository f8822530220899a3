// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The bytes of a file as text.
enum TextOfFile {
    /// So far git looks for a NUL, in bytes.
    private static let heuristic = 8000

    /// UTF-8, whatever the file is written in; nil for what is no text: a NUL near the beginning, and no mark of
    /// UTF-16.
    static func plain(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return fromUTF16(Array(bytes))[...]
        }
        if bytes.prefix(heuristic).contains(0) { return nil }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    }

    private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8] {
        let isBig = bytes[0] == 0xFE
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
