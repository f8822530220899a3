// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Whole reads and writes on a file descriptor.
enum Descriptor {
    /// `errno` of a call that failed.
    struct Failure: Error, CustomStringConvertible {
        let code: CInt

        var description: String { String(cString: strerror(code)) }
    }

    static func writeAll(_ bytes: [UInt8], to descriptor: CInt) throws(Failure) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                let rest = UnsafeRawBufferPointer(rebasing: $0[offset...])
                return write(descriptor, rest.baseAddress, rest.count)
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw Failure(code: errno)
            }
            offset += count
        }
    }

    /// At most `limit` bytes.
    static func readAll(_ descriptor: CInt, limit: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while bytes.count < limit {
            let count = read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw Failure(code: errno)
            }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    /// Whether what is left to read is exactly these bytes; no second copy of a large document is made.
    static func holds(_ bytes: [UInt8], _ descriptor: CInt) throws(Failure) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var compared = 0
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw Failure(code: errno)
            }
            guard count > 0 else { return compared == bytes.count }
            guard compared + count <= bytes.count, bytes[compared..<(compared + count)] == chunk[..<count] else {
                return false
            }
            compared += count
        }
    }
}
