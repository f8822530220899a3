// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// The version is settled in another place of the project: a parent, a BOM, a variable of another file. That place
    /// is judged by itself, and here nothing is known to be open.
    static let elsewhere = Dependency.Bound.range

    /// How far each kind of name in a git repository binds: a full commit id is its content; a tag can be moved, but is
    /// meant not to be; everything else moves. A name counts as a tag when it begins with a version: `v4`, `1.2.3`.
    static func gitRef(_ ref: String) -> Dependency.Bound {
        if isCommitID(ref) { return .exact }
        return isVersionLike(ref) ? .range : .moving
    }

    /// A SHA-1 or SHA-256 in full: only these can't be made to mean something else.
    static func isCommitID(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        return (bytes.count == 40 || bytes.count == 64) && bytes.allSatisfy(\.isHexDigit)
    }

    /// `1`, `v2`, `V1.2.3-rc.1`.
    static func isVersionLike(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first else { return false }
        return first.isDigit || first.lowered == UInt8(ascii: "v") && bytes.dropFirst().first?.isDigit == true
    }

    /// The wider of two: of alternatives, each is allowed.
    func widened(by other: Dependency.Bound) -> Dependency.Bound {
        let order: [Dependency.Bound] = [.exact, .range, .lower, .moving, .none]
        let (mine, others) = (order.firstIndex(of: self) ?? 0, order.firstIndex(of: other) ?? 0)
        return mine >= others ? self : other
    }
}
