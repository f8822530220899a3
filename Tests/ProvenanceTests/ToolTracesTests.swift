// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import TestKit
import Testing

/// What in a repository's files shows that a tool is used.
struct ToolTracesTests {
    private let traces = ToolTraces.embedded

    private func found(_ text: String, in path: String) -> [String] {
        traces.traces(in: Array(text.utf8), at: Path(path)).map { "\($0.found.tool):\($0.line)" }
    }

    @Test(arguments: [
        ("a.py", "import openai", "openai-api"), ("a.py", "import os, openai as o", "openai-api"),
        ("a.py", "  from anthropic.types import X", "anthropic-api"), ("a.ipynb", " \"import ollama\\n\",", "ollama"),
        ("a.ts", "import OpenAI from \"openai\"", "openai-api"), ("a.ts", "} from 'groq-sdk/index'", "groq-api"),
        ("a.js", "const x = require('openai')", "openai-api"), ("a.mjs", "await import(`openai`)", "openai-api"),
        ("a.go", "\t\"github.com/openai/openai-go/v2\"", "openai-api"),
        ("a.go", "import o \"github.com/openai/openai-go\"", "openai-api"),
        ("a.rs", "use async_openai::Client;", "openai-api"),
        ("A.java", "import com.anthropic.client.X;", "anthropic-api"),
        ("A.kt", "import org.springframework.ai.chat.X", "spring-ai"),
        ("A.cs", "using Azure.AI.OpenAI;", "azure-openai"),
        ("a.rb", "require \"openai\"", "openai-api"), ("a.php", "use OpenAI\\Client;", "openai-api"),
        (".env", "OPENAI_API_KEY=x", "openai-api"), (".env.example", "export XAI_API_KEY=", "xai-api"),
        (".github/workflows/a.yml", "  key: ${{ secrets.MISTRAL_API_KEY }}", "mistral-api"),
        ("Dockerfile", "ENV GROQ_API_KEY=", "groq-api"),
        ("deploy/values.prod.yaml", "- name: COHERE_API_KEY", "cohere-api"),
    ]) func finds(path: String, line: String, tool: String) {
        #expect(found("\n" + line + "\n", in: path) == ["\(tool):2"])
        #expect(found(line, in: path) == ["\(tool):1"])
    }

    @Test(arguments: [
        ("a.py", "# openai is not imported"), ("a.py", "import openai_tools"), ("a.py", "from x import openai"),
        ("a.py", "import myopenai"), ("a.ts", "const name = \"openai\""), ("a.ts", "import x from \"openai-edge\""),
        ("a.ts", "import x from \"my/openai\""), ("a.md", "import openai"), ("a.rs", "use my::async_openai;"),
        ("a.cs", "using OpenAIKit;"), (".env", "MY_OPENAI_API_KEY=x"), (".env", "openai_api_key=x"),
        (".env", "OPENAI_API_KEYS=x"), ("rules/list.yml", "OPENAI_API_KEY: x"), ("a.json", "{\"OPENAI_API_KEY\": 1}"),
        ("a.py", "OPENAI_API_KEY = 1"),
    ]) func passesOver(path: String, line: String) {
        #expect(found(line, in: path) == [])
    }

    @Test func packagesAreTheEcosystems() {
        #expect(traces.package("openai", ecosystem: "pypi")?.tool == "openai-api")
        #expect(traces.package("openai", ecosystem: "cargo") == nil)
        #expect(traces.package("github.com/openai/openai-go/v2", ecosystem: "golang")?.tool == "openai-api")
        #expect(traces.package("anthropics/claude-code-action", ecosystem: "github")?.tool == "claude-code")
        #expect(traces.package("Azure.AI.OpenAI", ecosystem: "nuget")?.tool == "azure-openai")
    }

    @Test func filesAreOfTheToolThatAloneReadsThem() {
        func tools(_ path: String) -> [String] { traces.files(at: Path(path)).map(\.tool) }
        #expect(tools("CLAUDE.md") == ["claude-code"] && tools("a/b/.claude/rules/x.md") == ["claude-code"])
        #expect(tools("AGENTS.md") == ["generic"] && tools(".mcp.json") == ["generic"])
        #expect(tools("src/claude.md") == [] && tools("README.md") == [])
        #expect(traces.files(at: Path([0x61, 0xFF, 0x2F] + Array("CLAUDE.md".utf8))).map(\.tool) == ["claude-code"])
    }

    /// Every tool that a trace names has a name of its own.
    @Test func whatIsFoundHasAName() {
        for id in ["openai-api", "langchain", "ollama", "claude-code", "generic", "unknown", "listed-agent"] {
            #expect(traces.tool(id).name != id, "\(id)")
        }
    }

    @Test func survivesAnyBytes() {
        var random = SeededRandom(seed: 66)
        let seed = Array("import openai\nOPENAI_API_KEY=x\n} from \"openai\"\nuse async_openai::X;\n".utf8)
        let paths = ["a.py", "a.ts", "a.go", "a.rs", "a.java", ".env", "a.rb", "a.ipynb"].map { Path($0) }
        var cases = 0
        for _ in 0..<10_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            for path in paths {
                #expect(traces.traces(in: bytes, at: path).allSatisfy { (1...bytes.count).contains($0.line) })
            }
            cases += 1
        }
        #expect(cases == 10_000)
    }
}
