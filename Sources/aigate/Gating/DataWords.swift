// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension DataAccess {
    /// What the answer means, in a few words.
    var sentence: String {
        switch answer {
        case .permitted: "permitted"
        case .withReview: "with a review that is shown (R2: a signature or a forge's approval)"
        case .missing(.controls): "not without the record of the controls in its entry (controls)"
        case .missing(.legalBasis): "not without the record of a legal basis in its entry (legal-basis)"
        case .notListed: "its entry does not list the class (data-classes)"
        case .prohibited: "prohibited"
        }
    }
}

extension DataClassification.Entry {
    /// `pattern customers/ in .aigate/data.yml line 3`
    var reason: String {
        guard let place else { return "no pattern names the path; the preset's default" }
        let written = "\(VisibleText.of(place.file)) line \(place.line)"
        return pattern.map { "pattern \(VisibleText.of($0.text, limit: 100)) in \(written)" }
            ?? "no pattern names the path; default in \(written)"
    }
}
