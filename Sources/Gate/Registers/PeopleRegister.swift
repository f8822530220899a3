// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Who may review what, who was trained when, and by which accounts people use AI: `people.yml`.
package struct PeopleRegister: Sendable {
    package init() {}
}
