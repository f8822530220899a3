// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The formats of this folder.
enum OtherFormats {
    static let manifests: [any ManifestFormat] = [
        Gemfile(), Gemspec(), POM(), GradleBuild(), VersionCatalogue(), MSBuildProject(), PackagesConfig(),
        NuGetConfig(), DotNetTools(),
        ComposerManifest(), Pubspec(), Dockerfile(), ComposeFile(), Workflow(), GitLabPipeline(), PreCommitFile(),
        KubernetesFile(),
        MCPFile(), DevContainer(), Makefile(), ShellScriptFile(),
    ]
    static let lockfiles: [any LockfileFormat] = [
        GemfileLock(), GradleLock(), VerificationMetadata(), NuGetLock(), ComposerLock(), PubspecLock(),
    ]
}
