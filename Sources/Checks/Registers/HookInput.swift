// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
import Gate

/// What an agent's hook tells of a prompt or a file: the keys that the three most used agents give, and no guess.
///
/// Sources: https://code.claude.com/docs/en/hooks (cwd, prompt; tool_input of a Read),
/// https://cursor.com/docs/hooks (prompt, attachments, workspace_roots; file_path and content of
/// beforeReadFile), https://geminicli.com/docs/hooks/reference/ (cwd, prompt; tool_input of a read_file).
package struct HookInput: Sendable {
    /// Where the agent works, as paths of the machine.
    package let folders: [String]
    /// What somebody wrote, and the content of a file that is about to be read.
    package let texts: [String]
    /// Files that are attached or about to be read.
    package let files: [String]
    /// What the prompt names as `@path`; it may be no path.
    package let mentions: [String]

    /// Nil for what does not look like JSON. Throws `SettingError` for JSON that cannot be read.
    package init?(_ bytes: [UInt8]) throws {
        guard bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{") else { return nil }
        let document: Document
        do throws(DocumentError) { document = try JSONReader.read(bytes) } catch { throw SettingError(error.reason) }
        let prompt = document["prompt"]?.text
        folders =
            [document["cwd"]?.text].compactMap(\.self) + (document["workspace_roots"]?.items.compactMap(\.text) ?? [])
        texts = [prompt, document["content"]?.text].compactMap(\.self)
        let attachments = document["attachments"]?.items ?? []
        files =
            ([document, document["tool_input"]].compactMap(\.self) + attachments).compactMap { part in
                (part["file_path"] ?? part["filePath"] ?? part["path"])?.text
            }
        mentions = HookInput.mentions(in: prompt ?? "")
    }

    /// `@src/a.c`, `@"my file.md"`, behind a blank or at the beginning; at most a hundred.
    private static func mentions(in prompt: String) -> [String] {
        var found: [String] = []
        var rest = prompt[...]
        var isStart = true
        while let at = rest.firstIndex(of: "@"), found.count < 100 {
            let isMention = at == rest.startIndex ? isStart : rest[rest.index(before: at)].isWhitespace
            rest = rest[rest.index(after: at)...]
            isStart = false
            guard isMention else { continue }
            let isQuoted = rest.first == "\""
            let name =
                isQuoted ? rest.dropFirst().prefix { $0 != "\"" && $0 != "\n" } : rest.prefix { !$0.isWhitespace }
            let bare = isQuoted ? String(name) : HookInput.withoutStops(name)
            if !bare.isEmpty { found.append(bare) }
        }
        return found
    }

    /// A sentence may end behind a path.
    private static func withoutStops(_ name: Substring) -> String {
        var name = name
        while let last = name.last, ".,;:!?)".contains(last) { name.removeLast() }
        return String(name)
    }
}
