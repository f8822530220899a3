// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// HTML in which only literals of ours are markup; everything else is text.
struct HTMLText {
    private(set) var bytes: [UInt8] = []

    mutating func markup(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Visible, escaped for an element's content and for a quoted attribute.
    mutating func text(_ text: String) {
        for byte in VisibleText.of(text).utf8 {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            case UInt8(ascii: "'"): markup("&#39;")
            default: bytes.append(byte)
            }
        }
    }

    mutating func number(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// `<code>`: its own direction, so that it cannot reorder what stands beside it.
    mutating func code(_ value: String) {
        markup("<code>")
        text(value)
        markup("</code>")
    }

    mutating func cell(_ value: String) {
        markup("<td>")
        text(value)
        markup("</td>")
    }

    mutating func cell(code value: String?) {
        markup("<td>")
        if let value { code(value) }
        markup("</td>")
    }

    /// For text that needs room.
    mutating func wrappedCell(_ value: String) {
        markup("<td class=\"wrap\">")
        text(value)
        markup("</td>")
    }

    /// For values that may be as long as they like.
    mutating func wrappedCell(code value: String?) {
        markup("<td class=\"wrap\">")
        if let value { code(value) }
        markup("</td>")
    }

    mutating func cell(_ value: Int) {
        markup("<td class=\"n\">")
        number(value)
        markup("</td>")
    }

    /// A table in a box of its own that scrolls where the page is narrow; headings are literals.
    mutating func table(_ headings: [StaticString], _ rows: (inout HTMLText) -> Void) {
        markup("<div class=\"scroll\"><table><thead><tr>")
        for heading in headings {
            markup("<th scope=\"col\">")
            markup(heading)
            markup("</th>")
        }
        markup("</tr></thead><tbody>\n")
        rows(&self)
        markup("</tbody></table></div>\n")
    }

    mutating func row(_ cells: (inout HTMLText) -> Void) {
        markup("<tr>")
        cells(&self)
        markup("</tr>\n")
    }

    mutating func section(_ id: StaticString, _ title: StaticString, _ body: (inout HTMLText) -> Void) {
        markup("<section id=\"")
        markup(id)
        markup("\"><h2>")
        markup(title)
        markup("</h2>\n")
        body(&self)
        markup("</section>\n")
    }

    /// Closed until somebody wants it, unless it is short; open on paper.
    mutating func details(_ summary: String, isOpen: Bool = false, _ body: (inout HTMLText) -> Void) {
        markup(isOpen ? "<details open><summary>" : "<details><summary>")
        text(summary)
        markup("</summary>\n")
        body(&self)
        markup("</details>\n")
    }

    /// A list of names and values.
    mutating func facts(_ facts: [(StaticString, String?)]) {
        markup("<dl>")
        for case (let name, let value?) in facts {
            markup("<dt>")
            markup(name)
            markup("</dt><dd>")
            code(value)
            markup("</dd>\n")
        }
        markup("</dl>\n")
    }

    mutating func list(_ items: [String]) {
        markup("<ul>")
        for item in items {
            markup("<li>")
            text(item)
            markup("</li>\n")
        }
        markup("</ul>\n")
    }

    mutating func paragraph(_ value: String) {
        markup("<p>")
        text(value)
        markup("</p>\n")
    }
}
