// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads `.aigate/waivers.yml`.
package enum WaiverReader {
    package static func waivers(
        _ bytes: [UInt8], file: String, kinds: [CheckKind], terms: WaiverTerms
    ) throws(ConfigErrors) -> [Waiver] {
        let node = try PolicyReader.tree(bytes, file: file)
        var waivers: [Waiver] = []
        try Field.readAll(node, into: &waivers, fields(kinds, terms))
        return waivers
    }

    /// `terms` are nil where the format is described and nothing is read.
    static func fields(_ kinds: [CheckKind], _ terms: WaiverTerms?) -> [Field<[Waiver]>] {
        [.version(), list(kinds, terms, \.self) { $0 }]
    }

    /// The key `waivers` of this file and of `WaiverGrant`'s; `check` says what more is asked of an entry.
    static func list<Root>(
        _ kinds: [CheckKind], _ terms: WaiverTerms?, _ path: any WritableKeyPath<Root, [Waiver]> & Sendable,
        check: @escaping @Sendable (Waiver) throws -> Waiver
    ) -> Field<Root> {
        let fields = WaiverEntry.fields(RuleNames(kinds), terms)
        let item = fields.map { FieldDescription($0, default: WaiverEntry()) }
        return Field(
            "waivers", "Exceptions: each says what, why, who and until when.", shape: .list(.record(item)),
            required: true
        ) { node, root in
            var errors = ConfigErrors.Collection()
            var line = 0
            root[keyPath: path] = try node.list.compactMap { item in
                guard !errors.isFull else { return nil }
                return errors.collecting(at: item) {
                    // File and line are a waiver's name in every report.
                    if item.line == line { throw item.error("a second waiver in one line; give it a line of its own") }
                    line = item.line
                    var entry = WaiverEntry()
                    try Field.readAll(item, into: &entry, fields)
                    return try check(entry.waiver(at: item))
                }
            }
            try errors.check()
        }
    }
}
