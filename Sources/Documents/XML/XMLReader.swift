// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CLibxml2

/// An element of an XML file.
package struct Element: Sendable {
    /// Without its prefix.
    package let name: String
    /// In the order of the file, names without their prefixes.
    package internal(set) var attributes: [(name: String, value: String)] = []
    package internal(set) var children: [Element] = []
    /// Its own characters, without those of its children.
    package internal(set) var text = ""
    /// From 1.
    package let line: Int

    init(name: String, line: Int) {
        self.name = name
        self.line = line
    }

    /// The value of an attribute; nil where there is none.
    package subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// The first child of that name.
    package func child(_ name: String) -> Element? { children.first { $0.name == name } }

    package func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    /// Without blanks around it.
    package var trimmedText: String {
        func isBlank(_ character: Character) -> Bool { character.isWhitespace }
        let start = text.drop(while: isBlank)
        return String(
            start.prefix(
                (start.lastIndex { !isBlank($0) }).map { start.distance(from: start.startIndex, to: $0) + 1 } ?? 0))
    }
}

/// Reads XML 1.0 (https://www.w3.org/TR/xml/) with libxml2: opens nothing else, and refuses a document type, by which
/// alone a text could name other files or grow.
package enum XMLReader {
    /// The root. Throws for what is no XML, too large or too deep, or declares a document type.
    package static func read(_ bytes: [UInt8]) throws(DocumentError) -> Element {
        try DocumentLimit.checkSize(bytes)
        guard !bytes.isEmpty else { throw DocumentError("not XML: it is empty") }
        return try XMLWalk(bytes).root()
    }
}

/// Owns libxml2's reader and the bytes that it reads.
private struct XMLWalk: ~Copyable {
    private let input: UnsafeMutableBufferPointer<CChar>
    private let reader: xmlTextReaderPtr

    init(_ bytes: [UInt8]) throws(DocumentError) {
        input = .allocate(capacity: bytes.count)
        _ = input.initialize(from: bytes.lazy.map { CChar(bitPattern: $0) })
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard let reader = xmlReaderForMemory(input.baseAddress, Int32(bytes.count), nil, nil, Int32(options)) else {
            input.deallocate()
            throw DocumentError("there is no memory left to read it")
        }
        self.reader = reader
        // Without a handler libxml2 prints what it minds.
        xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
    }

    deinit {
        xmlFreeTextReader(reader)
        input.deallocate()
    }

    func root() throws(DocumentError) -> Element {
        var open: [Element] = []
        var nodes = 0
        while true {
            let state = xmlTextReaderRead(reader)
            guard state == 1 else { throw failure("it ends too early") }
            switch xmlTextReaderNodeType(reader) {
            case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
                throw DocumentError(line: typeLine, "declares a document type, which is not read here")
            case Int32(XML_READER_TYPE_ELEMENT.rawValue):
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                let element = element()
                nodes += 1 + element.attributes.count
                guard nodes <= DocumentLimit.nodes else { throw DocumentError(line: line, DocumentLimit.tooMany) }
                guard open.count < DocumentLimit.depth else { throw DocumentError(line: line, DocumentLimit.tooDeep) }
                open.append(element)
                if isEmpty, let root = try close(&open) { return root }
            case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
                if let root = try close(&open) { return root }
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
                if let last = open.indices.last { open[last].text += XMLWalk.string(xmlTextReaderConstValue(reader)) }
            default: break
            }
        }
    }

    /// Ends the innermost element; gives the root when it was that, and then reads on to the end.
    private func close(_ open: inout [Element]) throws(DocumentError) -> Element? {
        guard let done = open.popLast() else { return nil }
        guard let parent = open.indices.last else {
            var state = xmlTextReaderRead(reader)
            while state == 1 { state = xmlTextReaderRead(reader) }
            guard state == 0 else { throw failure("something stands after its end") }
            return done
        }
        open[parent].children.append(done)
        return nil
    }

    private func element() -> Element {
        var element = Element(name: XMLWalk.string(xmlTextReaderConstLocalName(reader)), line: line)
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            // The declaration of a namespace is no attribute of the file's own.
            guard xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
            let name = XMLWalk.string(xmlTextReaderConstLocalName(reader))
            element.attributes.append((name, XMLWalk.string(xmlTextReaderConstValue(reader))))
        }
        _ = xmlTextReaderMoveToElement(reader)
        return element
    }

    /// The reader has read on by then, and no node knows the line of a document type.
    private var typeLine: Int? {
        let mark = "<!DOCTYPE".utf8.map { CChar(bitPattern: $0) }
        var line = 1
        for index in input.indices {
            if input[index] == 0x0A { line += 1 }
            if input[index] == mark[0], input[index...].starts(with: mark) { return line }
        }
        return nil
    }

    private var line: Int {
        let line = xmlTextReaderCurrentNode(reader).map { xmlGetLineNo($0) } ?? 0
        return line > 0 ? line : Int(xmlTextReaderGetParserLineNumber(reader))
    }

    private func failure(_ otherwise: String) -> DocumentError {
        let line = Int(xmlTextReaderGetParserLineNumber(reader))
        return DocumentError(line: line > 0 ? line : nil, "not XML, or " + otherwise)
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? ""
    }
}
