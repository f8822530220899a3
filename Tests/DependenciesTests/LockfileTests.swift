// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Testing

/// What each lockfile names.
struct LockfileTests {
    private func rows(_ path: String) throws -> [String] {
        try FormatSample.lockfile(path).packages.map { one in
            "\(one.line ?? 0) \(one.name) \(one.version ?? "-") \(one.integrity ?? "-") \(one.source)\(one.runsInstallScript ? " script" : "")"
        }
    }

    @Test func npm() throws {
        #expect(
            try rows("package-lock.json") == [
                "2 web - - local", "3 @acme/a 1.0.0 - local", "4 @acme/a - - local",
                "5 b 2.0.0 sha512-AA== registry script", "6 @s/c 3.0.0 - registry",
            ])
        #expect(try FormatSample.lockfile("package-lock.json").members == ["", "packages/a"])
    }

    @Test func yarn() throws {
        #expect(try rows("yarn.lock") == ["4 @s/a 1.1.0 sha512-AA== registry", "11 b 1.0.0 - local"])
        #expect(try rows("berry/yarn.lock") == ["4 a 1.0.1 10c0/aa registry", "10 web 0.0.0-use.local - local"])
        #expect(try FormatSample.lockfile("berry/yarn.lock").members == ["packages/web"])
    }

    @Test func pnpmAndBun() throws {
        #expect(
            try rows("pnpm-lock.yaml") == [
                "5 alias real@1.0.0 - local", "9 real 1.0.0 sha512-AA== registry", "11 @s/b 2.0.0 sha512-BB== registry",
                "13 old 1.0.0 sha512-CC== registry script",
            ])
        #expect(try FormatSample.lockfile("pnpm-lock.yaml").members == ["", "packages/web"])
        #expect(
            try rows("bun.lock") == [
                "4 @s/a 1.0.0 sha512-AA== registry", "5 b 2.0.0 sha512-BB== registry",
                "6 mine workspace:packages/a - local",
            ])
    }

    @Test func python() throws {
        #expect(
            try rows("uv.lock") == [
                "3 httpx 0.27.0 httpx-0.27.0.tar.gz\tsha256:aa\nhttpx-0.27.0-py3-none-any.whl\tsha256:bb registry",
                "9 my-project - - local",
            ])
        #expect(try FormatSample.lockfile("uv.lock").members == [""])
        #expect(try rows("Pipfile.lock") == ["1 flask ==3.0.0 sha256:aa\tsha256:aa registry", "1 mine - - local"])
    }

    @Test func others() throws {
        #expect(try rows("Cargo.lock") == ["3 mine 0.1.0 - local", "6 serde 1.0.1 aa registry"])
        #expect(
            try rows("go.sum") == [
                "1 example.org/a v1.2.3 h1:AA= registry", "2 example.org/a v1.2.3/go.mod h1:BB= registry",
            ])
        #expect(try rows("Package.resolved") == ["1 git.example.org/o/kit 1.2.3 aa registry"])
    }
}
