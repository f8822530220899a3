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
    /// Id of the tool that the text goes to; nil: any.
    var tool: String?
    /// The file that it comes from.
    var source: String?
    /// The text is what an agent's hook gives.
    var isHook = false

    /// Prose, and no test or documentation in which values are expected to be made up.
    private static let path = Path("prompt.txt")

    /// Throws `ConfigErrors`, `GitError`, `PatternError`, `Stop`.
    func result(of text: [UInt8]) throws -> PromptVerdict {
        let today = Clock.now.day
        let (policy, packs, root) = try inForce()
        var verdict = try content(of: text, policy, packs, today)
        let data = try PromptData(policy, tool: tool, root: root, today: today)
        guard let data else { return verdict }
        var files = [source].compactMap(\.self)
        var texts = [text]
        do {
            if isHook, let input = try HookInput(text) {
                files += data.files(of: input)
                texts = input.texts.map { Array($0.utf8) }
            }
        } catch let error as SettingError {
            verdict.limits.append("the agent's JSON cannot be read (\(VisibleText.of(error.reason)))")
        }
        verdict.findings += data.findings(files: files) + texts.flatMap { data.findings(text: $0) }
        return verdict
    }

    private func content(
        of text: [UInt8], _ policy: PolicySet, _ packs: [Rule], _ today: Day
    ) throws -> PromptVerdict {
        let loading = ContentLoading(policy: policy, environment: Environment.current.variables, today: today)
        guard let program = try loading.wanted(packs: packs)?.compiled(for: text) else {
            return PromptVerdict(findings: [], limits: [])
        }
        let content = try ContentScanner(program).scan(text, path: PromptScan.path)
        let findings = content.matches.compactMap { match in
            let about = Checks.about(of: match.tier)
            let level = policy.level(of: about, rule: match.rule, path: nil, on: today, otherwise: match.defaultLevel)
            return level > .monitor ? PromptVerdict.Finding(check: about.id, level: level, match) : nil
        }
        return PromptVerdict(findings: findings, limits: content.limits.map(\.reason))
    }

    /// The policy of HEAD, and the working folder; the built-in defaults where there is no repository, as prompts are
    /// written anywhere.
    private func inForce() throws -> (policy: PolicySet, packs: [Rule], root: String?) {
        let opened: Repository
        do throws(GitError) {
            opened = try Repository(at: folder)
        } catch {
            // What was asked for by name must not be left out.
            guard error.kind == .noRepository, folder == nil, options.isFromBase, options.organisation == nil,
                options.registers == nil
            else { throw error }
            let builtIn = PolicySource(role: "policy", kind: .builtIn)
            return (PolicySet(repository: Policy(), sources: [builtIn]), [], nil)
        }
        let policy = try CurrentPolicy(options: options, folder: folder).set()
        let packs = try PackLoading(repository: opened, commit: try opened.headCommit()).load().rules
        return (policy, packs, opened.workingFolder)
    }
}

/// What came of a text.
struct PromptVerdict {
    struct Finding {
        /// `check/rule`
        let rule: String
        let level: Level
        /// From 1; nil where it is about a file.
        let line: Int?
        let title: String
        /// Masked.
        let excerpt: String
        let fix: String
        /// A value in the text, and not the text's class.
        var isContent = false

        var text: String {
            let place = line.map { "line \($0)" } ?? ""
            return "\(level.rawValue) \(rule)  \(place)  \(title)" + (isContent ? ": \(excerpt)" : "")
        }
    }

    var findings: [Finding]
    /// Why not all of the text was looked at.
    var limits: [String]

    /// 3 before 1: what could not be judged must not look like what was.
    var code: Int32 {
        if !limits.isEmpty { return ExitCode.incomplete }
        return findings.contains { $0.level == .block } ? ExitCode.blocked : ExitCode.pass
    }

    var lines: [String] {
        var remedies: [String] = []
        if findings.contains(where: \.isContent) {
            remedies.append("use a name or a made-up value in its place; change a credential that was sent")
        }
        if let fix = findings.first(where: { !$0.isContent })?.fix { remedies.append(fix) }
        return findings.map(\.text) + limits.map { "not all of it was scanned: \($0); split the text" } + remedies
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
                    ruleId: finding.rule, level: finding.level.rawValue, line: finding.line, title: finding.title,
                    excerpt: finding.excerpt, fix: finding.fix)
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

extension PromptVerdict.Finding {
    /// A value that stands in the text.
    init(check: String, level: Level, _ match: ContentMatch) {
        self.init(
            rule: "\(check)/\(match.rule)", level: level, line: match.place.line, title: match.title,
            excerpt: match.excerpt.text, fix: match.fix, isContent: true)
    }
}
