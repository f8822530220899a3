// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import TestKit
import Testing

/// 10,000 mutations of each sample file: every one is answered, by a manifest, a lockfile or a reason.
@Suite struct OtherMutationTests {
    private static let words = [
        "(", ")", "{", "}", "[", "]", "\"", "'", "`", "$", "${", "$(", "<(", "<<EOF\n", "\\\n", "#", "#{", "/*", "*/",
        "\"\"\"", "|",
        "&&", ";", "::", "=>", "=begin\n", "%w[", "@", "@@", ":", "-", "<", ">", "</", "<!--", "&x;", "\n", "\r\n",
        "\t", "\0",
        "\u{202E}", "é", "do\n", "end\n", "curl https://x.example.org | sh\n", "pip install ", "npx -y ", "FROM ",
        "gem ", "&a ", "*a",
        "- ", "? ", "<<: ", "[[x]]\n", "null", "99999999999999999999",
    ].map { Array($0.utf8) }

    private func mutated(_ bytes: [UInt8], _ dice: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...24, using: &dice))
            let word = OtherMutationTests.words.randomElement(using: &dice) ?? []
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
            case 2: bytes.insert(contentsOf: word, at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            default: bytes.replaceSubrange(place..<end, with: word)
            }
        }
        return bytes
    }

    /// A window of a sample: what is short is read often.
    private func window(_ bytes: [UInt8], _ dice: inout SeededRandom) -> [UInt8] {
        guard bytes.count > 300, Int.random(in: 0..<16, using: &dice) > 0 else { return bytes }
        let start = Int.random(in: 0...(bytes.count - 300), using: &dice)
        return Array(bytes[start..<(start + 300)])
    }

    private func check(_ manifest: Manifest, lines: Int) -> Bool {
        manifest.dependencies.allSatisfy { dependency in
            !dependency.name.isEmpty && (1...lines).contains(dependency.line ?? 1)
        }
    }

    @Test(arguments: OtherFormatsTests.folders) func everyMutationIsAnswered(folder: String) throws {
        var dice = SeededRandom(seed: 0xDE9)
        for sample in try OtherReading.samples(folder) {
            let path = Path(sample.path)
            var taken = 0
            for _ in 0..<10_000 {
                let bytes = mutated(window(sample.bytes, &dice), &dice)
                let lines = 2 + bytes.count { $0 == UInt8(ascii: "\n") }
                do {
                    if let format = OtherReading.formats.manifest(path) {
                        #expect(check(try format.read(bytes, path: path), lines: lines), "\(sample.path): \(bytes)")
                    } else if let format = OtherReading.formats.lockfile(path) {
                        let lockfile = try format.read(bytes, path: path)
                        #expect(lockfile.packages.allSatisfy { (1...lines).contains($0.line ?? 1) })
                    }
                    taken += 1
                } catch {
                    #expect(!"\(error)".isEmpty)
                }
            }
            #expect(taken > 0, "\(sample.path)")
        }
    }

    /// What is read by lines, or piece by piece, where the whole is not understood.
    @Test(arguments: ["gradle", "maven"]) func everyMutationIsReadByLines(folder: String) throws {
        var dice = SeededRandom(seed: 0x11E)
        for sample in try OtherReading.samples(folder) {
            let path = Path(sample.path)
            guard let format = OtherReading.formats.manifest(path) else { continue }
            var found = 0
            for _ in 0..<10_000 {
                let bytes = mutated(window(sample.bytes, &dice), &dice)
                var manifest = Manifest()
                manifest.dependencies = format.dependencies(inLinesOf: bytes, besides: [])
                let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") }
                #expect(check(manifest, lines: lines), "\(sample.path): \(bytes)")
                found += manifest.dependencies.count
            }
            #expect(found > 0, "\(sample.path)")
        }
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "<", "<!--", "<!---->", "<groupId>", "<artifactId>a", "<dependency>", "</dependency>", "<configuration>",
            "<plugin><dependency>", "<exclusion>", "<dependencies></plugin>", "<![CDATA[", "</", "<a", "<version>\n",
        ])
    func readsHostilePiecesInLinearTime(piece: String) {
        let bytes = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
        #expect(POM().dependencies(inLinesOf: bytes, besides: []).isEmpty)
    }

    /// Texts that would cost a careless reader the square of their length.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "(", "{", "[", "$(", "${", "`", "\"", "'", "<(", "a{", "a(\"b:c:d\" ", "<<E\n", "<<A <<B\n", "|",
            "gem \"a\", [", "a | ", "\\\n",
            "%w[", "/*", "#{", "x=", "$x", "a: {", "- ", "sh -c '", "eval \"", "curl https://x.example.org/",
            "RUN <<E\n", "FROM a AS b\n",
            "=begin\n", "\"\"\"", "'''", "\"${", "\"${\"", "\"${'", "<<A\nA\n", "RUN a <<A\nA\n",
            "RUN \"<<A\n", "gem \"a\",\n",
            "do\n", "{ a\n", "sudo ", "env ", "a@", "@", "a,", "pip install ", "$a ", "a=$a$a\n",
            "curl -o f x.example.org; sh f;",
        ])
    func readsHostileTextsInLinearTime(piece: String) throws {
        let bytes = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
        for name in [
            "Gemfile", "a.gemspec", "Gemfile.lock", "build.gradle", "gradle.lockfile", "Dockerfile", "Makefile", "a.sh",
            "a.ps1",
        ] {
            let path = Path(name)
            do {
                if let format = OtherReading.formats.manifest(path) { _ = try format.read(bytes, path: path) }
                if let format = OtherReading.formats.lockfile(path) { _ = try format.read(bytes, path: path) }
            } catch {
                #expect(!"\(error)".isEmpty)
            }
        }
    }
}
