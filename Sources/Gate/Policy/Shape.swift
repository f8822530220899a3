// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The form of a setting: what an editor's schema and the documentation say of it.
package indirect enum Shape: Sendable {
    case text
    /// Text that matches a regular expression of JSON Schema's dialect, with an example.
    case pattern(String, example: String)
    case bool
    case integer(ClosedRange<Int>)
    case choice([String])
    case day
    case list(Shape)
    case record([FieldDescription])
    /// Keys of the writer's choice, or of a list where one is given.
    case map(keys: [String]?, Shape)
}

/// A setting without the type that holds it.
package struct FieldDescription: Sendable {
    package let name: String
    package let doc: String
    package let shape: Shape
    package let required: Bool
    /// As YAML would write it; nil when it has no default.
    package let defaultText: String?
    /// How a repository may tighten it; nil: not at all.
    package let tightening: Tightening?

    package init(
        name: String, doc: String, shape: Shape, required: Bool, defaultText: String?, tightening: Tightening? = nil
    ) {
        self.name = name
        self.doc = doc
        self.shape = shape
        self.required = required
        self.defaultText = defaultText
        self.tightening = tightening
    }

    package init<Root>(_ field: Field<Root>, default root: Root) {
        self.init(
            name: field.name, doc: field.doc, shape: field.shape, required: field.required,
            defaultText: field.show(root), tightening: field.tightening)
    }
}
