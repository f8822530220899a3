// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate
internal import Patterns

/// A trace of a tool, as the catalogue knows it.
struct Match: Equatable {
    /// Index in the catalogue; nil for a tool that it does not have.
    var tool: Int?
    var confidence: AIEvidence.Confidence
    var role: ToolCatalogue.Role
    /// A mark in the name of a person whose own address stands beside it.
    var marksPerson = false

    /// Too weak to say that AI took part in writing: a hint.
    var isHint: Bool { confidence == .low || role == .review }

    /// Of two traces of a tool, the better one.
    func isBetter(than other: Match) -> Bool {
        (confidence.rank, role.rawValue) < (other.confidence.rank, other.role.rawValue)
    }
}

extension AIEvidence.Confidence {
    /// 0 for the best.
    var rank: Int {
        switch self {
        case .high: 0
        case .medium: 1
        case .low: 2
        }
    }
}

/// Looks for the catalogue's patterns in values, identities and messages. For one thread.
final class CatalogueMatcher {
    /// The most bytes of a value or line that are looked at.
    static let limit = 4096

    let catalogue: ToolCatalogue
    let listed: ListedPeople
    private var patterns: [Pattern?]
    private let values: Prefilter
    private let emails: Prefilter
    private let markers: Prefilter
    private var identityCache: [Identity: [Match]] = [:]
    private static let cacheLimit = 10_000

    init(_ catalogue: ToolCatalogue, listed: ListedPeople) {
        self.catalogue = catalogue
        self.listed = listed
        patterns = Array(repeating: nil, count: catalogue.expressions.count)
        values = Prefilter(catalogue.trailers.map(\.value.literal))
        emails = Prefilter(catalogue.identities.map { $0.email?.literal ?? [] })
        markers = Prefilter(catalogue.markers.map(\.expression.literal))
    }

    /// The tools whose trailer this is; the key in lower case. In the order of the catalogue.
    func matches(key: String, value: String) -> [Match] {
        guard let candidates = catalogue.trailersByKey[key] else { return [] }
        return value.withPrefix(CatalogueMatcher.limit) { bytes in
            let possible = values.possible(in: bytes)
            var found: [Match] = []
            for index in candidates {
                let entry = catalogue.trailers[index]
                if possible[index], isMatch(entry.value, bytes) {
                    found.append(Match(tool: entry.tool, confidence: entry.confidence, role: entry.role))
                }
            }
            return CatalogueMatcher.best(found)
        }
    }

    /// The tools whose identity this is. In the order of the catalogue.
    func matches(_ identity: Identity) -> [Match] {
        if let known = identityCache[identity] { return known }
        if identityCache.count >= CatalogueMatcher.cacheLimit { identityCache.removeAll(keepingCapacity: true) }
        let found = search(identity)
        identityCache[identity] = found
        return found
    }

    /// What the policy lists counts before the catalogue; a mark beside a person's name is about no identity.
    private func search(_ identity: Identity) -> [Match] {
        if listed.isAgent(identity) { return [Match(tool: catalogue.listedAgent, confidence: .high, role: .author)] }
        let found = searchCatalogue(identity)
        return listed.isHuman(identity) ? found.filter(\.marksPerson) : found
    }

    private func searchCatalogue(_ identity: Identity) -> [Match] {
        identity.email.withPrefix(CatalogueMatcher.limit) { email in
            identity.name.withPrefix(CatalogueMatcher.limit) { name in
                let possible = emails.possible(in: email)
                var found: [Match] = []
                for (index, entry) in catalogue.identities.enumerated() where possible[index] {
                    if let expression = entry.email, !isMatch(expression, email) { continue }
                    if let expression = entry.name, !isMatch(expression, name) { continue }
                    found.append(
                        Match(
                            tool: entry.tool, confidence: entry.confidence, role: entry.role,
                            marksPerson: entry.email == nil))
                }
                return CatalogueMatcher.best(found)
            }
        }
    }

