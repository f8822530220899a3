// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Languages that import modules alike.
enum SourceFamily: String, Sendable, CaseIterable {
    case python, javascript, go, rust, jvm, dotnet, ruby, php

    private static let extensions: [String: SourceFamily] = [
        "py": .python, "pyi": .python, "ipynb": .python, "js": .javascript, "mjs": .javascript, "cjs": .javascript,
        "jsx": .javascript, "ts": .javascript, "mts": .javascript, "cts": .javascript, "tsx": .javascript,
        "vue": .javascript, "svelte": .javascript, "astro": .javascript, "go": .go, "rs": .rust, "java": .jvm,
        "kt": .jvm, "kts": .jvm, "scala": .jvm, "groovy": .jvm, "cs": .dotnet, "fs": .dotnet, "vb": .dotnet,
        "rb": .ruby, "php": .php,
    ]

    /// By the end of the file's name.
    init?(_ path: Path) {
        guard let text = path.extension, let family = SourceFamily.extensions[text] else { return nil }
        self = family
    }

    /// What a line that imports begins with; the module follows it, for languages that quote it somewhere on the line.
    private var openings: [String] {
        switch self {
        case .python: ["import ", "from "]
        case .javascript: ["import", "export", "}", "require", "const", "let", "var", "await", "return", "from", ")"]
        case .go: ["import", "\"", "_", "."]
        case .rust: ["use ", "pub use ", "extern crate "]
        case .jvm: ["import ", "import static "]
        case .dotnet: ["using ", "global using ", "using static ", "open ", "Imports "]
        case .ruby: ["require", "gem "]
        case .php: ["use "]
        }
    }

    private var isQuoting: Bool { self == .javascript || self == .go || self == .ruby }

    /// Whether the line imports the module that stands at `range` in it.
    func isImport(_ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? line[range.lowerBound - 1] : nil
        let after = range.upperBound < line.count ? line[range.upperBound] : nil
        if isQuoting {
            guard let quote = before, "\"'`".utf8.contains(quote), after == quote || after == UInt8(ascii: "/") else {
                return false
            }
            // Go's groups have a line each, with or without a name before it.
            return self == .go || imports(line[..<range.lowerBound])
        }
        guard after.map({ !$0.isWordByte }) ?? true else { return false }
        let start = line[..<range.lowerBound].drop { $0 == 0x20 || $0 == 0x09 || self == .python && $0 == 0x22 }
        if self == .python, start.starts(with: "import ".utf8) {
            return before == UInt8(ascii: " ") || before == UInt8(ascii: ",")
        }
        return openings.contains { start.elementsEqual($0.utf8) }
    }

    /// `import x from`, `} from`, `require(`, `await import(`: before a quoted module.
    private func imports(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let text = String(decoding: start.suffix(200), as: UTF8.self)
        return self == .ruby
            ? text.contains("require") || text.contains("gem ")
            : text.contains("import") || text.contains("from") || text.contains("require")
    }
}

extension UInt8 {
    /// Of a name in most languages.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }
}

extension Path {
    /// In lower case, without the dot; nil for a name without one, or of more than ten bytes.
    fileprivate var `extension`: String? {
        let name = name
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.endIndex - dot <= 11 else { return nil }
        return String(decoding: name[(dot + 1)...].map(\.folded), as: UTF8.self)
    }

    /// Whether variables of a program's environment are set or asked for there: environment files, scripts, containers
    /// and pipelines. Other settings name them for many a reason (catalogues, rules of scanners).
    fileprivate var isSettings: Bool {
        let name = String(decoding: name.prefix(60).map(\.folded), as: UTF8.self)
        if Path.names.contains(name) || Path.beginnings.contains(where: name.hasPrefix) { return true }
        guard let ending = self.extension else { return false }
        if Path.endings.contains(ending) { return true }
        guard ["yml", "yaml", "json", "toml"].contains(ending) else { return false }
        return bytes.split(separator: UInt8(ascii: "/")).dropLast().contains { folder in
            Path.folders.contains(String(decoding: folder.prefix(30).map(\.folded), as: UTF8.self))
        }
    }

    private static let names: Set<String> = [
        "makefile", "justfile", "jenkinsfile", "procfile", ".npmrc", ".travis.yml", ".gitlab-ci.yml", ".drone.yml",
        "azure-pipelines.yml", "bitbucket-pipelines.yml", "cloudbuild.yaml", "appveyor.yml", "codemagic.yaml",
        "render.yaml", "fly.toml", "app.json", "app.yaml", "vercel.json", "netlify.toml", "railway.json",
        "devcontainer.json", ".devcontainer.json", "serverless.yml", "template.yaml", "values.yaml", "turbo.json",
        "pytest.ini", "tox.ini", "action.yml", "action.yaml",
    ]
    private static let beginnings = [".env", "dockerfile", "containerfile", "docker-compose", "compose."]
    private static let endings: Set<String> = [
        "env", "tf", "tfvars", "sh", "bash", "zsh", "fish", "ps1", "mk", "service", "dockerfile",
    ]
    private static let folders: Set<String> = [
        ".github", ".gitlab", ".circleci", ".buildkite", ".woodpecker", ".tekton", ".azure-pipelines", ".gitea",
        ".forgejo", ".devcontainer", "k8s", "kubernetes", "helm", "charts", "deploy", "deployment", "deployments",
    ]
}

extension ToolTraces {
    /// A file over this is not read, in bytes.
    package static let sizeLimit = 1 << 20
    /// Of one file that many traces are found in, at most; nobody counts further.
    private static let hitLimit = 10_000

    /// Whether a file of that name may hold an import or the name of a variable.
    package func wants(_ path: Path) -> Bool { SourceFamily(path) != nil || path.isSettings }

    /// The modules that a source file imports and the variables that a settings file names, each at its first line.
    /// The bytes may be anything.
    package func traces(in bytes: [UInt8], at path: Path) -> [(found: Found, line: Int)] {
        let family = SourceFamily(path)
        let isSettings = path.isSettings
        var seen: Set<Int> = []
        var hits: [(word: Int, offset: Int)] = []
        bytes.withUnsafeBufferPointer { text in
            var looked = 0
            index.forEachOccurrence(in: text) { number, offset in
                guard looked < ToolTraces.hitLimit, !seen.contains(number) else { return }
                let word = words[number]
                guard word.family == nil ? isSettings : word.family == family else { return }
                looked += 1
                if ToolTraces.stands(word, at: offset, in: text) {
                    seen.insert(number)
                    hits.append((number, offset))
                }
            }
        }
        var line = 1
        var counted = 0
        return hits.sorted { $0.offset < $1.offset }.map { hit in
            line += bytes[counted..<hit.offset].count { $0 == UInt8(ascii: "\n") }
            counted = hit.offset
            return (words[hit.word].found, line)
        }
    }

    private static func stands(_ word: Word, at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = offset + word.bytes.count
        // The index takes no notice of case; names do.
        guard text[offset..<end].elementsEqual(word.bytes) else { return false }
        guard let family = word.family else {
            return !(offset > 0 && text[offset - 1].isWordByte) && !(end < text.count && text[end].isWordByte)
        }
        // Of a long line, what stands near.
        let low = max(0, offset - 500)
        let start = text[low..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? low
        let stop = min(text.count, end + 2)
        let line = UnsafeBufferPointer(rebasing: text[start..<stop])
        return family.isImport(line, (offset - start)..<(end - start))
    }
}
