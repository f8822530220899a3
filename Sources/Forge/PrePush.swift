// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The lines that git writes to the standard input of its `pre-push` hook.
///
/// Source: githooks(5): `<local ref> SP <local oid> SP <remote ref> SP <remote oid> LF`, ids of zeros for "none".
package enum PrePush {
    /// Deletions bring no commits and are left out; nothing but deletions is a legal, empty push. `remote` is the
    /// hook's first argument: a remote's name, or an address when it has none.
    package static func request(lines: [UInt8], remote: String) throws(ForgeError) -> RangeRequest {
        guard lines.count <= CISystem.eventLimit else {
            throw .cannotJudge("the hook's input has \(lines.count) bytes, more than 25 MiB; \(ForgeError.passRange)")
        }
        guard !remote.isEmpty, !remote.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw .usage("the remote \(quoted(remote)) is no name or address: pass the hook's first argument")
        }
        var refs: [RangeRequest.PushedRef] = []
        for (index, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let pushed = pushed(line) else {
                throw .cannotJudge(
                    "line \(index + 1) of the pre-push input is \(quoted(VisibleText.of(line))), expected "
                        + "'LOCAL-REF ID REMOTE-REF ID': hand the hook's standard input on unchanged")
            }
            guard let local = pushed.local else { continue }
            refs.append(RangeRequest.PushedRef(localRef: pushed.localRef, local: local, remote: pushed.remote))
        }
        return .prePush(refs, remote: Address.withoutUserInformation(remote))
    }

    private static func pushed(_ line: ArraySlice<UInt8>) -> (localRef: String, local: ObjectID?, remote: ObjectID?)? {
        let fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        // What is pushed may be an expression with blanks, `HEAD^{/fix it}`; the other three fields never have any.
        guard fields.count >= 4 else { return nil }
        let last = fields.suffix(3).map { String(decoding: $0, as: UTF8.self) }
        let localRef = fields.dropLast(3).joined(separator: [UInt8(ascii: " ")])
        guard let local = ObjectID(hex: last[0]), let remote = ObjectID(hex: last[2]), !last[1].isEmpty else {
            return nil
        }
        return (VisibleText.of(localRef), local.isZero ? nil : local, remote.isZero ? nil : remote)
    }
}
