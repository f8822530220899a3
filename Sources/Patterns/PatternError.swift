// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Why an expression could not be compiled, or could not be matched to the end.
package enum PatternError: Error, Equatable, CustomStringConvertible {
    /// Not an expression that PCRE2 accepts. The offset counts bytes from 0.
    case syntax(message: String, offset: Int)
    /// The text made the expression try more than the limits allow; whether it matches is not known.
    case limit
    /// PCRE2 failed otherwise; its code is in pcre2api(3).
    case failure(code: Int32)

    package var description: String {
        switch self {
        case .syntax(let message, let offset): "the expression is wrong at byte \(offset + 1): \(message)"
        case .limit: "matching was given up: the text makes the expression try too many ways"
        case .failure(let code): "matching failed with PCRE2's code \(code)"
        }
    }
}
