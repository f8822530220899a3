// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Which accounts of a forge are nobody's.
enum ReviewAccounts {
    /// AI tools that review or approve, as the forges name their accounts, without `[bot]`. GraphQL leaves that ending
    /// out.
    private static let ai: Set<String> = [
        "chatgpt-codex-connector", "claude", "coderabbitai", "codeant-ai", "codex", "copilot",
        "copilot-pull-request-reviewer", "copilot-swe-agent", "cursor", "cursoragent", "cursor-bugbot",
        "devin-ai-integration", "ellipsis-dev", "gemini-code-assist", "google-labs-jules", "gitlabduo", "greptile-apps",
        "korbit-ai", "openhands-agent", "qodo-merge-pro", "qodo-merge-for-open-source", "sourcery-ai", "sweep-ai",
        "graphite-app", "kilo-code-bot", "amazon-q-developer", "duo-developer", "windsurf-bot",
    ]

    private static let robots: Set<String> = [
        "allcontributors", "dependabot", "dependabot-preview", "github-actions", "github-merge-queue", "gitlab-bot",
        "mergify", "mergify-bot", "pre-commit-ci", "project-bot", "renovate", "renovate-bot", "snyk-bot", "support-bot",
        "web-flow", "ghost", "ghost1",
    ]

    /// `type`: the forge's own word for it (`User`, `Bot`, ...); nil where it says none. `isBot`: the same as a flag.
    static func account(_ login: String, type: String?, isBot: Bool?) -> Approval.Account {
        let name = login.hasSuffix("[bot]") ? String(login.dropLast(5)) : login
        if ai.contains(name) { return .ai }
        if robots.contains(name) || login.hasSuffix("[bot]") || isBot == true || isToken(name) { return .robot }
        return switch type {
        case "User": .person
        case nil: .unknown
        // Organization, Mannequin, EnterpriseUserAccount and what may come.
        default: .robot
        }
    }

    /// `project_12_bot_0a1b`, `group_12_bot`: GitLab's accounts of access tokens.
    private static func isToken(_ name: String) -> Bool {
        let parts = name.split(separator: "_")
        return parts.count > 2 && ["project", "group", "service"].contains(parts[0]) && parts.contains("bot")
    }
}
