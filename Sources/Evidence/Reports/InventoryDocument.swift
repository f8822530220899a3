// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The inventory for programs. Sorted keys, LF; each tool on a line of its own.
package struct InventoryDocument {
    package static let schema = "urn:aigate:schema:inventory:v1"

    private let inventory: Inventory

    package static func render(_ inventory: Inventory) -> [UInt8] {
        InventoryDocument(inventory: inventory).json()
    }

    private func json() -> [UInt8] {
        let scope = inventory.scope
        var json = JSONWriter(expected: inventory.tools.count * 600)
        json.object {
            $0.field("gaps", inventory.gaps.map(outside))
            $0.field("generatedAt", inventory.now.description)
            $0.field("limitations", inventory.limitations.map(outside))
            $0.object("register") {
                $0.field("asOf", inventory.today.description)
                $0.field("isKept", inventory.hasRegister)
                $0.field("unseen", inventory.unseen.map(outside))
            }
            $0.field("schema", InventoryDocument.schema)
            $0.object("scope") {
                $0.field("commits", scope.commits)
                $0.field("files", scope.files)
                $0.field("firstDay", scope.days?.lowerBound.description)
                $0.field("head", scope.head.hex)
                $0.field("lastDay", scope.days?.upperBound.description)
                $0.field("markedCommits", scope.marked)
                $0.field("people", scope.people)
                $0.field("repository", scope.repository.map(outside))
                $0.field("since", scope.since?.hex)
            }
            $0.lines("tools", inventory.tools, tool)
            $0.object("usage", inventory.usage, usage)
        }
        json.newLine()
        return json.bytes
    }

    private func tool(_ json: inout JSONWriter, _ tool: SeenTool) {
        json.field("commits", tool.commits)
        json.object("evidence") { evidence in
            for entry in tool.sources.sorted(by: { $0.source.rawValue < $1.source.rawValue }) {
                evidence.field(entry.source.key, entry.commits)
            }
        }
        json.field("firstDay", tool.days?.lowerBound.description)
        json.field("hints", tool.hints)
        json.field("id", outside(tool.id))
        json.field("kind", tool.kind.rawValue)
        json.field("lastDay", tool.days?.upperBound.description)
        json.field("models", tool.models.map(outside))
        json.field("name", outside(tool.name))
        json.field("people", tool.people)
        json.field("register", tool.standing.word)
        json.field("registerSince", tool.standing.since?.description)
        json.field("sharePerMille", inventory.share(of: tool))
        json.array("traces", tool.traces) { traces, trace in
            traces.object {
                $0.field("count", trace.count)
                $0.field("kind", trace.kind.rawValue)
                $0.field("name", trace.name)
                $0.array("places", trace.places) { places, place in
                    places.object {
                        $0.field("line", place.line)
                        $0.field("path", outside(place.path.visible))
                        $0.field("pathBytes", place.path.hexWhenEscaped)
                    }
                }
            }
        }
        json.field("vendor", tool.vendor)
    }

    private func usage(_ json: inout JSONWriter, _ usage: UsageComparison) {
        json.field("mapping", usage.mapping)
        json.field("rows", usage.rows)
        json.field("sha256", usage.sha256)
        json.lines("tools", usage.tools) { json, tool in
            json.field("firstDay", tool.days?.lowerBound.description)
            json.object("gitOnly") { group(&$0, tool.gitOnly) }
            json.field("id", outside(tool.id))
            json.field("idle", tool.idle)
            json.field("isSeen", tool.isSeen)
            json.field("lastDay", tool.days?.upperBound.description)
            json.object("matched") { group(&$0, tool.matched) }
            json.field("name", tool.name.text)
            json.object("notInGit") { group(&$0, tool.notInGit) }
            json.object("used") { group(&$0, tool.used) }
            json.object("withoutTrace") { group(&$0, tool.withoutTrace) }
        }
        json.field("unnamed", usage.unnamed.map(outside))
    }

    private func group(_ json: inout JSONWriter, _ group: UsageComparison.Group) {
        json.field("count", group.count)
        if let names = group.pseudonyms { json.field("people", names) } else { json.null("people") }
    }
}

extension AIEvidence.Source {
    fileprivate var key: StaticString {
        switch self {
        case .trailer: "trailer"
        case .author: "author"
        case .committer: "committer"
        case .body: "body"
        case .note: "note"
        case .branch: "branch"
        }
    }
}

extension Inventory {
    /// Of all commits that were looked at, in thousandths.
    func share(of tool: SeenTool) -> Int { scope.commits == 0 ? 0 : tool.commits * 1000 / scope.commits }
}
