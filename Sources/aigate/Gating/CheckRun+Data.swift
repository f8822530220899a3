// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Policy

extension CheckRun {
    /// What becomes of the register of data. `changes`: of the files that the gate judges by. `head`: the files after
    /// them; nil where nobody knows. Throws what reading the other registers throws.
    func dataAfter(
        _ changes: [ChangedFile], _ head: (any FileTree)?, _ state: GateState, _ repository: Repository
    ) throws -> DataAfter {
        let path = Path(Registers.Part.data.path)
        let isChanged = changes.contains { $0.path == path || $0.oldPath == path }
        guard state.policy.registers.data != nil, isChanged, let head else { return .same }
        let commit = try policyOptions.from.map { try repository.commitID(of: $0) } ?? state.range.policyCommit
        var files = try RegisterLoading(options: policyOptions, repository: repository).files(at: commit)
        files.own.removeAll { $0.part == .data }
        do {
            if let bytes = try head.bytes(of: path, limit: YAMLReader.sizeLimit) {
                let source = PolicySource(
                    role: Registers.Part.data.rawValue, kind: .commit, path: Registers.Part.data.path,
                    sha256: Fingerprint.sha256(bytes))
                files.own.append(RegisterFile(.data, name: "data.yml", bytes: bytes, source: source))
            }
            return .changed(try RegistersReader(today: start.day, checks: []).data(files))
        } catch let errors as ConfigErrors {
            return .unreadable(errors.errors[0].description)
        } catch let error as GitError where error.kind == .malformed {
            return .unreadable("\(error)")
        }
    }
}
