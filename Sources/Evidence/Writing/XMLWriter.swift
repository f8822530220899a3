// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibxml2
import Gate

/// libxml2's text writer into memory. It passes on characters that XML does not allow, so everything is made legal
/// here.
struct XMLWriter: ~Copyable {
    /// The longest text node; GitLab fails near ten million bytes.
    static let textLimit = 64 << 10

    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    private let name: String
    /// libxml2's calls fail only when memory runs out; what was written then is worth nothing.
    private var hasFailed = false

    init(_ name: String) throws(EvidenceError) {
        guard let buffer = xmlBufferCreate() else { throw .outOfMemory(name) }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw .outOfMemory(name)
        }
        xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
        self.buffer = buffer
        self.writer = writer
        self.name = name
        check(xmlTextWriterSetIndent(writer, 1))
        check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    mutating func element(_ name: String, _ body: (inout XMLWriter) -> Void) {
        check(xmlTextWriterStartElement(writer, name))
        body(&self)
        check(xmlTextWriterEndElement(writer))
    }

    mutating func element(_ name: String) {
        element(name) { _ in }
    }

    mutating func attribute(_ name: String, _ value: String) {
        check(xmlTextWriterWriteAttribute(writer, name, XMLWriter.legal(value)))
    }

    mutating func attribute(_ name: String, _ value: Int) {
        attribute(name, String(value))
    }

    /// Never CDATA: libxml2 does not split a `]]>` in it.
    mutating func text(_ text: String) {
        check(xmlTextWriterWriteString(writer, XMLWriter.legal(XMLWriter.cut(text))))
    }

    consuming func finish() throws(EvidenceError) -> [UInt8] {
        check(xmlTextWriterEndDocument(writer))
        check(xmlTextWriterFlush(writer))
        guard !hasFailed, let content = xmlBufferContent(buffer) else { throw .outOfMemory(name) }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    private mutating func check(_ result: CInt) {
        if result < 0 { hasFailed = true }
    }

    /// What XML 1.0 does not allow, and what hides, as a visible escape; line ends stay.
    static func legal(_ text: String) -> String {
        if VisibleText.isPlain(text, alsoLineEnds: true) { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.of(String($0)) }
            .joined(separator: "\n")
    }

    static func cut(_ text: String) -> String {
        guard text.utf8.count > textLimit else { return text }
        let note = "\n... cut at 64 KiB; run.json has the rest"
        return String(decoding: text.utf8.prefix(textLimit - note.utf8.count - 3), as: UTF8.self) + note
    }
}
