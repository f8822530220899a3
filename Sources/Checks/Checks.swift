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
        CheckKind(ToolUnregistered.self),
        CheckKind(ToolUnapproved.self),
        CheckKind(ToolUnassured.self),
        CheckKind(ToolModelUnlisted.self),
        CheckKind(ToolAccountUnmanaged.self),
        CheckKind(DataClassForbidden.self),
        CheckKind(DataClassChanged.self),
        CheckKind(AgentIgnoreDrift.self),
        CheckKind(TrainingMissing.self),
        CheckKind(ReviewerWithoutRole.self),
        CheckKind(ReviewerUnregistered.self),
        CheckKind(TaskMissing.self),
        CheckKind(TaskUnknown.self),
        CheckKind(TaskScope.self),
        CheckKind(TaskTool.self),
        CheckKind(TaskEvidence.self),
        CheckKind(TaskSelfReview.self),
        CheckKind(ScannerAlert.self),
        CheckKind(Secret.self),
        CheckKind(SecretAIService.self),
        CheckKind(SecretGeneric.self),
        CheckKind(SecretPassword.self),
        CheckKind(SecretPublished.self),
        CheckKind(PersonalData.self),
        CheckKind(LicenceHeader.self),
        CheckKind(HiddenUnicode.self),
        CheckKind(DependencyNotLocked.self),
        CheckKind(DependencyDenied.self),
        CheckKind(DependencySource.self),
        CheckKind(LockfileTampered.self),
        CheckKind(DependencyInstallScript.self),
        CheckKind(DependencyUnpinned.self),
        CheckKind(ManifestUnreadable.self),
        CheckKind(TestsDeleted.self),
        CheckKind(TestsWeakened.self),
        CheckKind(SuppressionAdded.self),
        CheckKind(CIWeakened.self),
        CheckKind(ProtectedPathChanged.self),
        CheckKind(AgentConfigExec.self),
        CheckKind(LicenceText.self),
        CheckKind(LicenceCopyright.self),
        CheckKind(LicenceProject.self),
        CheckKind(LicenceAnswer.self),
        CheckKind(Residue.self),
        CheckKind(AgentControlChanged.self),
        CheckKind(AgentResidue.self),
        CheckKind(PolicyChanged.self),
        CheckKind(WaiverExpired.self),
    ]

    /// The check that reports data of a class that a tool may not see.
    package static let dataClass = DataClassForbidden.about

    /// The tiers of the content scan whose checks are wanted.
    package static func contentTiers(_ isWanted: (About) -> Bool) -> Set<ContentMatch.Tier> {
        Set(ContentMatch.Tier.allCases.filter { isWanted(about(of: $0)) })
    }

    /// The check that reports a tier of the content scan.
    package static func about(of tier: ContentMatch.Tier) -> About {
        switch tier {
        case .format: Secret.about
        case .aiService: SecretAIService.about
        case .generic: SecretGeneric.about
        case .password: SecretPassword.about
        case .published: SecretPublished.about
        case .personal: PersonalData.about
        }
    }
}
