// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A documented form of a declaration of AI use.
package enum DeclarationForm: String, Sendable, CaseIterable {
    /// The Linux kernel's (Documentation/process/coding-assistants.rst).
    case agentModel = "agent-model"
    case toolModel = "tool-model"
    case modelViaTool = "model-via-tool"
    /// Apache's (apache.org/legal/generative-tooling.html).
    case generatedBy = "generated-by"
    /// What forges show as a second author.
    case coAuthoredBy = "co-authored-by"

    /// The trailer with a word in capitals for each part.
    package var template: String {
        switch self {
        case .agentModel: "Assisted-by: AGENT:MODEL"
        case .toolModel: "Assisted-by: TOOL (MODEL)"
        case .modelViaTool: "Assisted-by: MODEL via TOOL"
        case .generatedBy: "Generated-by: TOOL VERSION"
        case .coAuthoredBy: "Co-authored-by: NAME <ADDRESS>"
        }
    }

    /// The words in capitals: no declaration until somebody replaces them.
    package static let placeholders: Set<String> = ["AGENT", "MODEL", "TOOL", "VERSION", "NAME", "ADDRESS"]

    /// Those that a text still holds, in its order.
    package static func placeholders(in text: String) -> [String] {
        text.split { " :()<>".contains($0) }.map(String.init).filter(placeholders.contains)
    }

    /// Says that no AI was used, whatever the form.
    package static let withoutAI = "AI-assisted: none"

    /// Says nothing without a model; `co-authored-by` may leave it out.
    package var needsModel: Bool { self != .coAuthoredBy }

    /// The trailer for a tool. A part that is not known, or that holds what this form has no place for, stays the word
    /// of the template: so the result can be quoted for a shell whatever a commit claimed.
    package func declaration(tool: String?, model: String?, address: String? = nil) -> String {
        let name = tool.flatMap(plainTool)
        let version = model.flatMap(plainModel)
        switch self {
        case .agentModel: return "Assisted-by: \(name ?? "AGENT"):\(version ?? "MODEL")"
        case .toolModel: return "Assisted-by: \(name ?? "TOOL") (\(version ?? "MODEL"))"
        case .modelViaTool: return "Assisted-by: \(version ?? "MODEL") via \(name ?? "TOOL")"
        case .generatedBy: return "Generated-by: \(name ?? "TOOL") \(version ?? "VERSION")"
        case .coAuthoredBy:
            let author = (name ?? "NAME") + (version.map { " (\($0))" } ?? "")
            return "Co-authored-by: \(author) <\(address ?? "ADDRESS")>"
        }
    }

    /// The tool's name as this form writes it: of `Roo Code / Roomote` the first. Nil for what no name is.
    package func plainTool(_ name: String) -> String? {
        let first = name.split(separator: "/").first.map(String.init) ?? ""
        let words = first.split(separator: " ").joined(separator: self == .agentModel ? "-" : " ")
        return DeclarationForm.isPlain(words, besides: " ") ? words : nil
    }

    /// The model's name as this form writes it: without blanks where a blank would end it. Nil for what no name is.
    package func plainModel(_ name: String) -> String? {
        let words = name.split(separator: " ").joined(separator: self == .agentModel ? "-" : " ")
        return DeclarationForm.isPlain(words, besides: " :/") ? words : nil
    }

    /// ASCII letters, digits and `+-._`, of which a letter or digit comes first; at most 80 bytes.
    private static func isPlain(_ text: String, besides more: String) -> Bool {
        guard let first = text.utf8.first, isLetterOrDigit(first), text.utf8.count <= 80 else { return false }
        return text.utf8.allSatisfy { isLetterOrDigit($0) || "+-._".utf8.contains($0) || more.utf8.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

// Recognising.
extension DeclarationForm {
    /// Whether the trailer has this form, with every part given.
    package func matches(_ trailer: Trailer) -> Bool {
        switch self {
        case .agentModel: trailer.isKey("Assisted-by") && isAgentModel(trailer.value)
        case .toolModel: trailer.isKey("Assisted-by") && isToolModel(trailer.value)
        case .modelViaTool: trailer.isKey("Assisted-by") && isModelViaTool(trailer.value)
        case .generatedBy: trailer.isKey("Generated-by") && isToolVersion(trailer.value)
        case .coAuthoredBy: trailer.isKey("Co-authored-by") && isIdentity(trailer.value)
        }
    }

    /// `AGENT:MODEL [TOOL] ...`
    private func isAgentModel(_ value: String) -> Bool {
        guard let colon = value.firstIndex(of: ":") else { return false }
        let words = value[value.index(after: colon)...].split(separator: " ", omittingEmptySubsequences: false)
        guard isName(value[..<colon], plainTool), let model = words.first, isName(model, plainModel) else {
            return false
        }
        return words.dropFirst().allSatisfy { word in
            let isBracketed = word.hasPrefix("[") && word.hasSuffix("]")
            return isName(isBracketed ? word.dropFirst().dropLast() : word, plainTool)
        }
    }

    private func isToolModel(_ value: String) -> Bool {
        guard let open = value.firstRange(of: " ("), value.hasSuffix(")") else { return false }
        return isName(value[..<open.lowerBound], plainTool) && isName(value[open.upperBound...].dropLast(), plainModel)
    }

    private func isModelViaTool(_ value: String) -> Bool {
        guard let via = value.firstRange(of: " via ") else { return false }
        return isName(value[..<via.lowerBound], plainModel) && isName(value[via.upperBound...], plainTool)
    }

    private func isToolVersion(_ value: String) -> Bool {
        guard let blank = value.lastIndex(of: " ") else { return false }
        let version = value[value.index(after: blank)...]
        return isName(value[..<blank], plainTool) && isName(version, plainModel)
            && version.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    private func isIdentity(_ value: String) -> Bool {
        guard let open = value.firstRange(of: " <"), value.hasSuffix(">") else { return false }
        let address = value[open.upperBound...].dropLast()
        return address.utf8.count { $0 == UInt8(ascii: "@") } == 1 && !address.contains { $0.isWhitespace || $0 == "<" }
    }

    /// Written as this form writes it, and no word of the template.
    private func isName(_ text: some StringProtocol, _ plain: (String) -> String?) -> Bool {
        let name = String(text)
        return plain(name) == name && !DeclarationForm.placeholders.contains(name)
    }
}
