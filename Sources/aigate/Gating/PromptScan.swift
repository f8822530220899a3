// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Content
import FoundationEssentials
import Gate
import Git
import Patterns

/// Judges a text that is no change: what somebody is about to hand to an AI tool.
struct PromptScan {
    let options: PolicyOptions
    let folder: String?

    /// Prose, and no test or documentation in which values are expected to be made up.
    private static let path = Path("prompt.txt")

    /// Throws `ConfigErrors`, `GitError`, `PatternError`.
    func result(of text: [UInt8]) throws -> PromptVerdict {
        let today = Clock.now.day
        let (policy, packs) = try inForce()
        let loading = ContentLoading(policy: policy, environment: Environment.current.variables, today: today)
        guard let program = try loading.wanted(packs: packs)?.compiled() else {
            return PromptVerdict(findings: [], limits: [])
        }
        let content = try ContentScanner(program).scan(text, path: PromptScan.path)
        let findings = content.matches.compactMap { match in
            let about = Checks.about(of: match.tier)
            let level = policy.level(of: about, rule: match.rule, path: nil, on: today, otherwise: match.defaultLevel)
            return level > .monitor ? PromptVerdict.Finding(check: about.id, level: level, match: match) : nil
        }
        return PromptVerdict(findings: findings, limits: content.limits.map(\.reason))
    }

    /// The policy of HEAD; the built-in defaults where there is no repository, as prompts are written anywhere.
    private func inForce() throws -> (policy: PolicySet, packs: [Rule]) {
        let opened: Repository
        do throws(GitError) {
            opened = try Repository(at: folder)
        } catch {
            guard error.kind == .noRepository, folder == nil, options.isFromBase, options.organisation == nil else {
                throw error
            }
            let builtIn = PolicySource(role: "policy", kind: .builtIn)
            return (PolicySet(repository: Policy(), sources: [builtIn]), [])
        }
        let policy = try CurrentPolicy(options: options, folder: folder).set()
        return (policy, try PackLoading(repository: opened, commit: try opened.headCommit()).load().rules)
    }
}

/// What came of a text.
struct PromptVerdict {
    struct Finding {
        let check: String
        let level: Level
        let match: ContentMatch

        var line: String {
            let place = match.place.line.map { "line \($0)" } ?? ""
            return "\(level.rawValue) \(check)/\(match.rule)  \(place)  \(match.title): \(match.excerpt.text)"
        }
    }

    let findings: [Finding]
    /// Why not all of the text was looked at.
    let limits: [String]

    /// 3 before 1: what could not be judged must not look like what was.
    var code: Int32 {
        if !limits.isEmpty { return ExitCode.incomplete }
        return findings.contains { $0.level == .block } ? ExitCode.blocked : ExitCode.pass
    }

    var lines: [String] {
        let remedies =
            findings.isEmpty ? [] : ["use a name or a made-up value in its place; change a credential that was sent"]
        return findings.map(\.line) + limits.map { "not all of it was scanned: \($0); split the text" } + remedies
    }

    /// For a hook: nothing, unless the prompt is to be stopped.
    var reasons: [String] {
        code == ExitCode.pass ? [] : ["aigate: this prompt is not sent"] + lines
    }

    func json() throws -> String {
        let document = Document(
            verdict: limits.isEmpty ? code == ExitCode.pass ? "pass" : "fail" : "incomplete",
            findings: findings.map { finding in
                Document.Finding(
                    ruleId: "\(finding.check)/\(finding.match.rule)", level: finding.level.rawValue,
                    line: finding.match.place.line, title: finding.match.title, excerpt: finding.match.excerpt.text,
                    fix: finding.match.fix)
            }, unjudged: limits)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        let verdict: String
        let findings: [Finding]
        let unjudged: [String]

        struct Finding: Encodable {
            let ruleId: String
            let level: String
            let line: Int?
            let title: String
            let excerpt: String
            let fix: String
        }
    }
}
