// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Standard output and standard error.
enum Console {
    /// Results only. A reader that went away (`| head`) is no error.
    static func out(_ bytes: some Sequence<UInt8>) { write(Array(bytes), to: STDOUT_FILENO) }
    static func out(_ text: String) { out((text + "\n").utf8) }

    /// Everything that is not a result. It may repeat what was given, so it is scanned.
    static func err(_ text: String) { write(Array((Outgoing.masked(text) + "\n").utf8), to: STDERR_FILENO) }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    return
                }
                done += count
            }
        }
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}

/// `--color`, NO_COLOR, CLICOLOR_FORCE, a terminal, or a CI log that shows colours: in this order.
enum ColorChoice: String, CaseIterable {
    case auto, always, never

    func isOn(_ environment: [String: String]) -> Bool {
        func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if isSet("NO_COLOR") { return false }
            if isSet("CLICOLOR_FORCE") || isSet("FORCE_COLOR") { return true }
            if environment["TERM"] == "dumb" { return false }
            return Console.isTerminal(STDOUT_FILENO) || isSet("GITHUB_ACTIONS") || isSet("GITLAB_CI")
        }
    }
}
