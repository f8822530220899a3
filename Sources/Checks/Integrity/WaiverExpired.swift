// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A waiver whose last day has passed.
struct WaiverExpired: RangeCheck {
    static let about = About(
        id: "waiver-expired",
        title: "A waiver has expired",
        why:
            "An exception without an end is a rule. An expired one lifts nothing any more and hides that a decision is due.",
        fix: "Decide again: remove the waiver, or grant it anew with a reason, an owner and a date.",
        level: .warn,
        examples: [],
        clean: [],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in facts: RangeFacts) -> [Finding] {
        facts.waivers.filter { $0.expires < facts.today }.map { waiver in
            Finding(
                at: Finding.Place(path: Path(waiver.file), line: waiver.line), .expired(waiver),
                excerpt: Excerpt(line: "\(waiver.rule) \(waiver.expires)"), fix: .decide(waiver))
        }
    }
}

extension Message {
    fileprivate static func expired(_ waiver: Waiver) -> Message {
        "the waiver for \(waiver.rule), granted by \(waiver.owner), expired on \(waiver.expires)"
    }

    fileprivate static func decide(_ waiver: Waiver) -> Message {
        "remove it from \(waiver.file), or grant it anew with a later date"
    }
}
