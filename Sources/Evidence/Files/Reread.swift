// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibxml2
import Gate

/// Reads a report as a stranger would, before it may bear its name.
enum Reread {
    static func check(_ bytes: [UInt8], _ kind: ReportKind, _ judgement: Judgement) throws(EvidenceError) {
        switch kind {
        case .run: try RunReader.check(bytes, judgement)
        case .junit: try xml(bytes, kind.fileName)
        case .summary, .html:
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw .unreadable(name: kind.fileName, why: "it is not UTF-8")
            }
        }
    }

    /// Parses to the end: no network, no DTD, no entities, no document that libxml2 calls huge.
    static func xml(_ bytes: [UInt8], _ name: String) throws(EvidenceError) {
        let problem = bytes.withUnsafeBytes { buffer -> String? in
            let options = CInt(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
            let text = buffer.bindMemory(to: CChar.self)
            guard let reader = xmlReaderForMemory(text.baseAddress, CInt(clamping: text.count), nil, "UTF-8", options)
            else { return "libxml2 cannot open it" }
            defer { xmlFreeTextReader(reader) }
            var result = xmlTextReaderRead(reader)
            while result == 1 {
                if xmlTextReaderNodeType(reader) == CInt(XML_READER_TYPE_DOCUMENT_TYPE.rawValue) {
                    return "it declares a document type"
                }
                result = xmlTextReaderRead(reader)
            }
            return result == 0 ? nil : "libxml2 stops at line \(xmlTextReaderGetParserLineNumber(reader))"
        }
        if let problem { throw .unreadable(name: name, why: problem) }
    }
}
