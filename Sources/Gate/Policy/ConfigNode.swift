// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A value of a configuration file, with the place it was written at.
package struct ConfigNode: Sendable {
    package indirect enum Value: Sendable {
        /// A scalar; `plain` when it stood without quotes.
        case scalar(String, plain: Bool)
        case list([ConfigNode])
        /// In the file's order.
        case map([(key: String, keyLine: Int, value: ConfigNode)])
    }

    package let value: Value
    /// Name of the file, for messages.
    package let file: String
    /// From 1.
    package let line: Int

    package init(_ value: Value, file: String, line: Int) {
        self.value = value
        self.file = file
        self.line = line
    }

    package func error(_ reason: String) -> ConfigError { ConfigError(file: file, line: line, reason: reason) }
}

/// A mistake in a configuration file: a sentence for the person who wrote it.
package struct ConfigError: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1; nil when it concerns the whole file.
    package let line: Int?
    package let reason: String

    package init(file: String, line: Int?, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// `.aigate/policy.yml: line 3: unknown key 'limti'; known: allowed, limit`, safe to show.
    package var description: String {
        VisibleText.of(file) + (line.map { ": line \($0)" } ?? "") + ": " + VisibleText.of(reason)
    }
}

/// A setting that makes no sense; whoever read it from a file adds the line.
package struct SettingError: Error, Sendable {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}
