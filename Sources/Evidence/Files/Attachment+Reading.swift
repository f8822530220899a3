// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Glibc

extension Attachment {
    static func read(_ path: String) throws(AttachmentError) -> [UInt8] {
        let shown = VisibleText.of(path)
        // Not to hang on a pipe that nobody writes to.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: shown, why: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(shown) }
        guard status.st_size <= byteLimit else { throw .tooLarge(shown) }
        do {
            let bytes = try Descriptor.readAll(descriptor, limit: byteLimit + 1)
            guard bytes.count <= byteLimit else { throw AttachmentError.tooLarge(shown) }
            return bytes
        } catch let error as AttachmentError {
            throw error
        } catch {
            throw .unreadable(path: shown, why: "\(error)")
        }
    }
}
