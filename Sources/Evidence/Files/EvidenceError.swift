// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Evidence could not be written, or is not what was meant to be written: exit code 4.
package enum EvidenceError: Error, Equatable, CustomStringConvertible {
    /// Artefact uploads leave out folders whose names begin with a dot, and say nothing.
    case hiddenDirectory(String)
    case emptyPath
    case symbolicLink(String)
    case notADirectory(String)
    /// Another run holds the directory.
    case busy(String)
    /// A system call failed; `code` is `errno`.
    case system(path: String, doing: String, code: CInt)
    /// What was written does not read back as what it should be.
    case unreadable(name: String, why: String)
    case outOfMemory(String)
    /// Nobody can tell whether a secret is in it.
    case unscanned(name: String, why: String)

    package var description: String {
        switch self {
        case .hiddenDirectory(let path):
            "'\(path)' begins with a dot: artefact uploads leave such folders out without a word; "
                + "take another name, such as aigate-report"
        case .emptyPath: "no path is given to write to; name a file or folder, such as aigate-report"
        case .symbolicLink(let path):
            "'\(path)' is a symbolic link, which the change itself may have brought; "
                + "remove it, or give the path that it points to"
        case .notADirectory(let path): "'\(path)' is not a folder; remove it or take another name"
        case .busy(let path):
            "another run is writing to '\(path)'; wait for it, or give each run a directory of its own"
        case .system(let path, let doing, let code):
            "cannot \(doing) '\(path)': \(String(cString: strerror(code)))" + EvidenceError.remedy(code)
        case .unreadable(let name, let why):
            "\(name) cannot be read back as it was meant: \(why); nothing was kept, please report it"
        case .outOfMemory(let what): "memory ran out while writing \(what); judge a smaller range"
        case .unscanned(let name, let why):
            "\(name) could not be scanned for secrets before it was written (\(why)), so it was not; judge a smaller range"
        }
    }

    private static func remedy(_ code: CInt) -> String {
        switch code {
        case ENOSPC, EDQUOT: "; make room or take another disk"
        case EACCES, EPERM, EROFS: "; choose a directory that may be written to"
        default: ""
        }
    }
}
