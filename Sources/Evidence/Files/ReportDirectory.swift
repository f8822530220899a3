// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Glibc

/// An open directory that reports are written to. All calls go through its descriptor, so that nobody can exchange it
/// for another on the way.
struct ReportDirectory: ~Copyable {
    private let descriptor: CInt
    /// To show.
    let path: String

    /// Opens a directory, and makes it and those above it where they are missing. No part of a relative path may be a
    /// symbolic link, and the last part of no path: the change that is judged may have brought it.
    init(_ path: String) throws(EvidenceError) {
        guard !path.isEmpty else { throw .emptyPath }
        let isAbsolute = path.hasPrefix("/")
        let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
        var current = Glibc.open(isAbsolute ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard current >= 0 else { throw .system(path: path, doing: "open", code: errno) }
        for (index, part) in parts.enumerated() {
            let followsLinks = isAbsolute && index < parts.count - 1
            let next: CInt
            do throws(EvidenceError) {
                next = try ReportDirectory.enter(part, of: current, followsLinks: followsLinks, shown: path)
            } catch {
                close(current)
                throw error
            }
            close(current)
            current = next
        }
        descriptor = current
        self.path = path
    }

    private init(descriptor: CInt, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    private static func enter(
        _ name: String, of parent: CInt, followsLinks: Bool, shown: String
    ) throws(EvidenceError) -> CInt {
        if mkdirat(parent, name, 0o777) != 0, errno != EEXIST {
            // A missing right to make it matters only where it is missing.
            let code = errno
            guard faccessat(parent, name, F_OK, 0) == 0 else { throw .system(path: shown, doing: "make", code: code) }
        }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
        let descriptor = openat(parent, name, flags)
        guard descriptor < 0 else { return descriptor }
        let code = errno
        if isSymbolicLink(name, in: parent) { throw .symbolicLink(shown) }
        if code == ENOTDIR { throw .notADirectory(shown) }
        throw .system(path: shown, doing: "open", code: code)
    }

    private static func isSymbolicLink(_ name: String, in parent: CInt) -> Bool {
        var status = stat()
        return fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// A directory below this one.
    borrowing func subdirectory(_ name: String) throws(EvidenceError) -> ReportDirectory {
        let shown = "\(path)/\(name)"
        return ReportDirectory(
            descriptor: try ReportDirectory.enter(name, of: descriptor, followsLinks: false, shown: shown), path: shown)
    }

    /// Keeps other runs out until this value ends. File systems without locks let them in; temporary names stay unique
    /// all the same.
    borrowing func lock() throws(EvidenceError) {
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { throw .busy(path) }
    }

    /// Writes a file under a temporary name, and reads it back. The name begins with a dot, so that no upload takes it.
    borrowing func stage(_ bytes: [UInt8], as name: String) throws(EvidenceError) -> StagedFile {
        try refuseWhatIsNoFile(name)
        let temporary = ".aigate-\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let file = openat(descriptor, temporary, flags, 0o644)
        guard file >= 0 else { throw .system(path: "\(path)/\(name)", doing: "write", code: errno) }
        defer { close(file) }
        do {
            try Descriptor.writeAll(bytes, to: file)
            guard fsync(file) == 0 else { throw Descriptor.Failure(code: errno) }
            guard lseek(file, 0, SEEK_SET) == 0 else { throw Descriptor.Failure(code: errno) }
            guard try Descriptor.holds(bytes, file) else {
                throw EvidenceError.unreadable(name: name, why: "the disk returned other bytes than it was given")
            }
        } catch {
            unlinkat(descriptor, temporary, 0)
            if let error = error as? EvidenceError { throw error }
            let code = (error as? Descriptor.Failure)?.code ?? EIO
            throw .system(path: "\(path)/\(name)", doing: "write", code: code)
        }
        return StagedFile(temporary: temporary, name: name)
    }

    private borrowing func refuseWhatIsNoFile(_ name: String) throws(EvidenceError) {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFLNK { throw .symbolicLink("\(path)/\(name)") }
        if status.st_mode & S_IFMT == S_IFDIR { throw .system(path: "\(path)/\(name)", doing: "write", code: EISDIR) }
    }

    borrowing func publish(_ file: StagedFile) throws(EvidenceError) {
        guard renameat(descriptor, file.temporary, descriptor, file.name) == 0 else {
            throw .system(path: "\(path)/\(file.name)", doing: "rename to", code: errno)
        }
    }

    /// Nothing is wrong when it is gone already.
    borrowing func discard(_ file: StagedFile) {
        unlinkat(descriptor, file.temporary, 0)
    }

    borrowing func remove(_ name: String) throws(EvidenceError) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
            throw .system(path: "\(path)/\(name)", doing: "replace", code: errno)
        }
    }

    /// Makes the new names last.
    borrowing func synchronise() throws(EvidenceError) {
        // Some file systems cannot do this for a directory, and need not.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw .system(path: path, doing: "write", code: errno)
        }
    }
}

/// A file that is complete but does not bear its name yet.
struct StagedFile {
    let temporary: String
    let name: String
}
