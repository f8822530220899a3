// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Bytes of a register, and where they came from.
package struct RegisterFile: Sendable {
    package let part: Registers.Part
    /// Without its folder: `tools.yml`, `PAY-12.yml`.
    package let name: String
    package let bytes: [UInt8]
    package let source: PolicySource
    /// The pipeline gave it, so that it may name people plainly: what stands in git cannot be erased.
    package let isGiven: Bool

    package init(
        _ part: Registers.Part, name: String, bytes: [UInt8], source: PolicySource, isGiven: Bool = false
    ) {
        self.isGiven = isGiven
        self.part = part
        self.name = name
        self.bytes = bytes
        self.source = source
    }

    /// Its name in messages.
    var shown: String { source.path ?? name }
}

/// The registers of a run: those of the organisation, and the repository's own, which may only restrict them.
package struct RegisterFiles: Sendable {
    package var central: [RegisterFile]
    package var own: [RegisterFile]
    /// A central place was named: then it says what there is.
    package var hasCentral: Bool

    package init(central: [RegisterFile] = [], own: [RegisterFile] = [], hasCentral: Bool = false) {
        self.central = central
        self.own = own
        self.hasCentral = hasCentral
    }

    package var sources: [PolicySource] { (central + own).map(\.source) }

    func central(_ part: Registers.Part) -> [RegisterFile] { central.filter { $0.part == part } }
    func own(_ part: Registers.Part) -> [RegisterFile] { own.filter { $0.part == part } }
}