    /// The markers in a message, each once a line, with their lines; of a quoted line none. In the title one counts
    /// that the title begins with.
    func markers(in text: MessageText) -> [(marker: ToolCatalogue.Marker, line: Int)] {
        var found: [(ToolCatalogue.Marker, Int)] = []
        // By marker: the line it was found on last, and where the last window that was searched for it ends.
        var last = Array(repeating: -1, count: catalogue.markers.count)
        var searched = Array(repeating: 0, count: catalogue.markers.count)
        let title = text.title
        text.bytes.withUnsafeBufferPointer { bytes in
            markers.forEachOccurrence(in: bytes) { number, offset in
                let index = text.line(at: offset)
                let line = text.lines[index]
                let marker = catalogue.markers[number]
                // One window for all occurrences in it: a line may be a megabyte long.
                if last[number] != index, offset + marker.expression.literal.count > searched[number] {
                    let part = CatalogueMatcher.window(around: offset, in: line)
                    searched[number] = part.upperBound
                    let isPlace = marker.place == .body || marker.place == .subject && index == title
                    if isPlace, !text.isQuoted(line),
                        let start = start(of: marker.expression, in: UnsafeBufferPointer(rebasing: bytes[part])),
                        index != title || marker.place == .subject
                            || CatalogueMatcher.isStart(bytes[line.start..<(part.lowerBound + start)])
                    {
                        last[number] = index
                        found.append((marker, line.number))
                    }
                }
            }
        }
        return found
    }

    /// The part of a line that a marker is looked for in: from the line's start, where that is near.
    private static func window(around offset: Int, in line: MessageText.Line) -> Range<Int> {
        let start = offset - line.start < limit ? line.start : offset - limit / 2
        return start..<min(line.end, offset + limit)
    }

    /// True for nothing but signs, such as an emoji or a bullet.
    private static func isStart(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.count < 32 && !bytes.contains { $0.isKeyByte && $0 != UInt8(ascii: "-") || $0 == UInt8(ascii: "\"") }
    }

    /// Why the trailer proves nothing on that day; nil where it counts. The key in lower case.
    func doubt(key: String, value: String, on day: Day) -> String? {
        let window = catalogue.windows.first { window in
            window.key == key && window.days.contains(day)
                && value.withPrefix(CatalogueMatcher.limit) { isMatch(window.value, $0) }
        }
        return window.map { window in
            let days = "from \(window.days.lowerBound) to \(window.days.upperBound)"
            return "unreliable \(days): \(window.reason) (\(window.source))"
        }
    }

    /// The tools that name their branches like this.
    func matches(branch: String) -> [Match] {
        let name = branch.lowercased()
        return CatalogueMatcher.best(
            catalogue.branches.filter { name.hasPrefix($0.prefix) }
                .map { Match(tool: $0.tool, confidence: .low, role: .assist) })
    }

    /// One match a tool, the best; marks of people apart.
    static func best(_ matches: [Match]) -> [Match] {
        var result: [Match] = []
        for match in matches {
            guard
                let index = result.firstIndex(where: {
                    $0.tool == match.tool && $0.marksPerson == match.marksPerson
                })
            else {
                result.append(match)
                continue
            }
            if match.isBetter(than: result[index]) { result[index] = match }
        }
        return result
    }

    private func isMatch(_ expression: ToolCatalogue.Expression, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        start(of: expression, in: text) != nil
    }

    /// Where the expression's first match begins.
    private func start(of expression: ToolCatalogue.Expression, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        do {
            return try pattern(expression.number).firstMatch(in: text)?.lowerBound
        } catch {
            // A text built to exhaust the matcher is not waved through.
            return 0
        }
    }

    private func pattern(_ number: Int) throws(PatternError) -> Pattern {
        if let known = patterns[number] { return known }
        let pattern = try Pattern(catalogue.expressions[number], .caseless)
        patterns[number] = pattern
        return pattern
    }
}
