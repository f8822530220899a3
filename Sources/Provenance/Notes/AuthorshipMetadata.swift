// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// The JSON of a note: what its keys stand for. Fields that it does not need are skipped, whatever they hold.
struct AuthorshipMetadata {
    /// Of real notes the deepest has 10 levels.
    static let depthLimit = 64
    /// Sessions, prompts and people together; of real notes the most has 66.
    static let entryLimit = 10_000

    struct Agent: Equatable {
        /// As the note has it.
        let tool: String?
        let model: String?
    }

    /// By the part of the key before `::`.
    private let agents: [String: Agent]
    private let humans: Set<String>

    init(json: ArraySlice<UInt8>) throws(NoteProblem) {
        guard AuthorshipMetadata.depth(of: json) <= AuthorshipMetadata.depthLimit else {
            throw NoteProblem(.tooLarge, "its JSON is nested more than \(AuthorshipMetadata.depthLimit) deep")
        }
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(json))
        } catch DecodingError.dataCorrupted {
            throw NoteProblem(.unparsable, "what follows its divider is no JSON")
        } catch {
            throw NoteProblem(.unparsable, "a field of its JSON is missing or has the wrong type")
        }
        guard document.schema_version.hasPrefix("authorship/3.") else {
            throw NoteProblem(.unparsable, "its schema_version is not authorship/3")
        }
        let sessions = document.sessions ?? [:]
        let people = document.humans ?? [:]
        guard sessions.count + document.prompts.count + people.count <= AuthorshipMetadata.entryLimit else {
            throw NoteProblem(
                .tooLarge, "it has more than \(AuthorshipMetadata.entryLimit) sessions, prompts and people")
        }
        agents = sessions.merging(document.prompts) { session, _ in session }
            .mapValues { Agent(tool: $0.agent_id?.tool, model: $0.agent_id?.model) }
        humans = Set(people.keys)
    }

    /// Who a key stands for. Keys are opaque but for their prefix, and one that stands for nothing is an agent that
    /// nobody knows: only an entry of its own, or the word `human`, names a person.
    func author(of key: String) -> Author {
        let end = key.utf8.firstIndex(of: UInt8(ascii: ":")) ?? key.utf8.endIndex
        let name = key[end...].hasPrefix("::") ? String(key[..<end]) : key
        if let agent = agents[name] { return .agent(agent) }
        if name == "human" || name.hasPrefix("h_") && humans.contains(name) { return .human }
        return .agent(Agent(tool: nil, model: nil))
    }

    enum Author: Equatable {
        case agent(Agent)
        case human
    }

    /// Every agent that has a session or prompt, whether or not a line is claimed for it; by key.
    var allAgents: [Agent] { agents.sorted { $0.key < $1.key }.map(\.value) }

    /// How deep brackets are nested, outside of strings.
    private static func depth(of json: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var deepest = 0
        var isInString = false
        var isEscaped = false
        for byte in json {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return deepest
    }

    /// Named as in the format.
    private struct Document: Decodable {
        struct Entry: Decodable {
            struct AgentID: Decodable { let tool, model: String? }
            let agent_id: AgentID?
        }
        struct Person: Decodable {}

        let schema_version: String
        let prompts: [String: Entry]
        let sessions: [String: Entry]?
        let humans: [String: Person]?
    }
}
