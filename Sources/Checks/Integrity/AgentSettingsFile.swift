// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Gate

/// A settings file of an agent or an editor, before and after a change.
enum AgentSettingsFile {
    /// Files that agents run nothing from by their name alone, and that may hold a key that does.
    static func isKnown(_ path: Path) -> Bool {
        others.contains {
            path.bytes.count >= $0.count && path.bytes.suffix($0.count).elementsEqual($0) && isWhole($0, path)
        }
    }

    /// The keys that are new or say something else than before, by line and name; nil where the file cannot be read as
    /// data, before or after.
    static func addedKeys(of file: ChangedFile, _ texts: ChangeTexts) throws -> [(
        key: AgentSettingsKeys.Key, line: Int?
    )]? {
        guard file.status != .deleted, let new = keys(try texts.new(file), file.path) else { return nil }
        var old: AgentSettingsKeys?
        // Under its old name nobody ran it.
        let wasSettings =
            file.oldPath.map { isKnown($0) || AgentFiles.embedded.kind(of: $0) == .executable }
            ?? (file.status != .added)
        if wasSettings {
            old = keys(try texts.old(file), file.oldPath ?? file.path)
            if old == nil { return nil }
        }
        return new.keys.filter { key, value in old?.keys[key]?.values != value.values }
            .map { ($0.key, $0.value.line) }
            .sorted { ($0.1 ?? 0, $0.0.name, $0.0.rule.rawValue) < ($1.1 ?? 0, $1.0.name, $1.0.rule.rawValue) }
    }

    /// Nil for what is none of the formats, and for what its reader refuses.
    private static func keys(_ text: [UInt8], _ path: Path) -> AgentSettingsKeys? {
        guard text.count <= sizeLimit else { return nil }
        let name = path.name
        do throws(DocumentError) {
            if name.suffix(5).elementsEqual(".json".utf8) || name.suffix(6).elementsEqual(".jsonc".utf8) {
                return AgentSettingsKeys(try JSONReader.read(text, comments: true))
            }
            if name.suffix(5).elementsEqual(".toml".utf8) { return AgentSettingsKeys(try TOMLReader.read(text)) }
            if name.suffix(4).elementsEqual(".yml".utf8) || name.suffix(5).elementsEqual(".yaml".utf8) {
                return try YAMLDocuments.read(text).first.map { AgentSettingsKeys($0) }
            }
            return nil
        } catch {
            // What the agent itself may not read either is judged as a whole, by its name.
            return nil
        }
    }

    /// Settings are short; in bytes.
    private static let sizeLimit = 1 << 20

    private static func isWhole(_ end: [UInt8], _ path: Path) -> Bool {
        path.bytes.count == end.count || path.bytes[path.bytes.count - end.count - 1] == UInt8(ascii: "/")
    }

    private static let others = [
        ".vscode/settings.json", ".vscode/tasks.json", ".codebuddy/settings.json", ".continue/config.yaml",
        ".continue/config.json", ".aider.conf.yml", ".zed/settings.json", ".kilocode/settings.json",
        ".roo/settings.json",
    ].map { Array($0.utf8) }
}
