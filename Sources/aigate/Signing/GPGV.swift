// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate
import Provenance

/// gpgv(1), which checks OpenPGP signatures by one keyring and nothing else: no trust, no agent, no network.
enum GPGV {
    /// Of a keyring, in bytes.
    static let keyringLimit = 16 << 20
    /// For one signature.
    private static let seconds = 20

    /// What asks gpgv by a keyring's bytes, as `gpg --export` writes them. Throws for one in its armour, which gpgv
    /// does not read, and for one that is too large. `file`: its name, for messages.
    static func check(keyring: [UInt8], file: String) throws(ConfigErrors) -> OpenPGPCheck {
        func refuse(_ reason: String) -> ConfigErrors {
            ConfigErrors(ConfigError(file: file, line: nil, reason: reason))
        }
        if keyring.starts(with: "-----BEGIN".utf8) {
            throw refuse("it is an armoured keyring, which gpgv does not read: gpg --dearmor makes it one that it does")
        }
        guard keyring.count <= keyringLimit else {
            throw refuse("it has \(keyring.count) bytes, more than \(keyringLimit)")
        }
        let ring: Descriptor
        do throws(ChildProcess.Failure) {
            ring = try Descriptor.holding(keyring)
        } catch {
            throw refuse(error.reason)
        }
        return { payload, signature in ask(ring, payload, signature) }
    }

    private static func ask(_ keyring: Descriptor, _ payload: [UInt8], _ signature: [UInt8]) -> OpenPGPAnswer {
        let arguments = ["--status-fd", "1", "--homedir", "/nonexistent", "--keyring", "/dev/fd/3", "/dev/fd/4", "-"]
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        do throws(ChildProcess.Failure) {
            let process = ChildProcess(
                program: "gpgv", arguments: arguments, environment: ["PATH=\(path)", "LC_ALL=C.UTF-8"], input: payload,
                files: [keyring, try Descriptor.holding(signature)], outputLimit: 64 << 10, seconds: seconds)
            // The exit status says no more than the status lines do.
            return .status(try process.run().output)
        } catch {
            return .failed("\(error.reason); OpenPGP signatures need gpgv (apt-get install gpgv)")
        }
    }
}
