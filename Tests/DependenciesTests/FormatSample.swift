// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// A small file of each format as its tools write it.
struct FormatSample {
    let path: String
    let text: String

    static let all = [
        FormatSample(
            path: "package.json",
            text: """
                {
                  "name": "web", "license": "MIT",
                  "scripts": {"postinstall": "node x.js", "test": "jest"},
                  "dependencies": {
                    "left-pad": "^1.3.0",
                    "any": "*",
                    "fork": "someone/fork#main",
                    "tar": "https://example.org/tar-1.0.0.tgz",
                    "ours": "workspace:*",
                    "other": "npm:real@1.2.3"
                  },
                  "devDependencies": {"tag": "next"},
                  "peerDependencies": {"react": ">=18"},
                  "overrides": {"a": {".": "1.0.0", "b": "npm:c@1"}}
                }
                """),
        FormatSample(
            path: ".npmrc",
            text: "; c\nregistry=https://registry.npmjs.org/\n@acme:registry = \"https://npm.example.org/\"\n"),
        FormatSample(
            path: "pnpm-workspace.yaml", text: "packages: [a]\ncatalog:\n  react: ^18.0.0\noverrides:\n  x: 'npm:y@1'\n"
        ),
        FormatSample(
            path: "package-lock.json",
            text: """
                {"lockfileVersion": 3, "packages": {
                  "": {"name": "web"},
                  "packages/a": {"name": "@acme/a", "version": "1.0.0"},
                  "node_modules/@acme/a": {"resolved": "packages/a", "link": true},
                  "node_modules/b": {"version": "2.0.0", "resolved": "https://registry.npmjs.org/b.tgz", "integrity": "sha512-AA==", "hasInstallScript": true},
                  "node_modules/b/node_modules/@s/c": {"version": "3.0.0"}
                }}
                """),
        FormatSample(
            path: "yarn.lock",
            text: """
                # yarn lockfile v1


                "@s/a@^1.0.0", "@s/a@^1.1.0":
                  version "1.1.0"
                  resolved "https://registry.yarnpkg.com/@s/a/-/a-1.1.0.tgz#aabb"
                  integrity sha512-AA==
                  dependencies:
                    b "^1"

                b@^1:
                  version "1.0.0"
                """),
        FormatSample(
            path: "berry/yarn.lock",
            text: """
                __metadata:
                  version: 8

                "a@npm:^1.0.0":
                  version: 1.0.1
                  resolution: "a@npm:1.0.1"
                  checksum: 10c0/aa
                  linkType: hard

                "web@workspace:packages/web":
                  version: 0.0.0-use.local
                  resolution: "web@workspace:packages/web"
                """),
        FormatSample(
            path: "pnpm-lock.yaml",
            text: """
                lockfileVersion: '9.0'
                importers:
                  .:
                    dependencies:
                      alias: {specifier: 'npm:real@1', version: real@1.0.0}
                  packages/web:
                    devDependencies: {}
                packages:
                  real@1.0.0:
                    resolution: {integrity: sha512-AA==}
                  '@s/b@2.0.0(real@1.0.0)':
                    resolution: {integrity: sha512-BB==}
                  /old/1.0.0_real@1.0.0:
                    resolution: {integrity: sha512-CC==}
                    requiresBuild: true
                """),
        FormatSample(
            path: "bun.lock",
            text: """
                {
                  "workspaces": {"": {"name": "web"}, "packages/a": {}},
                  "packages": {
                    "@s/a": ["@s/a@1.0.0", "", {}, "sha512-AA=="],
                    "a/b": ["b@2.0.0", "", {}, "sha512-BB=="],
                    "mine": ["mine@workspace:packages/a"],
                  },
                }
                """),
        FormatSample(
            path: "requirements.txt",
            text: """
                --extra-index-url https://pypi.example.org/simple
                -r base.txt  # more
                Flask[async] >= 2.0, < 3 ; python_version > "3.8"
                requests==2.31.0 \\
                    --hash=sha256:aa
                rich
                pkg @ git+https://git.example.org/o/pkg.git@main
                -e ./local
                -e git+https://git.example.org/o/other.git@0123456789012345678901234567890123456789#egg=Other_Name
                """),
        FormatSample(
            path: "pyproject.toml",
            text: """
                [build-system]
                requires = ["hatchling"]
                [project]
                name = "My.Project"
                license = "MIT"
                dependencies = ["httpx>=0.27", "tool @ https://example.org/tool-1.0.tar.gz"]
                [project.optional-dependencies]
                dev = ["pytest~=8.0"]
                [dependency-groups]
                lint = ["ruff==0.5.0", {include-group = "dev"}]
                [tool.poetry.dependencies]
                python = "^3.11"
                Pillow = "^10"
                mine = {path = "../mine"}
                [tool.uv.sources]
                httpx = {git = "https://git.example.org/o/httpx", branch = "main"}
                [[tool.uv.index]]
                name = "ours"
                url = "https://pypi.example.org/simple"
                """),
        FormatSample(
            path: "Pipfile",
            text:
                "[[source]]\nurl = \"https://pypi.org/simple\"\n[packages]\nflask = \"*\"\ndjango = {version = \"==4.2\"}\n[dev-packages]\nmine = {path = \".\"}\n"
        ),
        FormatSample(
            path: "setup.cfg",
            text:
                "[metadata]\nname = my_pkg\n[options]\ninstall_requires =\n    a>=1\n    # c\n    b\n[options.extras_require]\ntest = pytest\n"
        ),
        FormatSample(
            path: "setup.py",
            text:
                "from setuptools import setup\nrequired = ['no']\nsetup(name='x', install_requires=['a>=1', # c\n  \"b\"],\n  extras_require={'dev': ['c==1.0']})\n"
        ),
        FormatSample(
            path: "uv.lock",
            text: """
                version = 1
                [[package]]
                name = "httpx"
                version = "0.27.0"
                source = { registry = "https://pypi.org/simple" }
                sdist = { url = "https://files.pythonhosted.org/httpx-0.27.0.tar.gz", hash = "sha256:aa" }
                wheels = [{ url = "https://files.pythonhosted.org/httpx-0.27.0-py3-none-any.whl", hash = "sha256:bb" }]
                [[package]]
                name = "my-project"
                source = { editable = "." }
                """),
        FormatSample(
            path: "Pipfile.lock",
            text:
                "{\"_meta\": {}, \"default\": {\"Flask\": {\"version\": \"==3.0.0\", \"hashes\": [\"sha256:aa\"]}}, \"develop\": {\"mine\": {\"path\": \".\", \"editable\": true}}}"
        ),
        FormatSample(
            path: "Cargo.toml",
            text: """
                [package]
                name = "mine"
                license = "Apache-2.0"
                [dependencies]
                serde = { version = "1.0", features = ["derive"] }
                renamed = { package = "real", version = "=1.2.3" }
                fork = { git = "https://git.example.org/o/fork", branch = "main" }
                sub = { path = "sub" }
                any = "*"
                [target.'cfg(unix)'.dev-dependencies]
                nix = "0.29"
                [workspace.dependencies]
                shared = "1"
                [patch.crates-io]
                serde = { git = "https://git.example.org/o/serde" }
                """),
        FormatSample(
            path: "Cargo.lock",
            text:
                "version = 4\n[[package]]\nname = \"mine\"\nversion = \"0.1.0\"\n[[package]]\nname = \"serde\"\nversion = \"1.0.1\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"aa\"\n"
        ),
        FormatSample(
            path: "go.mod",
            text: """
                module example.org/m
                go 1.22
                require example.org/a v1.2.3
                require (
                \texample.org/b v0.0.0-20240101000000-aabbccddeeff // indirect
                \texample.org/c v1.0.0
                \texample.org/stub v0.0.0
                )
                replace example.org/c => ../c
                replace example.org/a v1.2.3 => example.org/fork/a v1.2.4
                """),
        FormatSample(path: "go.sum", text: "example.org/a v1.2.3 h1:AA=\nexample.org/a v1.2.3/go.mod h1:BB=\n"),
        FormatSample(
            path: "Package.swift",
            text: """
                // swift-tools-version: 6.0
                let package = Package(name: "x", dependencies: [
                    .package(url: "https://git.example.org/o/Kit.git", from: "1.2.3"),
                    /* .package(url: "https://git.example.org/o/old", branch: "main"), */
                    .package(url: "https://git.example.org/o/tip", branch: "main"),
                    .package(url: "https://git.example.org/o/pin", .exact("2.0.0")),
                    .package(url: "https://git.example.org/o/two", "1.0.0"..<"2.0.0"),
                    .package(path: "../Local"),
                ], targets: [.binaryTarget(name: "Bin", url: "https://example.org/bin.zip", checksum: "aa")])
                """),
        FormatSample(
            path: "Package.resolved",
            text:
                "{\"pins\": [{\"identity\": \"kit\", \"kind\": \"remoteSourceControl\", \"location\": \"https://git.example.org/o/Kit.git\", \"state\": {\"revision\": \"aa\", \"version\": \"1.2.3\"}}], \"version\": 2}"
        ),
    ]

    static func manifest(_ path: String) throws -> Manifest {
        let (sample, place) = try named(path)
        guard let format = Formats.all.manifest(place) else { throw Missing() }
        return try format.read(Array(sample.text.utf8), path: place)
    }

    static func lockfile(_ path: String) throws -> Lockfile {
        let (sample, place) = try named(path)
        guard let format = Formats.all.lockfile(place) else { throw Missing() }
        return try format.read(Array(sample.text.utf8), path: place)
    }

    private static func named(_ path: String) throws -> (FormatSample, Path) {
        guard let sample = all.first(where: { $0.path == path }) else { throw Missing() }
        return (sample, Path(path))
    }

    struct Missing: Error {}
}
