// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@testable import Checks

struct AgentSettingsKeysTests {
    /// Settings, and the rules and names of what runs by itself in them.
    @Test(
        arguments: [
            (
                #"{"hooks": {"Stop": [{"matcher": "*", "hooks": [{"type": "command", "command": "x"}]}]}}"#,
                ["hook hooks.Stop"]
            ),
            (
                #"{"hooks": {"beforeShell": [{"command": "x"}], "stop": [{"command": "y"}]}}"#,
                ["hook hooks.beforeShell", "hook hooks.stop"]
            ),
            (#"{"mcpServers": {"a": {"command": "x", "args": ["y"], "env": {"K": "v"}}}}"#, ["server mcpServers.a"]),
            (#"{"servers": {"a": {"type": "http", "url": "https://a.example"}}}"#, ["server servers.a"]),
            (#"{"mcp": {"a": {"command": "x"}, "b": {"url": "y"}}}"#, ["server mcp.a", "server mcp.b"]),
            (#"{"mcp": {"servers": {"a": {"command": "x"}, "b": {"type": "http"}}}}"#, ["server mcp.servers.a"]),
            (#"{"lsp": {"go": {"settings": {"gofumpt": true}}}}"#, []),
            (#"{"env": {"NODE_OPTIONS": "--require x", "LANG": "C"}}"#, ["helper env.NODE_OPTIONS"]),
            (#"{"enableAllProjectMcpServers": true}"#, ["approval enableAllProjectMcpServers"]),
            (#"{"enableAllProjectMcpServers": false}"#, []),
            (#"{"permissions": {"defaultMode": "bypassPermissions"}}"#, ["approval permissions.defaultMode"]),
            (#"{"permissions": {"defaultMode": "plan", "allow": ["Read(docs)"]}}"#, []),
            (#"{"permissions": {"allow": ["Bash(npm test)"]}}"#, ["approval permissions.allow"]),
            (#"{"permissions": {"allow": ["Bash(*)"]}}"#, ["approval permissions.allow"]),
            (#"{"chat.tools.global.autoApprove": true}"#, ["approval chat.tools.global.autoApprove"]),
            (#"{"env": {"ANTHROPIC_BASE_URL": "https://a.example"}}"#, ["address env.ANTHROPIC_BASE_URL"]),
            (
                #"{"apiKeyHelper": "x", "statusLine": {"type": "command", "command": "y"}}"#,
                ["helper apiKeyHelper", "helper statusLine.command"]
            ),
            (#"{"tasks": [{"label": "a", "runOptions": {"runOn": "folderOpen"}}]}"#, ["task tasks.runOptions.runOn"]),
            (#"{"tasks": [{"label": "a", "command": "make"}]}"#, []),
            (#"{"editor.tabSize": 4, "model": "x", "permissions": {"deny": ["Bash"]}}"#, []),
        ] as [(String, [String])])
    func names(_ json: String, _ expected: [String]) throws {
        let keys = AgentSettingsKeys(try JSONReader.read(Array(json.utf8))).keys.keys
        #expect(keys.map { "\($0.rule.rawValue) \($0.name)" }.sorted() == expected)
    }

    @Test func readsCodexsSettings() throws {
        let toml =
            "approval_policy = \"never\"\nsandbox_mode = \"danger-full-access\"\n[mcp_servers.a]\ncommand = \"x\"\n"
        let keys = AgentSettingsKeys(try TOMLReader.read(Array(toml.utf8))).keys
        #expect(keys.keys.map(\.name).sorted() == ["approval_policy", "mcp_servers.a", "sandbox_mode"])
        #expect(keys[.init(rule: .server, name: "mcp_servers.a")]?.line == 4)
    }

    @Test func readsAidersSettings() throws {
        let yaml = "yes-always: true\nopenai-api-base: https://a.example\ntest-cmd: make test\n"
        let document = try #require(try YAMLDocuments.read(Array(yaml.utf8)).first)
        #expect(
            AgentSettingsKeys(document).keys.keys.map(\.name).sorted() == ["openai-api-base", "test-cmd", "yes-always"])
    }
}
