// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance

/// An entry of the register of tools to be filled in.
struct ToolEntryText {
    let id: String
    private let name: String
    private let vendor: String
    private let day: Day

    /// `name`: an id or name of the catalogue, or a tool of one's own. Throws `Stop` for what no id can be made of.
    init(_ name: String, on day: Day) throws {
        self.day = day
        if let tool = ToolCatalogue.embedded.tool(called: name) {
            (id, self.name, vendor) = (tool.id, tool.shortName, tool.vendor.isEmpty ? "..." : tool.vendor)
            return
        }
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        guard !words.isEmpty, name.utf8.count <= 60 else {
            throw Stop(
                ExitCode.usage, "\(quoted(name)) names no tool: write its id or name, as claude-code",
                "'aigate trailer' lists those that are known")
        }
        (id, self.name, vendor) = (words.joined(separator: "-"), name, "...")
    }

    /// As it stands below `tools:`.
    var text: String {
        """
          # Fill in the dots. Take out what does not apply or is not known yet: tool-unassured says what is missing.
          \(id):
            name: \(YAMLText.quoted(name))
            owner: "..."                 # who answers for it: a role or team
            vendor: \(YAMLText.quoted(vendor))
            deployment: external         # or self-hosted: on your own machines
            tier: "..."                  # the plan that it is bought at
            models: ["..."]              # patterns, as claude-sonnet-4*; left out: any
            data-classes: [public, internal]  # at most these; left out: what the matrix permits
            accounts:                    # whose commits may show it
              domains: ["..."]           # as acme.example
            configuration:
              reference: "..."           # where its settings are kept
              scopes: ["..."]            # systems and rights that it was given
            controls: "..."              # the record of controls, for classes that ask for some
            legal-basis: "..."           # the record of the legal basis, for classes that ask for one
            supplier:
              region: "..."              # where what is sent is processed
              encryption: "..."
              breach-notification: "..."  # how soon, and to whom
              contracts:                 # of these lists nothing is overwritten: add the next one below
                - {reference: "...", valid-from: "...", valid-to: "..."}
              dpas:
                - {reference: "...", valid-from: "...", valid-to: "..."}
              certificates:
                - {name: ISO 27001, reference: "...", valid-from: "...", valid-to: "..."}
              opt-outs:                  # when somebody saw that nothing sent trains a model
                - {reference: "...", verified-on: "...", next-review: "..."}
              retention:
                - {name: zero retention, reference: "...", valid-from: "..."}
            assessments:
              - {reference: "...", dpia: "...", risk: "...", assessed-on: "...", next-review: "..."}
            events:                      # the oldest first; an approver adds the next one
              - {date: \(day), status: requested, by: "...", reference: "..."}

        """
    }
}
