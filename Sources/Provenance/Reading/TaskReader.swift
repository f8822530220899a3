// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate
internal import Patterns

/// Finds the tasks that a commit names: in trailers, in its message by the policy's pattern, else in the branch's name.
/// For one thread.
package final class TaskReader {
    /// More tasks of one commit are not looked for.
    package static let limit = 20
    /// Of a text that the pattern is looked for in, in bytes.
    private static let textLimit = 64 << 10
    /// Of an id.
    private static let idLimit = 100
    /// These name whatever they hold; the others may name commits and people's words too.
    private static let ownKeys = ["task", "task-id"]
    private static let otherKeys = ["refs", "ref", "references", "closes", "fixes", "resolves"]

    private let register: TaskRegister
    private let pattern: Pattern?
    private let branch: String?
    private let brought: Set<String>

    /// `branch`: the one that the change comes from; `brought`: ids of tasks that come with it, in lower case. Throws
    /// `SettingError` for a pattern that is none.
    package init(
        _ register: TaskRegister, policy: Policy.TaskPolicy = Policy.TaskPolicy(), branch: String? = nil,
        brought: Set<String> = []
    ) throws(SettingError) {
        self.register = register
        self.branch = branch
        self.brought = brought
        do throws(PatternError) {
            if let expression = policy.pattern { pattern = try Pattern(expression) } else { pattern = nil }
        } catch {
            throw SettingError("tasks.pattern is no regular expression: \(error)")
        }
    }

    /// In the order of the message, each task once; the branch's only where the message names none.
    package func references(in commit: Commit, _ provenance: CommitProvenance) -> [TaskReference] {
        var found: [TaskReference] = []
        func add(_ id: String, _ source: TaskReference.Source, _ line: Int? = nil) {
            let id = register.task(id)?.id ?? id
            guard found.count < TaskReader.limit, !found.contains(where: { $0.id == id }) else { return }
            let isNew = register.task(id) == nil && brought.contains(id.lowercased())
            found.append(TaskReference(id: id, source: source, line: line, comesAlong: isNew))
        }
        for trailer in provenance.trailers {
            for id in ids(in: trailer) { add(id, .trailer, trailer.line) }
        }
        for (id, line) in matches(in: commit.message.text) { add(id, .message, line) }
        if found.isEmpty, let branch {
            for (id, _) in matches(in: branch) { add(id, .branch) }
        }
        return found
    }

    private func ids(in trailer: Trailer) -> [String] {
        let key = trailer.key.lowercased()
        let isOwn = TaskReader.ownKeys.contains(key)
        guard isOwn || TaskReader.otherKeys.contains(key), trailer.value.utf8.count <= TaskReader.textLimit else {
            return []
        }
        let words = trailer.value.split { $0 == "," || $0 == ";" || $0.isWhitespace }
        // After a commit's id the kernel's form of Fixes quotes its title.
        return words.prefix(TaskReader.limit).prefix { isOwn || !$0.hasPrefix("(") }.compactMap { word in
            let (id, isNumbered) = TaskReader.id(of: word)
            guard !id.isEmpty, id.utf8.count <= TaskReader.idLimit else { return nil }
            return isOwn || isNumbered || register.task(id) != nil || TaskReader.isTrackerID(id) ? id : nil
        }
    }

    /// `#12`, `owner/name#12`, `!12` and the address of an issue are `12`; anything else is itself.
    private static func id(of word: Substring) -> (id: String, isNumbered: Bool) {
        let word = word.drop { $0 == "(" || $0 == "<" || $0 == "\"" }
        let end = word.lastIndex { !").>\"".contains($0) }
        let text = end.map { word[...$0] } ?? ""
        let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
        guard let mark = text.lastIndex(where: { isAddress ? $0 == "/" : $0 == "#" }) else {
            return (String(text), false)
        }
        let rest = text[text.index(after: mark)...]
        let number = rest.prefix { $0.isASCII && $0.isNumber }
        if !number.isEmpty, number.count == rest.count || isAddress && "#?".contains(rest[number.endIndex]) {
            return (String(number), true)
        }
        return (String(isAddress ? rest : text), isAddress && isTrackerID(String(rest)))
    }

    /// `PAY-12`, as trackers write ids of their own; a commit id is none.
    private static func isTrackerID(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].first, first.isASCII, first.isUppercase, !parts[1].isEmpty else {
            return false
        }
        return parts[0].allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
            && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// What the policy's pattern finds, with its line; where a text makes it try too often, what was found till then.
    private func matches(in text: String) -> [(id: String, line: Int)] {
        guard let pattern else { return [] }
        let bytes = Array(text.utf8.prefix(TaskReader.textLimit))
        var found: [(String, Int)] = []
        var start = 0
        do throws(PatternError) {
            while found.count < TaskReader.limit, start < bytes.count,
                let match = try pattern.firstMatch(in: bytes, from: start)
            {
                start = max(match.upperBound, start + 1)
                let id = String(decoding: bytes[match].prefix(TaskReader.idLimit), as: UTF8.self)
                guard !id.isEmpty else { continue }
                found.append((id, 1 + bytes[..<match.lowerBound].count { $0 == UInt8(ascii: "\n") }))
            }
        } catch {
            return found
        }
        return found
    }
}
