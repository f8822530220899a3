// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The inventory as a CycloneDX 1.6 bill of materials: tools as components that are no part of the product (scope
/// `excluded`), models as machine-learning models, what is reached over the network as services.
///
/// Source: CycloneDX 1.6, bom-1.6.schema.json.
package struct CycloneDXInventory {
    private let inventory: Inventory
    private let version: String

    /// `version`: of this program.
    package static func render(_ inventory: Inventory, version: String) -> [UInt8] {
        let report = CycloneDXInventory(inventory: inventory, version: version)
        return report.json(serial: report.json(serial: nil).uuid)
    }

    private func json(serial: String?) -> [UInt8] {
        let components = inventory.tools.filter { $0.kind != .service }
        let services = inventory.tools.filter { $0.kind == .service }
        var json = JSONWriter(expected: inventory.tools.count * 1000)
        json.object {
            $0.field("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
            $0.field("bomFormat", "CycloneDX")
            $0.lines("components", components, component)
            // No trace says that there is no tool without one.
            $0.array("compositions", [inventory.gaps.isEmpty ? "unknown" : "incomplete"]) { json, aggregate in
                json.object { $0.field("aggregate", aggregate) }
            }
            $0.object("metadata", metadata)
            properties(&$0, properties)
            if let serial { $0.field("serialNumber", "urn:uuid:" + serial) }
            $0.lines("services", services, service)
            $0.field("specVersion", "1.6")
            $0.field("version", 1)
        }
        json.newLine()
        return json.bytes
    }

    private func metadata(_ json: inout JSONWriter) {
        let address = inventory.scope.repository.map(outside) ?? "repository"
        let name = address.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? address
        json.object("component") {
            $0.field("bom-ref", "aigate:repository")
            $0.field("name", name)
            $0.field("type", "application")
            $0.field("version", inventory.scope.head.hex)
        }
        json.field("timestamp", inventory.now.description)
        json.object("tools") {
            $0.array("components", [version]) { json, version in
                json.object {
                    $0.field("name", "aigate")
                    $0.field("type", "application")
                    $0.field("version", version)
                }
            }
        }
    }

    private var properties: [(name: String, value: String)] {
        let scope = inventory.scope
        return [
            ("aigate:commits", String(scope.commits)), ("aigate:markedCommits", String(scope.marked)),
            ("aigate:people", String(scope.people)), ("aigate:registerAsOf", inventory.today.description),
            ("aigate:since", scope.since?.hex ?? "all"),
        ] + inventory.gaps.map { ("aigate:gap", outside($0)) }
            + inventory.limitations.map { ("aigate:limitation", outside($0)) }
    }

    private func component(_ json: inout JSONWriter, _ tool: SeenTool) {
        json.field("bom-ref", reference(tool))
        let places = tool.traces.flatMap(\.places)
        if !places.isEmpty {
            json.object("evidence") {
                $0.array("occurrences", places) { json, place in
                    json.object {
                        if let line = place.line { $0.field("line", line) }
                        $0.field("location", outside(place.path.visible))
                    }
                }
            }
        }
        json.field("name", outside(tool.name))
        properties(&json, properties(of: tool))
        json.field("scope", "excluded")
        if let vendor = tool.vendor { json.object("supplier") { $0.field("name", vendor) } }
        json.field("type", tool.kind.componentType)
    }

    private func service(_ json: inout JSONWriter, _ tool: SeenTool) {
        json.field("bom-ref", reference(tool))
        json.field("name", outside(tool.name))
        properties(&json, properties(of: tool))
        if let vendor = tool.vendor { json.object("provider") { $0.field("name", vendor) } }
        json.field("x-trust-boundary", true)
    }

    private func reference(_ tool: SeenTool) -> String { "aigate:tool:" + outside(tool.id) }

    private func properties(_ json: inout JSONWriter, _ properties: [(name: String, value: String)]) {
        json.array("properties", properties) { json, property in
            json.object {
                $0.field("name", property.name)
                $0.field("value", property.value)
            }
        }
    }

    private func properties(of tool: SeenTool) -> [(name: String, value: String)] {
        var properties = [
            ("aigate:commits", String(tool.commits)), ("aigate:hints", String(tool.hints)),
            ("aigate:id", outside(tool.id)), ("aigate:kind", tool.kind.rawValue),
            ("aigate:people", String(tool.people)), ("aigate:register", tool.standing.word),
        ]
        if let since = tool.standing.since { properties.append(("aigate:registerSince", since.description)) }
        if let days = tool.days {
            properties.append(("aigate:firstDay", days.lowerBound.description))
            properties.append(("aigate:lastDay", days.upperBound.description))
        }
        properties += tool.sources.map { ("aigate:evidence:\($0.source.rawValue)", String($0.commits)) }
        properties += tool.models.map { ("aigate:model", outside($0)) }
        properties += tool.traces.map { ("aigate:trace:\($0.kind.rawValue)", $0.name) }
        return properties
    }
}

extension SeenTool.Kind {
    /// A word of the schema's `component.type`.
    fileprivate var componentType: String {
        switch self {
        case .model: "machine-learning-model"
        case .library: "library"
        case .runtime: "platform"
        case .codingAgent, .assistant, .aiReview, .sessionRecorder, .generic, .service: "application"
        }
    }
}

extension [UInt8] {
    /// A UUID of version 8 made of the bytes' SHA-256 (RFC 9562, appendix B.2): the same for the same document.
    fileprivate var uuid: String {
        var digits = [Character](Fingerprint.sha256(self).prefix(32))
        digits[12] = "8"
        // The variant's two bits.
        digits[16] = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) & 3]
        let text = String(digits)
        var parts: [Substring] = []
        var rest = text[...]
        for count in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return parts.joined(separator: "-")
    }
}
