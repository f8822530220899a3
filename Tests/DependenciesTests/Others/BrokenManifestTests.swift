// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import Testing

/// Files that their own tools refuse still say what they ask for.
struct BrokenManifestTests {
    /// Readers that follow calls and instructions never fail: what has no end begins nothing.
    @Test(arguments: [
        ("Gemfile", "=begin\ngem \"evil\"\n", true), ("Gemfile", "x = %w[a\ngem \"evil\"\n", true),
        ("Gemfile", "gem \"a\", [\ngem \"evil\"\n", false), ("Gemfile", "gem \"a\",\ngem \"evil\"\n", false),
        ("Gemfile", "gem \"a\ngem \"evil\"\n", false), ("Gemfile", "x = 1 >\ngem(\"evil\")\n", false),
        ("Gemfile", "group :a do\ngem \"evil\"\n", false), ("Gemfile", "end\ngem \"evil\"\n", false),
        ("Gemfile", "<<<<<<< HEAD\ngem \"evil\"\n=======\n", false), ("Gemfile", "\u{0}\ngem \"evil\"\n", false),
        ("Dockerfile", "FROM a:1\nRUN <<EOF\nRUN pip install evil\n", true),
        ("Dockerfile", "FROM a:1\nCOPY <<A <<B /a/\nA\nRUN pip install evil\n", true),
        ("Dockerfile", "FROM a:1\nRUN cat <<<EOF\nRUN pip install evil\nRUN a \\\nEOF\n", false),
        ("Dockerfile", "FROM a:1\nRUN echo \"a <<EOF b\"\nRUN pip install evil\nRUN a \\\nEOF\n", false),
        ("Dockerfile", "FROM a:1\nRUN <<EOF # it's\npip install evil\nEOF\n", false),
        ("Dockerfile", "FRM a\n<<<<<<< HEAD\nRUN pip install evil\n", false),
        ("Dockerfile", "FROM a:1\nRUN echo \"a\nRUN pip install evil\n", false),
    ])
    func stillNamesItsPackages(_ path: String, _ text: String, hasGap: Bool) throws {
        let format = try #require(Formats.all.manifest(Path(path)))
        let manifest = try format.read(Array(text.utf8), path: Path(path))
        #expect(manifest.dependencies.map(\.name).contains("evil"), "\(manifest.dependencies)")
        #expect((manifest.gap != nil) == hasGap, "\(String(describing: manifest.gap))")
    }

    @Test(arguments: [
        ("}", 3), ("/* never", 3), ("def x = \"\"\"", 3), ("def x = '''", 3), ("foo {", 3), ("val x = \"${", nil),
    ])
    func aBuildScriptSaysWhatItDoesNotUnderstand(_ line: String, _ gap: Int?) throws {
        let text = "dependencies {\n  api 'org.example:a:1'\n\(line)\n  implementation 'org.example:evil:1'\n}\n"
        let manifest = try GradleBuild().read(Array(text.utf8), path: Path("build.gradle"))
        #expect(manifest.gap != nil || gap == nil)
        let lines = GradleBuild().dependencies(inLinesOf: Array(text.utf8), besides: [])
        #expect(lines.map(\.name) == ["org.example:a", "org.example:evil"])
        #expect(lines.map(\.line) == [2, 4])
        #expect(GradleBuild().dependencies(inLinesOf: Array(text.utf8), besides: Array(text.utf8)).isEmpty)
    }

    private func pieces(_ text: String) -> [String] {
        POM().dependencies(inLinesOf: Array(text.utf8), besides: []).map {
            "\($0.line ?? 0) \($0.name) \($0.requirement) \($0.bound) \($0.scope)"
        }
    }

    private static func entry(
        _ group: String, _ artifact: String, _ version: String, tag: String = "dependency"
    ) -> String {
        "<\(tag)><groupId>\(group)</groupId><artifactId>\(artifact)</artifactId><version>\(version)</version></\(tag)>"
    }

    @Test func anEntryOfAPOMIsReadWithoutTheRest() {
        let text = """
            <!DOCTYPE project [<!ENTITY v "1.0">]>
            <project><groupId>own</groupId><artifactId>own</artifactId><version>1</version>
            \(BrokenManifestTests.entry("p", "base", "1", tag: "parent"))
            <dependency combine.self="override">
              <groupId>
                org.example
              </groupId>
              <!-- <artifactId>no</artifactId> -->
              <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>
              <artifactId>sample</artifactId>
              <version>&v;</version>
            <m:dependency><m:groupId>a</m:groupId><m:artifactId><![CDATA[b]]></m:artifactId><m:version>${c}</m:version>
            <plugin><artifactId>maven-x-plugin</artifactId>
              <configuration><groupId>not</groupId><artifactId>this</artifactId></configuration>
              <version>LATEST</version>
              <dependencies>\(BrokenManifestTests.entry("q", "r", "[1,2)"))
            """
        #expect(
            pieces(text) == [
                "3 p:base 1 exact parent", "10 org.example:sample &v; range dependency", "12 a:b ${c} range dependency",
                "16 q:r [1,2) range dependency", "13 org.apache.maven.plugins:maven-x-plugin LATEST moving plugin",
            ])
    }

    @Test func anEntryCountsWithABrokenTag() {
        let text =
            "<dependencies><dependncy><groupId>a</groupId><artifactId>b</artifactId><groupId>c</groupId><artifactId>d"
        #expect(pieces(text) == ["1 a:b  range dependency", "1 c:d  range dependency"])
    }

    /// What a placeholder names is not known, and what is not closed comments nothing out.
    @Test(arguments: [
        ("${a}", "b", 0), ("&a;", "b", 0), ("a", "${b}", 0), ("a b", "c", 0), ("", "b", 0), ("<!-- a", "b", 0),
        (String(repeating: "a", count: 300), "b", 0), ("a", "b", 1), ("a", "b</artifactId><!-- x", 1),
    ])
    func aNameIsOne(_ group: String, _ artifact: String, _ count: Int) {
        #expect(pieces(BrokenManifestTests.entry(group, artifact, "1")).count == count)
    }
}
