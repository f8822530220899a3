// swift-tools-version: 6.2
// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// What every target of ours is compiled with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

/// A target and the test target that mirrors it.
func sibling(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], tests: [Target.Dependency] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.target(name: name), "Gate", "TestKit"] + tests,
            swiftSettings: strict),
    ]
}

let package = Package(
    name: "aigate",
    products: [.executable(name: "aigate", targets: ["aigate"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        // C libraries at arm's length: a module map and a shim each.
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CVectorscan", pkgConfig: "libhs", providers: [.apt(["libvectorscan-dev"])]),
        .target(
            name: "CCatalogue",
            exclude: [
                "generate.py", "ai-tools.json", "ai-traces.json", "catalogue.bin", "tool-ids.txt", "agent-files.txt",
                "tool-traces.txt",
            ]),
        .target(name: "CSchemas"),
        .target(name: "CRulePacks", exclude: ["Packs", "packs.txt"]),
        .target(name: "CLicences", exclude: ["generate.py", "licences.txt"]),
        // toml++ is a header of templates (libtomlplusplus-dev): compiled here, behind functions of C.
        .target(name: "CTOML"),
        // Keeps libgit2 from making ready to fetch.
        .target(name: "COffline"),
    ]
        // The language of the product, and around it the siblings that never see one another.
        + [
            .target(name: "Gate", dependencies: [crypto], swiftSettings: strict),
            .testTarget(name: "GateTests", dependencies: ["Gate", "TestKit"], swiftSettings: strict),
        ]
        + sibling("Git", ["Gate", "CLibgit2", "COffline"])
        + sibling("Patterns", ["CPCRE2", "CVectorscan"])
        + sibling(
            "Provenance", ["Gate", "Patterns", "CCatalogue", crypto, cryptoExtras], tests: [crypto, cryptoExtras])
        + sibling("Documents", ["CYAML", "CLibxml2", "CTOML"])
        + sibling("Languages", ["Gate"])
        + sibling("Content", ["Gate", "Patterns", "CRulePacks"], tests: ["Patterns", "Policy"])
        + sibling("Licences", ["Gate", "Documents", "Languages", "CLicences"])
        + sibling("Dependencies", ["Gate", "Documents"], tests: ["Documents"])
        + sibling("Scans", ["Gate", "Documents"])
        + sibling("Forge", ["Gate"])
        + sibling("Policy", ["Gate", "Documents", "CCatalogue", "CSchemas"], exclude: ["Controls/controls.yml"])
        + sibling(
            "Checks", ["Gate", "Content", "Documents", "Languages", "Licences", "Dependencies", "CCatalogue"],
            tests: ["Content", "Documents", "Policy", "Provenance"])
        + sibling("Evidence", ["Gate", "CLibxml2", "CSchemas"], exclude: ["Schemas/run.schema.json"])
        + [
            .executableTarget(
                name: "aigate",
                dependencies: [
                    "Gate", "Git", "Patterns", "Provenance", "Content", "Licences", "Dependencies", "Scans", "Forge",
                    "Policy", "Checks", "Evidence",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                swiftSettings: strict,
                // Smaller tables for the dynamic linker, whose work is most of a short command's time; Swift's own linker
                // knows them, Debian's gold does not.
                linkerSettings: [
                    .unsafeFlags(
                        [
                            "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-z", "-Xlinker",
                            "pack-relative-relocs",
                        ], .when(platforms: [.linux]))
                ]),
            .target(name: "TestKit", dependencies: ["Gate"], path: "Tests/TestKit", swiftSettings: strict),
            .testTarget(
                name: "aigateTests",
                dependencies: [
                    "Gate", "Git", "Provenance", "Forge", "Content", "Patterns", "Policy", "TestKit", "aigate",
                ],
                swiftSettings: strict),
        ],
    cxxLanguageStandard: .cxx17
)
