// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate
import Git
import Provenance

/// A reviewer's SSH key, wherever it lives: in a file, an agent, a piece of hardware. Only ssh-keygen touches it.
struct SigningKey {
    /// What `ssh-keygen -f` is given.
    private enum Place {
        case file(String)
        /// The public key; the other half is with the agent.
        case agent(String)
    }

    private let place: Place

    /// A private key's file, or a public one's whose other half an agent holds.
    init(file: String) {
        place = .file(file)
    }

    /// git's own: `user.signingKey`, where `gpg.format` is `ssh` (git-config(1)). Throws `Stop` where git has none.
    init(of repository: Repository) throws {
        guard try repository.setting("gpg.format") == "ssh", let value = try repository.setting("user.signingkey"),
            !value.isEmpty
        else {
            throw Stop(
                ExitCode.usage,
                "git names no SSH key to sign with (gpg.format ssh, user.signingKey): give one with --key")
        }
        if value.hasPrefix("key::") {
            place = .agent(String(value.dropFirst("key::".count)))
        } else if value.hasPrefix("ssh-") {
            place = .agent(value)
        } else if value.hasPrefix("~/") {
            place = .file((ProcessInfo.processInfo.environment["HOME"] ?? "") + value.dropFirst())
        } else {
            place = .file(value)
        }
    }

    /// The armoured signature over a text. ssh-keygen asks for a PIN, a passphrase or a touch itself. Throws `Stop`.
    func sign(_ text: String) throws -> [UInt8] {
        var arguments = ["-Y", "sign", "-n", SignatureChecker.signOffNamespace]
        let result: ChildProcess.Result
        do throws(ChildProcess.Failure) {
            var files: [Descriptor] = []
            switch place {
            case .file(let path): arguments += ["-f", path]
            case .agent(let key):
                arguments += ["-f", "/dev/fd/3", "-U"]
                files = [try Descriptor.holding(Array((key + "\n").utf8))]
            }
            result = try ChildProcess(
                program: "ssh-keygen", arguments: arguments, input: Array(text.utf8), files: files, showsErrors: true
            ).run()
        } catch {
            throw Stop(
                ExitCode.failed, "\(error.reason); signing needs OpenSSH 8.2 or later (apt-get install openssh-client)")
        }
        guard result.status == 0 else {
            throw Stop(
                ExitCode.usage, "ssh-keygen did not sign: check the key, and that its agent or hardware is there")
        }
        return result.output
    }
}
