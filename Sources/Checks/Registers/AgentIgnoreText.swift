// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
import Gate

extension AgentIgnore {
    /// A file against what the register asks of it.
    package enum State: Sendable, Equatable {
        case current
        /// In words.
        case outdated(String)
        /// It cannot be read, and why.
        case unreadable(String)
    }

    private static let begin = "# aigate: begin, from the register of data"
    private static let end = "# aigate: end"

    /// The marked part of a file of patterns.
    private func block(_ lines: [String]) -> [String] {
        [AgentIgnore.begin + " (aigate policy export --for \(tool) --write)"] + lines + [AgentIgnore.end]
    }

    /// The whole file with the lines in it: what others wrote stays. `file`: as it is; nil where there is none. Gives
    /// nil where there is nothing to write. Throws `SettingError` for settings that are no JSON.
    package func merged(_ lines: [String], into file: [UInt8]?) throws -> [UInt8]? {
        if lines.isEmpty, file == nil { return nil }
        switch form {
        case .patterns: return Array(patternFile(lines, file.map { String(decoding: $0, as: UTF8.self) } ?? "").utf8)
        case .denials: return try SettingsFile(file ?? Array("{}\n".utf8)).denying(lines)
        case .pasted: return nil
        }
    }

    private func patternFile(_ lines: [String], _ text: String) -> String {
        var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if all.last == "" { all.removeLast() }
        let block = lines.isEmpty ? [] : block(lines)
        if let marked = AgentIgnore.marked(all) {
            all.replaceSubrange(marked, with: block)
        } else {
            // First, so that what others keep from the agent below is not opened by an exception of ours.
            all = block + all
        }
        return all.isEmpty ? "" : all.joined(separator: "\n") + "\n"
    }

    /// The lines from mark to mark.
    private static func marked(_ lines: [String]) -> Range<Int>? {
        guard let first = lines.firstIndex(where: { $0.hasPrefix(begin) }),
            let last = lines[first...].firstIndex(where: { $0.trimmedReturn == end })
        else { return nil }
        return first..<(last + 1)
    }

    /// What is wrong with a file that stands.
    package func state(of file: [UInt8], _ lines: [String]) -> State {
        switch form {
        case .patterns: return state(String(decoding: file, as: UTF8.self), lines)
        case .denials:
            do {
                let missing = try SettingsFile(file).missing(lines).count
                return missing == 0
                    ? .current : .outdated("\(missing) of \(lines.count) entries of permissions.deny are missing")
            } catch let error as SettingError { return .unreadable(error.reason) } catch {
                return .unreadable("\(error)")
            }
        case .pasted: return .current
        }
    }

    private func state(_ text: String, _ lines: [String]) -> State {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmedReturn }
        guard let marked = AgentIgnore.marked(all) else {
            return lines.isEmpty ? .current : .outdated("the part that aigate policy export writes is not in it")
        }
        let written = Array(all[(marked.lowerBound + 1)..<(marked.upperBound - 1)])
        guard written == lines else {
            return .outdated("the part that aigate policy export writes differs from the register")
        }
        // The last match counts: what is opened below is open.
        if !lines.isEmpty, let opened = all[marked.upperBound...].first(where: { $0.hasPrefix("!") }) {
            return .outdated("below that part it opens paths again (\(Excerpt(line: opened).text))")
        }
        return .current
    }
}

extension String {
    /// Without a carriage return at its end.
    fileprivate var trimmedReturn: String { hasSuffix("\r") ? String(dropLast()) : self }
}

/// Claude Code's settings, to which entries are added and nothing else is done.
private struct SettingsFile {
    private let bytes: [UInt8]
    private let document: Document

    init(_ bytes: [UInt8]) throws {
        do throws(DocumentError) { document = try JSONReader.read(bytes) } catch { throw SettingError(error.reason) }
        guard case .map = document.value else { throw SettingError("it is no object of JSON") }
        self.bytes = bytes
    }

    func missing(_ entries: [String]) -> [String] {
        let known = Set(document["permissions"]?["deny"]?.items.compactMap(\.text) ?? [])
        return entries.filter { !known.contains($0) }
    }

    /// The bytes with what is missing.
    func denying(_ entries: [String]) throws -> [UInt8] {
        let missing = missing(entries)
        guard !missing.isEmpty else { return bytes }
        let places = JSONMembers(bytes)
        let items = missing.map { "      \(YAMLText.quoted($0))" }.joined(separator: ",\n")
        let list = "\"deny\": [\n\(items)\n    ]"
        guard let root = places.start else { throw SettingError("it is no object of JSON") }
        guard let permissions = places.value(of: "permissions", in: root) else {
            return places.inserting("\n  \"permissions\": {\n    \(list)\n  }", into: root)
        }
        guard case .map = document["permissions"]?.value else { throw SettingError("permissions is no object") }
        guard let deny = places.value(of: "deny", in: permissions) else {
            return places.inserting("\n    \(list)", into: permissions)
        }
        guard case .list = document["permissions"]?["deny"]?.value else {
            throw SettingError("permissions.deny is no list")
        }
        return places.inserting("\n\(items)", into: deny)
    }
}
