// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A stand-in for curl: answers a request from a folder, by its path, and keeps what it was asked.
enum FakeForge {
    /// `FORGE/log` gets the arguments and the header; `FORGE/answers` holds a file a path, slashes as `_`.
    static let script = """
        #!/bin/sh
        header=$(cat)
        for url; do :; done
        printf '%s\\n' "$*" >> "$FORGE/log"
        printf '%s\\n' "$header" >> "$FORGE/headers"
        name=$(printf '%s' "$url" | sed -e 's|^https://[^/]*/||' -e 's|^api/v4/||' | tr '/?&=' '____')
        if [ -f "$FORGE/answers/$name" ]; then cat "$FORGE/answers/$name"; exit 0; fi
        echo "curl: (22) The requested URL returned error: 404" >&2
        exit 22
        """

    static let token = "ghs_0123456789abcdefABCDEF"

    /// Puts curl and its answers (by path below the host) into a folder; gives the variables that find them.
    static func install(_ answers: [String: String], in scratch: Scratch) throws -> [String: String] {
        try scratch.write(script, "forge/bin/curl", executable: true)
        for (path, text) in answers {
            let name = String(path.map { "/?&=".contains($0) ? "_" : $0 })
            try scratch.write(text, "forge/answers/\(name)")
        }
        let root = scratch.url.appending(path: "forge").path
        return ["FORGE": root, "PATH": "\(root)/bin:/usr/local/bin:/usr/bin:/bin"]
    }
}
