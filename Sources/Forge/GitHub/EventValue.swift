// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate

/// A text of an event that has to be more than text; decoding fails with a sentence's end that says what.
private func decode<Value>(
    _ decoder: any Decoder, expected: String, _ value: (String) -> Value?
) throws -> Value {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = value(text) else {
        throw DecodingError.dataCorruptedError(
            in: container, debugDescription: "is \(quoted(text)), expected \(expected)")
    }
    return value
}

/// A commit that exists.
struct EventCommit: Decodable {
    let id: ObjectID

    init(from decoder: any Decoder) throws {
        id = try decode(decoder, expected: "a commit id of 40 hex digits") { text in
            ObjectID(hex: text).flatMap { $0.isZero ? nil : $0 }
        }
    }
}

/// Where a ref points before or after a push; zeros: nowhere.
struct EventTip: Decodable {
    let id: ObjectID?

    init(from decoder: any Decoder) throws {
        let id = try decode(decoder, expected: "a commit id of 40 hex digits") { ObjectID(hex: $0) }
        self.id = id.isZero ? nil : id
    }
}

/// A branch's short name.
struct EventBranch: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
        name = try decode(decoder, expected: "the name of a branch") { RefName.isWellFormed($0) ? $0 : nil }
    }
}

/// The full name of a branch or tag.
struct EventRef: Decodable {
    let name: RefName

    init(from decoder: any Decoder) throws {
        name = try decode(decoder, expected: "refs/heads/BRANCH or refs/tags/TAG") { RefName(full: $0) }
    }

    /// Nil for a tag.
    var branch: String? {
        if case .branch(let name) = name { name } else { nil }
    }
}

/// Reads the event file that a runner wrote.
enum EventPayload {
    /// Throws `ForgeError` with the name of the field that is missing or malformed.
    static func decode<Event: Decodable>(_: Event.Type, from bytes: [UInt8]?) throws(ForgeError) -> Event {
        guard let bytes else {
            throw .cannotJudge(
                "GITHUB_EVENT_PATH names no file that can be read, so the event is unknown; \(ForgeError.passRange)")
        }
        guard bytes.count <= CISystem.eventLimit else {
            throw .cannotJudge("the event has \(bytes.count) bytes, more than 25 MiB; \(ForgeError.passRange)")
        }
        do {
            return try JSONDecoder().decode(Event.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw .cannotJudge("the event \(problem(error)); \(ForgeError.passRange)")
        } catch {
            throw .cannotJudge("the event could not be read as JSON; \(ForgeError.passRange)")
        }
    }

    /// `has no field 'pull_request.head'`
    private static func problem(_ error: DecodingError) -> String {
        func field(_ path: [any CodingKey], _ last: (any CodingKey)? = nil) -> String {
            let keys = path + (last.map { [$0] } ?? [])
            return keys.isEmpty ? "as a whole" : "'\(keys.map(\.stringValue).joined(separator: "."))'"
        }
        switch error {
        case .keyNotFound(let key, let context): return "has no field \(field(context.codingPath, key))"
        case .valueNotFound(_, let context): return "has nothing in its field \(field(context.codingPath))"
        case .typeMismatch(_, let context): return "has the wrong type in its field \(field(context.codingPath))"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "has a malformed field: \(field(context.codingPath)) \(context.debugDescription)"
        case .dataCorrupted: return "is not JSON"
        @unknown default: return "could not be read as JSON"
        }
    }
}
