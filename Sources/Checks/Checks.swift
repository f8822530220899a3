// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Every check there is, in the order of the report.
package enum Checks {
    package static let all: [CheckKind] = [
        CheckKind(AIUndeclared.self),
        CheckKind(AIDeclarationMissing.self),
        CheckKind(AIDeclarationMalformed.self),
        CheckKind(AIDeclarationForm.self),
        CheckKind(AIDeclarationContradicted.self),
        CheckKind(AITrailerForbidden.self),
        CheckKind(AIForbidden.self),
        CheckKind(AILinesUnclaimed.self),
        CheckKind(AISignOff.self),
        CheckKind(ReviewMissing.self),
        CheckKind(HiddenUnicode.self),
        CheckKind(AgentControlChanged.self),
        CheckKind(AgentResidue.self),
        CheckKind(PolicyChanged.self),
        CheckKind(WaiverExpired.self),
    ]
}
