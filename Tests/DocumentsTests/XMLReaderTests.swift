// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

struct XMLReaderTests {
    @Test func keepsOrderAndLines() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a comment -->
            <m:project xmlns:m="http://example.org/m" a="1" m:b="&lt;2">
              <dependency>
                <artifactId> x&amp;y<!-- z --><![CDATA[ <c> ]]> </artifactId>
                <empty/>
              </dependency>
              tail
            </m:project>
            """
        let root = try XMLReader.read(text.bytes)
        #expect(root.name == "project")
        #expect(root["a"] == "1")
        #expect(root["b"] == "<2")
        #expect(root["m"] == nil)
        let dependency = try #require(root.child("dependency"))
        #expect(dependency.line == 4)
        #expect(dependency.children.map(\.name) == ["artifactId", "empty"])
        #expect(dependency.children.map(\.line) == [5, 6])
        #expect(dependency.child("artifactId")?.trimmedText == "x&y <c>")
        #expect(root.trimmedText == "tail")
        #expect(root.children("dependency").count == 1)
    }

    @Test func readsOtherEncodings() throws {
        #expect(
            try XMLReader.read("<?xml version='1.0' encoding='ISO-8859-1'?><a>".bytes + [0xE9] + "</a>".bytes).text
                == "é")
    }

    @Test(arguments: ["", "x", "<a>", "<a></b>", "<a/><b/>", "<a b=c/>", "<a>&x;</a>", "<a b='1' b='2'/>"])
    func refusesWhatIsNoXML(text: String) {
        #expect(throws: DocumentError.self) { try XMLReader.read(text.bytes) }
    }

    @Test func refusesDocumentTypes() {
        let text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>"
        #expect(throws: DocumentError.self) { try XMLReader.read(text.bytes) }
        var bomb = "<!DOCTYPE a [<!ENTITY x0 \"xxxxxxxxxx\">"
        for level in 1...20 {
            bomb += "<!ENTITY x\(level) \"" + String(repeating: "&x\(level - 1);", count: 10) + "\">"
        }
        #expect(throws: DocumentError.self) { try XMLReader.read((bomb + "]><a b=\"&x20;\">&x20;</a>").bytes) }
    }

    @Test func refusesWhatIsTooMuch() {
        #expect(throws: DocumentError.self) { try XMLReader.read(String(repeating: "<a>", count: 100_000).bytes) }
        let flat = "<a>" + String(repeating: "<b/>", count: DocumentLimit.nodes) + "</a>"
        #expect(throws: DocumentError.self) { try XMLReader.read(flat.bytes) }
    }

    @Test func survivesMutations() throws {
        let taken = try Mutation.survivors(
            of: [
                "<?xml version='1.0'?><a b=\"c\"><d>e &amp; f</d><!-- g --><h/><![CDATA[i]]></a>",
                "<p:q xmlns:p=\"r\"><s>\n</s></p:q>",
            ],
            words: [
                "<", ">", "</", "/>", "&", ";", "&x;", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
                "<!DOCTYPE a [", "\0", "é", "xmlns:",
            ],
            seed: 8
        ) { bytes in
            do { _ = try XMLReader.read(bytes) } catch is DocumentError { throw Mutation.ExpectedFailure() }
        }
        #expect((100..<9_900).contains(taken))
    }
}
