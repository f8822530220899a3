// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// A file descriptor that no child inherits, closed with its owner.
final class Descriptor: Sendable {
    let number: Int32

    /// Takes it over; moved out of the way of those that a child is given. Throws when it is none.
    init(_ made: Int32) throws(ChildProcess.Failure) {
        number = made < 0 ? made : fcntl(made, F_DUPFD_CLOEXEC, 16)
        let code = errno
        if made >= 0 { close(made) }
        guard number >= 0 else { throw ChildProcess.Failure(reason: "cannot open a file: \(String(cString: strerror(code)))") }
    }

    /// A file without a name, read from its beginning.
    convenience init(holding bytes: [UInt8]) throws(ChildProcess.Failure) {
        var name = FileManager.default.temporaryDirectory.appending(path: "aigate-XXXXXX").path.utf8CString.map(\.self)
        let made = mkstemp(&name)
        if made >= 0 { unlink(name) }
        try self.init(made)
        guard write(bytes), lseek(number, 0, SEEK_SET) == 0 else {
            throw ChildProcess.Failure(reason: "cannot write a temporary file: \(String(cString: strerror(errno)))")
        }
    }

    deinit { close(number) }

    /// False when not everything could be written.
    func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(number, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count < 0, errno != EINTR { return false }
                done += max(0, count)
            }
            return true
        }
    }
}
