// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A sentence about a finding: literals of ours, values from outside only in a form that is safe to show.
package struct Message: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    package let description: String

    package init(stringLiteral value: StaticString) {
        description = value.description
    }

    package init(stringInterpolation: StringInterpolation) {
        description = stringInterpolation.text
    }

    /// Another message without the values of a mask.
    init(_ message: Message, by mask: ValueMask) {
        description = mask.masked(message.description)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ path: Path) { text += path.visible }
        package mutating func appendInterpolation(_ id: ObjectID) { text += id.short }
        package mutating func appendInterpolation(_ excerpt: Excerpt) { text += excerpt.text }
        package mutating func appendInterpolation(_ day: Day) { text += day.description }
        package mutating func appendInterpolation(_ message: Message) { text += message.description }
        /// A word from a file or message: e-mail addresses masked, control characters escaped.
        package mutating func appendInterpolation(_ outside: String) { text += Excerpt(line: outside).text }
    }
}
