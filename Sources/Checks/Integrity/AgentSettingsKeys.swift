// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Gate

/// The keys of an agent's or an editor's settings that run something, or let an agent run it unasked.
///
/// Sources: the vendors' pages on settings, hooks and tool servers (Claude Code, Cursor, Codex, Gemini CLI, VS Code,
/// opencode, Crush, Aider, Continue); CVE-2025-54135 and -54136 (a server of a file is approved by its name),
/// CVE-2025-59536, CVE-2026-21852 and CVE-2026-33068 (hooks and addresses of a cloned repository).
struct AgentSettingsKeys {
    /// Of the check.
    enum Rule: String, CaseIterable {
        case hook, server, approval, address, helper, task
    }

    /// A key that says so, with all that stands below the part that makes it one thing: one server, the hooks of one
    /// event.
    struct Key: Hashable {
        let rule: Rule
        /// `mcpServers.docs`, `hooks.Stop`.
        let name: String
    }

    /// By key: its values as text, for comparison, and the line of the first, from 1 where the reader knows it.
    private(set) var keys: [Key: (values: [String], line: Int?)] = [:]

    init(_ document: Document) {
        var steps: [String] = []
        walk(document, &steps)
    }

    /// Deeper than any settings; a reader's own limit is no less.
    private static let deepest = 24

    private mutating func walk(_ document: Document, _ steps: inout [String]) {
        guard steps.count < AgentSettingsKeys.deepest else { return }
        switch document.value {
        case .map(let entries):
            for (key, value) in entries {
                steps.append(key)
                walk(value, &steps)
                steps.removeLast()
            }
        case .list(let items): for item in items { walk(item, &steps) }
        case .text(let text): add(text, document.line, steps)
        case .bool(let bool): add(bool ? "true" : "false", document.line, steps)
        case .null: break
        }
    }

    private mutating func add(_ value: String, _ line: Int?, _ steps: [String]) {
        guard let key = AgentSettingsKeys.key(of: steps, value) else { return }
        let known = keys[key]
        let line = [known?.line, line].compactMap(\.self).min()
        keys[key] = ((known?.values ?? []) + [steps.joined(separator: ".") + "=" + value], line)
    }

    /// What a value at a place of the document does; nil: nothing by itself.
    private static func key(of steps: [String], _ value: String) -> Key? {
        let lowered = steps.map { $0.lowercased() }
        guard let leaf = lowered.last else { return nil }
        if addresses.contains(where: { leaf.hasSuffix($0) }) {
            return Key(rule: .address, name: steps.joined(separator: "."))
        }
        if let rule = approval(lowered, leaf, value) { return Key(rule: rule, name: steps.joined(separator: ".")) }
        if let server = server(lowered) { return Key(rule: .server, name: steps[0...server].joined(separator: ".")) }
        if let at = lowered.firstIndex(of: "hooks"),
            commands.contains(leaf) || lowered.count == at + 2 && !flags.contains(leaf)
        {
            return Key(rule: .hook, name: steps[0...min(at + 1, steps.count - 1)].joined(separator: "."))
        }
        let isInjected = lowered.contains("env") && injections.contains(leaf)
        if isInjected || helpers.contains(leaf) || lowered.first == "statusline" && commands.contains(leaf) {
            return Key(rule: .helper, name: steps.joined(separator: "."))
        }
        if leaf == "runon", value.lowercased() == "folderopen" {
            return Key(rule: .task, name: steps.joined(separator: "."))
        }
        return nil
    }

    /// The step that names a server of which the value decides what runs, or where.
    private static func server(_ steps: [String]) -> Int? {
        guard var at = steps.firstIndex(where: serverKeys.contains) else { return nil }
        while at + 1 < steps.count, serverKeys.contains(steps[at + 1]) { at += 1 }
        guard at + 2 < steps.count, steps[(at + 2)...].contains(where: starts.contains) else { return nil }
        return at + 1
    }

    /// Switches by which an agent no longer asks.
    private static func approval(_ steps: [String], _ leaf: String, _ value: String) -> Rule? {
        let value = value.lowercased()
        if switches.contains(leaf) || leaf.hasSuffix("autoapprove"), value != "false", value != "off" {
            return .approval
        }
        if unasked[leaf]?.contains(value) ?? false { return .approval }
        // A rule that lets commands through.
        let isAllowed = steps.contains("allow") || leaf == "allowed_tools"
        if isAllowed, letThrough.contains(where: { value.hasPrefix($0) }) { return .approval }
        return nil
    }

    private static let addresses = ["base_url", "baseurl", "apibase", "api_base", "api-base", "_proxy", "proxyurl"]
    private static let serverKeys: Set = ["mcpservers", "mcp_servers", "mcp", "servers", "context_servers", "lsp"]
    /// What decides which program a server is, or where it stands.
    private static let starts: Set = [
        "command", "cmd", "args", "env", "environment", "url", "httpurl", "serverurl", "headers", "cwd",
    ]
    /// Beside the events of hooks.
    private static let flags: Set = ["enabled", "disabled", "version", "$schema", "description"]
    private static let commands: Set = [
        "command", "commands", "cmd", "run", "script", "bash", "powershell", "url", "args",
    ]
    private static let helpers: Set = [
        "apikeyhelper", "awsauthrefresh", "awscredentialexport", "otelheadershelper", "notify", "test-cmd", "lint-cmd",
        "install", "start", "gcpauthrefresh",
    ]
    /// Variables by which a program loads code that is not its own.
    private static let injections: Set = [
        "path", "node_options", "ld_preload", "bash_env", "pythonstartup", "git_ssh_command",
    ]
    private static let switches: Set = [
        "enableallprojectmcpservers", "enabledmcpjsonservers", "autoapprove", "alwaysallow", "yolo", "trust",
        "yes-always", "skipdangerousmodepermissionprompt", "chat.tools.autoapprove", "chat.tools.global.autoapprove",
        "chat.tools.terminal.autoapprove", "autoaccept", "dangerouslyskippermissions",
    ]
    private static let unasked: [String: Set<String>] = [
        "defaultmode": ["bypasspermissions", "dontask"], "approval_policy": ["never"],
        "sandbox_mode": ["danger-full-access"],
        "approvalmode": ["yolo"], "defaultapprovalmode": ["yolo"], "permission": ["allow"], "bash": ["allow"],
    ]
    private static let letThrough = ["bash", "shell", "run_shell_command", "mcp__", "*"]
}
