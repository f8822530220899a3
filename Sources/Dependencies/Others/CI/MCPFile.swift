// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// Configuration that names servers of the Model Context Protocol, as agents and editors keep it; a command such as
/// `npx name` fetches what it names each time the agent starts.
///
/// Source: modelcontextprotocol.io/docs/develop/connect-local-servers,
/// code.visualstudio.com/docs/copilot/reference/mcp-configuration, developers.openai.com/codex/mcp,
/// opencode.ai/docs/mcp-servers.
package struct MCPFile: ManifestFormat {
    package let ecosystem = Ecosystem.generic

    package init() {}

    private static let names: Set<String> = [
        "mcp.json", ".mcp.json", "mcp_config.json", "mcp-config.json", "mcp_settings.json", "cline_mcp_settings.json",
        "claude_desktop_config.json", "opencode.json", "opencode.jsonc", ".claude.json",
    ]
    private static let settingsFolders: Set<String> = [
        ".claude", ".gemini", ".qwen", ".vscode", ".cursor", ".roo", ".kiro", ".amazonq",
    ]

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        if MCPFile.names.contains(name) { return true }
        let folder = path.loweredFolders.last ?? ""
        return folder == ".codex" && name == "config.toml"
            || MCPFile.settingsFolders.contains(folder) && ["settings.json", "settings.local.json"].contains(name)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let isTOML = path.loweredName.hasSuffix(".toml")
        let root = isTOML ? try TOMLReader.read(bytes) : try JSONReader.read(bytes, comments: true)
        var manifest = Manifest()
        let maps = [root["mcpServers"], root["servers"], root["mcp_servers"], root["mcp"]?["servers"], root["mcp"]]
        for (_, server) in maps.flatMap({ $0?.entries ?? [] }) { read(server, &manifest) }
        // `.claude.json` keeps them by project.
        for (_, project) in root["projects"]?.entries ?? [] {
            for (_, server) in project["mcpServers"]?.entries ?? [] { read(server, &manifest) }
        }
        return manifest
    }

    private func read(_ server: Document, _ manifest: inout Manifest) {
        guard let command = server["command"] else { return }
        var words = command.items.isEmpty ? [command] : command.items
        // A command with blanks is a line for a shell.
        if let text = command.text, text.contains(" "), server["args"] == nil {
            words = text.split(separator: " ").map { Document(.text(String($0)), line: command.line) }
        }
        words += server["args"]?.items ?? []
        var packages = ScriptPackages(isOutsideProjects: true)
        let texts = words.map { $0.text ?? "" }
        // On Windows these are started by `cmd /c`.
        let isWrapped =
            texts.count > 2 && ["cmd", "cmd.exe"].contains(texts[0].lowercased()) && texts[1].lowercased() == "/c"
        packages.read([ShellCommand(words: isWrapped ? Array(texts.dropFirst(2)) : texts, line: command.line ?? 1)])
        for dependency in packages.manifest.dependencies {
            let word = words.first { $0.text?.contains(dependency.name) == true }
            manifest.dependencies.append(dependency.at(word?.line ?? command.line))
        }
        manifest.registries += packages.manifest.registries
    }
}
