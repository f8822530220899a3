// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Foundation
import Gate
import TestKit
import Testing

/// The last look takes values out of every file, leaves its form as it is, and is counted.
struct SelfScanTests {
    /// Finds each occurrence of a text.
    private static func scan(_ needles: String...) -> SelfScan {
        SelfScan { bytes in
            var places: [Range<Int>] = []
            for needle in needles.map({ Array($0.utf8) }) where bytes.count >= needle.count {
                for start in 0...(bytes.count - needle.count) where bytes[start...].starts(with: needle) {
                    places.append(start..<(start + needle.count))
                }
            }
            return places.sorted { $0.lowerBound < $1.lowerBound }
        }
    }

    @Test(arguments: [
        ("a key-one b", "key-one", "a *** b"), (#"{"a":"key\none"}"#, #"key\none"#, #"{"a":"***\n***"}"#),
        (#"{"a":"\nkey"}"#, "nkey", #"{"a":"\n***"}"#), (#"{"a":"\u0041key"}"#, "41key", #"{"a":"\u0041***"}"#),
        (#"{"a":"\\nkey"}"#, "nkey", #"{"a":"\\***"}"#), (#"["key","word"]"#, #"key","word"#, #"["***","***"]"#),
        ("<p>key&amp;word</p>", "key&amp;word", "<p>***&amp;***</p>"),
        ("<p>a&amp;key</p>", "amp;key", "<p>a&amp;***</p>"),
        ("nothing", "key", "nothing"),
    ]) func formStays(text: String, needle: String, expected: String) throws {
        let (bytes, count) = try SelfScanTests.scan(needle).masked(Array(text.utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        #expect(count == (text == "nothing" ? 0 : 1))
    }

    private func files(_ scan: SelfScan?) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-scan-\(UUID().uuidString)")
        defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
        let artifacts = try EvidenceFiles.write(SampleJudgement.full(), directory: folder.path, scan: scan)
        var texts: [String: String] = [:]
        for artifact in artifacts {
            let bytes = try Data(contentsOf: folder.appending(path: artifact.name))
            #expect(Fingerprint.sha256(Array(bytes)) == artifact.sha256)
            texts[artifact.name] = String(decoding: bytes, as: UTF8.self)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == artifacts.count)
        return texts
    }

    @Test func everyFileIsMaskedAndCounted() throws {
        let word = "evil"
        let before = try files(nil)
        let places = before.values.reduce(0) { $0 + $1.components(separatedBy: word).count - 1 }
        #expect(places > 3 && before["run.json"]?.contains("\"redaction\":{\"selfScan\":null}") == true)
        let after = try files(SelfScanTests.scan(word))
        for (name, text) in after { #expect(!text.contains(word), "\(name)") }
        #expect(after["run.json"]?.contains("\"redaction\":{\"selfScan\":\(places)}") == true)
        #expect(after["report.html"]?.contains("\(places), masked") == true)
        let clean = try files(SelfScanTests.scan("no such word"))
        #expect(clean["run.json"]?.contains("\"redaction\":{\"selfScan\":0}") == true)
        #expect(clean["junit.xml"] == before["junit.xml"])
    }

    @Test func whatCannotBeScannedIsNotWritten() throws {
        struct Failure: Error {}
        #expect(throws: EvidenceError.self) { try files(SelfScan { _ in throw Failure() }) }
    }
}
