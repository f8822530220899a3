// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The written tasks that commits are judged against, `tasks/ID.yml`.
package struct TaskRegister: Sendable {
    package init() {}
}
