// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Provenance
import TestKit

/// Keys, certificates and signatures by OpenSSH's own hand, in a folder that goes away.
final class SSHWorkshop: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "aigate-ssh-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Makes a key pair and gives its name.
    @discardableResult
    func key(_ name: String, _ type: String = "ed25519", bits: Int? = nil) throws -> String {
        let size = bits.map { ["-b", String($0)] } ?? []
        try run(["-q", "-t", type, "-N", "", "-C", "\(name) of a test", "-f", name] + size)
        return name
    }

    /// `ssh-ed25519 AAAA...`, without the comment.
    func publicKey(_ name: String) throws -> String {
        let words = try read("\(name).pub").split(separator: " ").prefix(2)
        return words.joined(separator: " ")
    }

    func blob(_ name: String) throws -> [UInt8] {
        guard let data = try Data(base64Encoded: String(publicKey(name).split(separator: " ")[1])) else {
            throw Failure(description: "\(name).pub holds no key")
        }
        return Array(data)
    }

    /// Has an authority certify a key.
    func certify(_ name: String, by authority: String, principals: String, _ options: [String] = []) throws {
        try run(["-q", "-s", authority, "-I", "id", "-n", principals] + options + ["\(name).pub"])
    }

    /// Signs with a key, or with its certificate.
    func sign(_ payload: [UInt8], with name: String, namespace: String = "git", _ options: [String] = []) throws
        -> [UInt8]
    {
        let result = try Subprocess.run(
            "/usr/bin/env", ["ssh-keygen", "-Y", "sign", "-q", "-n", namespace, "-f", name] + options, in: folder,
            input: Data(payload))
        guard result.status == 0 else { throw Failure(description: "sign with \(name): \(result.errors)") }
        return result.outputBytes
    }

    /// The principal whom `ssh-keygen` verifies, asked as git asks it; nil when it verifies nobody.
    func principal(_ question: Question) throws -> String? {
        try write(question.allowed, to: "allowed")
        try write(question.revoked, to: "revoked")
        try Data(question.armour).write(to: folder.appending(path: "signature"))
        let time = "-Overify-time=" + question.time.description.filter(\.isNumber) + "Z"
        let found = try ask(["-Y", "find-principals", "-f", "allowed", "-s", "signature", time])
        guard found.status == 0 else { return nil }
        for principal in found.output.split(separator: "\n") {
            let verified = try ask(
                [
                    "-Y", "verify", "-n", question.namespace, "-f", "allowed", "-I", String(principal), "-s",
                    "signature", time,
                ]
                    + (question.revoked.isEmpty ? [] : ["-r", "revoked"]), input: Data(question.payload))
            if verified.status == 0, verified.output.hasPrefix("Good") { return String(principal) }
        }
        return nil
    }

    struct Question {
        var allowed = ""
        var revoked = ""
        var armour: [UInt8]
        var payload: [UInt8]
        var namespace = "git"
        var time = Instant(seconds: 1_767_323_045)  // 2026-01-02T03:04:05Z

        /// What we say. Nil for a file that cannot be read.
        func verdict(today: Instant? = nil) -> SignatureVerdict? {
            do {
                let checker = SignatureChecker(
                    allowedSigners: try AllowedSigners(Array(allowed.utf8), file: "allowed"),
                    revoked: try RevokedKeys(Array(revoked.utf8), file: "revoked"), today: today ?? time)
                return checker.verdict(
                    on: SignedObject(payload: payload, signatures: [armour]), namespace: namespace, at: time)
            } catch {
                return nil
            }
        }

        var principal: String? {
            if case .verified(let principal, _, _) = verdict() { principal } else { nil }
        }
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    private func ask(_ arguments: [String], input: Data? = nil) throws -> Subprocess.Result {
        try Subprocess.run(
            "/usr/bin/env", ["TZ=UTC", "ssh-keygen"] + arguments, in: folder, input: input)
    }

    /// Gives what it prints.
    @discardableResult
    func run(_ arguments: [String]) throws -> String {
        let result = try ask(arguments)
        guard result.status == 0 else {
            throw Failure(description: "ssh-keygen \(arguments): \(result.errors); apt-get install openssh-client")
        }
        return result.output
    }
}
