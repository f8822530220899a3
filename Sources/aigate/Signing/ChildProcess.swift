// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Synchronization

/// Another program of this machine, run to its end: gpgv, ssh-keygen, git.
///
/// By posix_spawn: what is needed fits here, and a package for it would be one more to trust.
struct ChildProcess {
    /// Looked for in the folders of PATH that are named in full and do not lie in the current one: what is judged may
    /// have brought a program of the same name.
    let program: String
    let arguments: [String]
    /// Nil: ours.
    var environment: [String]?
    var input: [UInt8] = []
    /// Files that exist for the program alone, as /dev/fd/3, /dev/fd/4 and so on.
    var files: [Descriptor] = []
    /// Of what it prints, in bytes.
    var outputLimit = 1 << 20
    /// Nil: as long as it takes, for a person may have to type or touch something.
    var seconds: Int?
    /// Whether what it says on standard error is ours to show.
    var showsErrors = false

    struct Result {
        /// 128 and the signal's number where a signal ended it.
        let status: Int32
        let output: [UInt8]
    }

    /// It could not be run to its end: a sentence.
    struct Failure: Error {
        let reason: String
    }

    func run() throws(Failure) -> Result {
        let inputs = [try Descriptor.holding(input)] + files
        let (process, reading) = try Descriptor.making.withLock { _ throws(Failure) in try start(inputs) }
        var output: [UInt8] = []
        var problem: Failure?
        do throws(Failure) {
            output = try read(reading)
        } catch {
            problem = error
            kill(process, SIGKILL)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw failure("wait for it", errno) }
        }
        if let problem { throw problem }
        return Result(status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, output: output)
    }

    /// The process, and where what it prints can be read.
    private func start(_ inputs: [Descriptor]) throws(Failure) -> (pid_t, Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw failure("make a pipe", errno) }
        let reading = try Descriptor(ends[0])
        return (try spawn(inputs, Descriptor(ends[1])), reading)
    }

    private func failure(_ doing: String, _ code: Int32) -> Failure {
        Failure(reason: "cannot run \(program): \(doing): \(String(cString: strerror(code)))")
    }

    /// The program's file.
    private func resolved() throws(Failure) -> String {
        let here = FileManager.default.currentDirectoryPath
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        for folder in folders where folder.hasPrefix("/") && folder != here && !folder.hasPrefix(here + "/") {
            let path = "\(folder)/\(program)"
            if access(path, X_OK) == 0 { return path }
        }
        throw failure("find it in PATH", ENOENT)
    }

    private func spawn(_ inputs: [Descriptor], _ writing: Descriptor) throws(Failure) -> pid_t {
        let path = try resolved()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, writing.number, STDOUT_FILENO)
        if !showsErrors { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
        for (index, descriptor) in inputs.enumerated() {
            let target = index == 0 ? STDIN_FILENO : Int32(index) + STDERR_FILENO
            posix_spawn_file_actions_adddup2(&actions, descriptor.number, target)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // We ignore a reader that goes away; other programs are not made for that.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var argv = ([program] + arguments).map { strdup($0) } + [nil]
        var given = environment.map { $0.map { strdup($0) } + [nil] } ?? []
        defer { for pointer in argv + given { free(pointer) } }
        var process = pid_t()
        let code =
            environment == nil
            ? posix_spawn(&process, path, &actions, &attributes, &argv, environ)
            : posix_spawn(&process, path, &actions, &attributes, &argv, &given)
        guard code == 0 else { throw failure("start it", code) }
        return process
    }

    /// Everything that it prints, until it closes its output.
    private func read(_ descriptor: Descriptor) throws(Failure) -> [UInt8] {
        let clock = ContinuousClock()
        let deadline = seconds.map { clock.now + .seconds($0) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let left = deadline.map { max(0, Int32(($0 - clock.now) / .milliseconds(1))) } ?? -1
            var waiting = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, left)
            if ready < 0, errno == EINTR { continue }
            guard ready >= 0 else { throw failure("wait for its answer", errno) }
            guard ready > 0 else { throw Failure(reason: "\(program) took longer than \(seconds ?? 0) seconds") }
            let count = Glibc.read(descriptor.number, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read its answer", errno) }
            if count == 0 { return output }
            output += buffer.prefix(count)
            guard output.count <= outputLimit else {
                throw Failure(reason: "\(program) printed more than \(outputLimit) bytes")
            }
        }
    }
}
