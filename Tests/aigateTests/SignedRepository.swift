// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Git
import Provenance
import TestKit

/// A repository with keys beside it, made for one test: `key` and `stranger` for SSH, and a keyring for OpenPGP.
final class SignedRepository {
    let sample: SampleRepository
    private let home: URL

    init() throws {
        sample = try SampleRepository("small")
        try sample.commit("one.txt", "one")
        try sample.commit("two.txt", "two")
        home = FileManager.default.temporaryDirectory.appending(path: "aigate-k-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(
            at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in ["key", "stranger"] {
            try run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path(name)], "openssh-client")
        }
    }

    deinit {
        do {
            // It started with the first OpenPGP key, and would outlive the folder.
            _ = try Subprocess.run("/usr/bin/env", ["gpgconf", "--homedir", home.path, "--kill", "all"])
            try FileManager.default.removeItem(at: home)
        } catch { print("left behind: \(home.path)") }
    }

    func path(_ name: String) -> String { home.appending(path: name).path }

    func publicKey(_ name: String = "key") throws -> String {
        String(decoding: try Data(contentsOf: home.appending(path: "\(name).pub")), as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
    }

    /// Makes an OpenPGP key in the test's own home; gives its fingerprint.
    func openPGPKey(_ user: String, _ algorithm: String = "ed25519", _ options: String = "") throws -> String {
        let expires = options.contains("faked-system-time") ? "1y" : "0"
        try Data().write(to: home.appending(path: "gpg.conf"))
        try gpg(
            options.split(separator: " ").map(String.init) + [
                "--passphrase", "", "--quick-gen-key", user, algorithm, "sign", expires,
            ])
        let listing = try gpg(["--with-colons", "--list-keys", "=\(user)"])
        let line = try listing.split(separator: "\n").first { $0.hasPrefix("fpr:") }.unwrapped(
            "gpg lists no key for \(user)")
        return String(line.split(separator: ":", omittingEmptySubsequences: false)[9])
    }

    /// What `gpg --export` gives for these users.
    func keyring(_ users: [String]) throws -> [UInt8] {
        Array(
            try run("gpg", ["--homedir", home.path, "--batch", "--export"] + users.map { "=\($0)" }, "gnupg")
                .outputBytes)
    }

    @discardableResult
    func gpg(_ arguments: [String]) throws -> String {
        try run("gpg", ["--homedir", home.path, "--batch", "--quiet", "--no-tty"] + arguments, "gnupg").output
    }

    /// By the certificate that gpg made with the key, whose colon keeps it from being imported by mistake.
    func revoke(_ fingerprint: String) throws {
        let file = home.appending(path: "openpgp-revocs.d/\(fingerprint).rev")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try Data(text.replacing(":-----BEGIN", with: "-----BEGIN").utf8).write(to: file)
        try gpg(["--import", file.path])
    }

    /// git with an OpenPGP key, as `git -c` settings; gpg follows further options from now on.
    func openPGP(_ fingerprint: String, _ options: String = "") throws -> [String] {
        let lines = options.replacing("--", with: "")
        try Data("\(lines)\n".utf8).write(to: home.appending(path: "gpg.conf"))
        return ["-c", "user.signingKey=\(fingerprint)"]
    }

    /// git with an SSH key, as `git -c` settings.
    func ssh(_ name: String = "key") -> [String] { ["-c", "gpg.format=ssh", "-c", "user.signingKey=\(path(name))"] }

    /// Commits, signed; gives the id.
    func commit(_ settings: [String], _ message: String = "Change") throws -> ObjectID {
        let result = try Subprocess.run(
            "/usr/bin/env",
            ["git"] + settings + ["commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", message],
            in: sample.folder, environment: Subprocess.cleanGit.merging(["GNUPGHOME": home.path]) { $1 })
        guard result.status == 0 else { throw MissingPart("git commit: \(result.errors)") }
        return try sample.head()
    }

    /// Whether git verifies a commit or tag by these allowed signers.
    func gitVerifies(_ command: String, _ object: String, allowed: String, revoked: String = "") throws -> Bool {
        try Data(allowed.utf8).write(to: home.appending(path: "allowed"))
        try Data(revoked.utf8).write(to: home.appending(path: "revoked"))
        let settings =
            ["-c", "gpg.ssh.allowedSignersFile=\(path("allowed"))"]
            + (revoked.isEmpty ? [] : ["-c", "gpg.ssh.revocationFile=\(path("revoked"))"])
        return try Subprocess.run(
            "/usr/bin/env", ["TZ=UTC", "git"] + settings + [command, object], in: sample.folder,
            environment: Subprocess.cleanGit
        ).status == 0
    }

    @discardableResult
    private func run(_ program: String, _ arguments: [String], _ package: String) throws -> Subprocess.Result {
        let result = try Subprocess.run("/usr/bin/env", [program] + arguments)
        guard result.status == 0 else {
            throw MissingPart("\(program): \(result.errors); apt-get install \(package)")
        }
        return result
    }
}

/// Something that a test needs is not there.
struct MissingPart: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension SampleRepository {
    func head() throws -> ObjectID { try ObjectID(hex: git(["rev-parse", "HEAD"])).unwrapped("HEAD is no commit") }
}

extension Optional {
    func unwrapped(_ otherwise: String) throws -> Wrapped {
        guard let self else { throw MissingPart(otherwise) }
        return self
    }
}
