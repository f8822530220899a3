// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Synchronization

/// A file descriptor that no child inherits, closed with its owner.
final class Descriptor: Sendable {
    let number: Int32

    /// Held between the making of a descriptor and its being marked, and while a child is started: so none inherits it.
    static let making = Mutex(())

    /// Takes it over; moved out of the way of those that a child is given. Throws when it is none.
    init(_ made: Int32) throws(ChildProcess.Failure) {
        number = made < 0 ? made : fcntl(made, F_DUPFD_CLOEXEC, 16)
        let code = errno
        if made >= 0 { close(made) }
        guard number >= 0 else {
            throw ChildProcess.Failure(reason: "cannot open a file: \(String(cString: strerror(code)))")
        }
    }

    /// A file without a name that holds these bytes, to be read from its beginning.
    static func holding(_ bytes: [UInt8]) throws(ChildProcess.Failure) -> Descriptor {
        let file = try making.withLock { _ throws(ChildProcess.Failure) in
            var name = FileManager.default.temporaryDirectory.appending(path: "aigate-XXXXXX").path.utf8CString.map(
                \.self)
            let made = mkstemp(&name)
            if made >= 0 { unlink(name) }
            return try Descriptor(made)
        }
        guard file.write(bytes), lseek(file.number, 0, SEEK_SET) == 0 else {
            throw ChildProcess.Failure(reason: "cannot write a temporary file: \(String(cString: strerror(errno)))")
        }
        return file
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
