// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// How a repository may tighten a setting that its organisation's policy has too. A setting without one cannot be
/// told: what the organisation sets cannot be set to anything else.
package enum Tightening: Sendable {
    /// Values from the mildest to the strictest, as YAML writes them.
    case order([String])
    /// A smaller number is stricter.
    case smaller
    /// A list of what is asked for or forbidden: those of both unite.
    case longer
    /// A list of what is let through: the repository's may only be shorter.
    case shorter(Passes)
    /// More entries of another setting, a list of what is let through: whoever sets one of the two sets both.
    case more(of: String)

    /// How the entries of a list let through.
    package struct Passes: Sendable {
        /// Whether a list lets through whatever an entry does; entries are well formed.
        let covers: @Sendable (_ list: [String], _ entry: String) -> Bool
        /// What an entry bounds: of what no entry of the list does, everything is let through. Nil: nothing.
        let subject: @Sendable (_ entry: String) -> String?

        package init(
            covers: @escaping @Sendable (_ list: [String], _ entry: String) -> Bool = { $0.contains($1) },
            subject: @escaping @Sendable (_ entry: String) -> String? = { _ in nil }
        ) {
            self.covers = covers
            self.subject = subject
        }

        /// Each entry lets something more through.
        package static let listed = Passes()
        /// As above, but that an empty list asks for less than any other.
        package static let unlessEmpty = Passes(subject: { _ in "names" })

        /// Of a list of the repository's, what is let through and not by the organisation's, in words; nil: nothing.
        func objection(to own: [String], over floor: [String]) -> String? {
            let bounded = Set(floor.compactMap(subject))
            func isCovered(_ entry: String) -> Bool {
                if covers(floor, entry) { return true }
                // What the organisation leaves free is bounded by whoever lists it first.
                return subject(entry).map { !bounded.contains($0) } ?? false
            }
            if let more = own.first(where: { !isCovered($0) }) {
                return "\(quoted(more)) is not in its list, which a repository may only shorten"
            }
            let left = Set(own.compactMap(subject))
            return bounded.subtracting(left).min().map { "no entry for \($0) is left, and without one they are free" }
        }
    }
}

/// The two policies' values of one setting, side by side.
extension Tightening {
    /// Why the repository's value is no tighter than the organisation's; nil: it may stand, or is added to it.
    package func objection(to own: ConfigNode, over floor: ConfigNode) throws -> String? {
        switch self {
        case .order(let values):
            let places = try [own, floor].map { values.firstIndex(of: try $0.text) ?? -1 }
            return places[0] < places[1] ? "its value is the stricter one" : nil
        case .smaller:
            let numbers = try [own, floor].map { try $0.integer(in: Int.min...Int.max) }
            return numbers[0] > numbers[1] ? "its value is the stricter one" : nil
        case .longer: return nil
        case .shorter(let passes):
            return passes.objection(to: try own.list.map { try $0.text }, over: try floor.list.map { try $0.text })
        case .more: return "more of it would be let through"
        }
    }

    /// The value that holds of two to which there is no objection.
    package func stricter(_ own: ConfigNode, over floor: ConfigNode) throws -> ConfigNode {
        guard case .longer = self else { return own }
        let mine = try own.list.map { try $0.text }
        let more = try floor.list.filter { !mine.contains(try $0.text) }
        return ConfigNode(.list(try own.list + more), file: own.file, line: own.line)
    }
}

extension Field {
    /// The same key, of which a repository may set a stricter value than its organisation.
    package func tightened(_ tightening: Tightening) -> Field {
        var field = self
        field.tightening = tightening
        return field
    }
}
