// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Git
import Glibc

/// From options and CI's event to what is to be judged.
struct Targeting {
    let what: RangeOptions
    let environment: Environment

    /// The situation of a range. Throws `ForgeError`.
    func situation() throws -> Situation {
        let event = try eventBytes()
        if what.prePush {
            guard let lines = readAll(STDIN_FILENO, limit: 1 << 20) else {
                throw Stop(ExitCode.usage, "cannot read the lines of the pre-push hook on standard input")
            }
            return Situation(request: try PrePush.request(lines: lines, remote: what.remote), kind: .local)
        }
        guard let range = what.range else {
            return try what.ci.situation(in: environment.variables, event: event)
                ?? Situation(request: .upstream, kind: .local)
        }
        let request = try RevisionArgument.request(range, withAncestors: what.all)
        // A range typed into a pipeline's step is still judged in that pipeline's circumstances.
        let inCI: Situation?
        var limitations: [String] = []
        do throws(ForgeError) {
            inCI = try what.ci.situation(in: environment.variables, event: event)
        } catch {
            inCI = nil
            limitations.append(
                "whether the change has landed is not known, so a missing review is no finding: \(error)")
        }
        return Situation(
            request: request, kind: inCI?.kind ?? .local,
            ci: try inCI?.ci ?? what.ci.context(in: environment.variables),
            targetBranch: inCI?.targetBranch, sourceBranch: inCI?.sourceBranch, defaultBranch: inCI?.defaultBranch,
            repository: inCI?.repository, limitations: limitations)
    }

    private func eventBytes() throws -> [UInt8]? {
        guard let path = what.ci.eventPath(in: environment.variables), !path.isEmpty else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return readAll(descriptor, limit: CISystem.eventLimit)
    }
}
