// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

// Linked in for its definitions, which take the place of a library's; nobody calls it.
