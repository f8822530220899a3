// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate

/// A fact that git could not give: what was being done, what went wrong, what to do about it.
package struct GitError: Error, Sendable, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        /// There is no repository here.
        case noRepository
        /// A repository of a kind that this version cannot read.
        case unsupportedRepository
        /// An object that the history names is not in this clone.
        case missingObject
        /// A revision that names nothing.
        case unknownRevision
        /// The clone is shallow and cannot hold the range.
        case shallow
        /// Bytes that are no git object.
        case malformed
        /// Anything else that libgit2 reports.
        case other
    }

    package let kind: Kind
    package let doing: String
    package let reason: String
    package let remedy: String?

    package init(_ kind: Kind, doing: String, reason: String, remedy: String? = nil) {
        self.kind = kind
        self.doing = doing
        self.reason = reason
        self.remedy = remedy
    }

    /// One sentence, safe to show.
    package var description: String {
        VisibleText.of(doing) + ": " + VisibleText.of(reason) + (remedy.map { "; \($0)" } ?? "")
    }

    /// What libgit2 said about the call that just failed on this thread.
    init(code: Int32, doing: String) {
        let message = git_error_last().map { String(cString: $0.pointee.message) } ?? "libgit2 code \(code)"
        switch code {
        case GIT_ENOTFOUND.rawValue:
            self.init(
                .missingObject, doing: doing, reason: message,
                remedy: "the clone is incomplete: fetch with full depth and without a filter (git fetch --refetch)")
        case GIT_EINVALIDSPEC.rawValue, GIT_EAMBIGUOUS.rawValue:
            self.init(.unknownRevision, doing: doing, reason: message)
        default: self.init(.other, doing: doing, reason: message)
        }
    }
}

/// Throws what libgit2 said when a call returned a negative code.
@discardableResult
func check(_ code: Int32, _ doing: @autoclosure () -> String) throws(GitError) -> Int32 {
    guard code >= 0 else { throw GitError(code: code, doing: doing()) }
    return code
}
