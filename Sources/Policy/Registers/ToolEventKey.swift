// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What makes an event of a register the same event in an older version of it.
package struct ToolEventKey: Hashable, Sendable {
    let tool: String
    let date: String
    let status: String
    let by: String

    package init(tool: String, _ event: ToolEvent) {
        self.init(tool: tool, date: event.date.description, status: event.status.rawValue, by: event.by)
    }

    private init(tool: String, date: String, status: String, by: String) {
        self.tool = tool
        self.date = date
        self.status = status
        self.by = by
    }

    /// Those that an older version of a register holds; what cannot be read holds none. Not as strict as the reader,
    /// for an event counts from the day that it was written, whatever else was wrong then.
    package static func all(in bytes: [UInt8]) -> Set<ToolEventKey> {
        let root: ConfigNode
        do { root = try YAMLReader.read(bytes, file: "tools.yml") } catch { return [] }
        guard case .map(let tools)? = root["tools"]?.value else { return [] }
        var keys: Set<ToolEventKey> = []
        for tool in tools {
            guard case .list(let events)? = tool.value["events"]?.value else { continue }
            for event in events {
                guard let date = event.word("date"), let status = event.word("status"), let by = event.word("by") else {
                    continue
                }
                keys.insert(ToolEventKey(tool: tool.key, date: date, status: status, by: by))
            }
        }
        return keys
    }
}

extension ConfigNode {
    fileprivate func word(_ key: String) -> String? {
        guard case .scalar(let text, _)? = self[key]?.value else { return nil }
        return text
    }
}
