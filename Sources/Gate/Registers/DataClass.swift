// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A class of data, with what tools may do with it.
package struct DataClass: Sendable {
    package let id: String
    package let title: String
    package var external: DataCell
    package var selfHosted: DataCell
    /// It is somebody else's, and a contract says how it is to be kept.
    package let needsContract: Bool
    /// Reference of that contract.
    package var contract: String?

    package init(
        _ id: String, _ title: String, external: DataCell, selfHosted: DataCell, needsContract: Bool = false,
        contract: String? = nil
    ) {
        self.id = id
        self.title = title
        self.external = external
        self.selfHosted = selfHosted
        self.needsContract = needsContract
        self.contract = contract
    }

    package func cell(_ deployment: Deployment) -> DataCell {
        switch deployment {
        case .external: external
        case .selfHosted: selfHosted
        }
    }

    /// True where a tool may do more with it than with the other.
    package func isWeaker(than other: DataClass) -> Bool {
        Deployment.allCases.contains { cell($0).permission < other.cell($0).permission }
    }
}

/// What one kind of deployment may do with a class, and who says so.
package struct DataCell: Hashable, Sendable {
    package enum Source: Hashable, Sendable, CustomStringConvertible {
        case preset(DataPreset)
        case written(RegisterPlace)

        /// `preset iso27001`, `.aigate/data.yml:12`
        package var description: String {
            switch self {
            case .preset(let preset): "preset \(preset.rawValue)"
            case .written(let place): "\(place.file):\(place.line)"
            }
        }
    }

    package let permission: Permission
    package let source: Source

    package init(_ permission: Permission, _ source: Source) {
        self.permission = permission
        self.source = source
    }
}

/// A matrix to start from.
package enum DataPreset: String, Sendable, CaseIterable {
    /// The matrix of an ISO 27001 practice (A.5.10, A.5.12).
    case iso27001
    /// Source code is confidential, and what is confidential never leaves.
    case strict
    /// As VDA ISA asks where others' prototypes and data are kept: those leave only where their contract says so.
    case tisax

    /// Its classes, from the most public.
    package var classes: [DataClass] {
        let source = DataCell.Source.preset(self)
        func make(
            _ id: String, _ title: String, _ external: Permission, _ selfHosted: Permission, needsContract: Bool = false
        ) -> DataClass {
            DataClass(
                id, title, external: DataCell(external, source), selfHosted: DataCell(selfHosted, source),
                needsContract: needsContract)
        }
        let common = [
            make("public", "What anybody may see", .permitted, .permitted),
            make("internal", "What stays in the organisation", .permitted, .permitted),
            make(
                "confidential", "What harms the organisation outside of it",
                self == .strict ? .prohibited : .withReview,
                .permitted),
            make("personal", "Data about people", .prohibited, .withControls),
            make("special-category", "Data about people as in Article 9 GDPR", .prohibited, .withLegalBasis),
            make("payment", "Card and account data", .prohibited, .prohibited),
        ]
        guard self == .tisax else { return common }
        return common + [
            make("prototype", "Parts and data of unreleased products", .prohibited, .withControls, needsContract: true),
            make("customer", "What a customer gave under a contract", .prohibited, .withControls, needsContract: true),
        ]
    }

    /// Id of the class of paths that no pattern names.
    package var defaultClass: String { self == .strict ? "confidential" : "internal" }
}
