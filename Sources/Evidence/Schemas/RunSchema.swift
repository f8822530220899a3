// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CSchemas

/// The JSON Schema (2020-12) of `run.json`.
package enum RunSchema {
    /// The schema's text, as `run.schema.json` holds it.
    package static var bytes: [UInt8] {
        var size = 0
        let start = aigate_run_schema(&size)
        return Array(UnsafeBufferPointer(start: start, count: size))
    }
}
