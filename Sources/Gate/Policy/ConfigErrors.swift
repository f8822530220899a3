// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The mistakes of a configuration, at least one.
package struct ConfigErrors: Error, Hashable, Sendable, CustomStringConvertible {
    /// More are not looked for: nobody mends them at once, and a hostile file could hold a hundred thousand.
    package static let limit = 20

    package let errors: [ConfigError]

    package init(_ error: ConfigError) {
        errors = [error]
    }

    private init(all errors: [ConfigError]) {
        self.errors = errors
    }

    /// One a line.
    package var description: String { errors.map(\.description).joined(separator: "\n") }

    /// Mistakes while they are being found.
    package struct Collection {
        private var errors: [ConfigError] = []

        package init() {}

        package var isEmpty: Bool { errors.isEmpty }
        package var isFull: Bool { errors.count >= ConfigErrors.limit }

        package mutating func add(_ error: ConfigError) {
            if !isFull { errors.append(error) }
        }

        /// What the body returns; nil when it threw, and then its mistakes are kept. A single mistake is told by its
        /// key, and gets the node's place where it has none.
        @discardableResult
        package mutating func collecting<Value>(
            at node: ConfigNode? = nil, _ key: String? = nil, _ body: () throws -> Value
        ) -> Value? {
            let name = key.map { "\($0): " } ?? ""
            do { return try body() } catch let error as ConfigErrors {
                error.errors.forEach { add($0) }
            } catch let error as ConfigError {
                add(ConfigError(file: error.file, line: error.line, reason: name + error.reason))
            } catch {
                let reason = (error as? SettingError)?.reason ?? "\(error)"
                add(ConfigError(file: node?.file ?? "configuration", line: node?.line, reason: name + reason))
            }
            return nil
        }

        /// Throws when there are any.
        package func check() throws(ConfigErrors) {
            if !errors.isEmpty { throw ConfigErrors(all: errors) }
        }
    }
}
