// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The notices of a text so far, and what was said of them.
///
/// Distances are in words; they were chosen by notices in public sources, in which nothing of one notice stands further
/// apart.
struct LicenceDrafts: Sendable {
    struct Span {
        let words: ClosedRange<Int>
        let bytes: Range<Int>
    }

    private(set) var drafts: [LicenceDraft] = []
    /// The draft that was mentioned last.
    private var latest: Int?
    /// Last words of the latest phrases of a kind.
    private var before = -1000
    private var denied = -1000
    private var choice = -1000
    /// A licence's own text speaks of other licences: until this word they are none of the file's.
    private var hiddenUntil = -1

    var isFull: Bool { drafts.count >= LicenceNotices.limit }

    /// A name ends with the word before this one.
    func endsName(before word: Int) -> Bool {
        latest.map { drafts[$0].words.upperBound == word - 1 } ?? false
    }

    /// Gives a version to the name before it; false where there is none that waits for one.
    mutating func take(_ version: LicenceVersion) -> Bool {
        guard let latest, version.words.lowerBound - drafts[latest].words.upperBound <= 25 else { return false }
        guard drafts[latest].version == nil || drafts[latest].versionWord == version.words.lowerBound
        else { return false }
        give(version, to: latest)
        return true
    }

    private mutating func give(_ version: LicenceVersion, to index: Int) {
        drafts[index].version = version.text
        drafts[index].versionWord = version.words.lowerBound
        drafts[index].isLater = version.isOpen
        drafts[index].bytes = drafts[index].bytes.lowerBound..<max(drafts[index].bytes.upperBound, version.end)
    }

    mutating func add(_ tag: LicenceTag, _ span: Span) {
        for id in tag.ids {
            var draft = LicenceDraft(id: id, family: LicenceFamilies.family(of: id), at: span)
            draft.form = .tag
            draft.isSure = true
            draft.isNamed = false
            draft.isChoice = tag.isChoice
            draft.bytes = span.bytes.lowerBound..<tag.end
            drafts.append(draft)
        }
        latest = nil
    }

    /// A licence that the address of its page names; beside its own name it says nothing new.
    mutating func add(linked id: String, _ span: Span) {
        let family = LicenceFamilies.family(of: id)
        if let known = recent(within: 150, of: span.words.upperBound).last(where: { drafts[$0].family == family }) {
            drafts[known].isSure = true
            return
        }
        var draft = LicenceDraft(id: id, family: family, at: span)
        draft.isSure = true
        drafts.append(draft)
    }

    mutating func add(_ phrase: LicencePhrase, _ span: Span, after version: inout LicenceVersion) {
        let word = span.words.upperBound
        switch phrase.meaning {
        case .text, .notice, .name, .short: mention(phrase, span, after: &version)
        case .variant: specify(phrase.id, span)
        case .before: before = word
        case .denied: denied = word
        case .choice: choose(at: word)
        case .exception:
            for index in recent(within: 300, of: word) { drafts[index].hasException = true }
        case .end: hiddenUntil = -1
        case .later, .only, .after, .deniedAfter, .body:
            guard let latest else { return }
            qualify(latest, phrase.meaning, span)
        case .tag, .link: break
        }
    }

    /// What stands after a name.
    private mutating func qualify(_ index: Int, _ meaning: LicencePhrase.Meaning, _ span: Span) {
        let distance = span.words.lowerBound - max(drafts[index].words.upperBound, drafts[index].versionWord)
        switch meaning {
        case .later where distance <= 25 && !drafts[index].isOnly: drafts[index].isLater = true
        case .only where distance <= 12:
            drafts[index].isOnly = true
            drafts[index].isLater = false
        case .after where 1...4 ~= distance && !drafts[index].isDenied: drafts[index].isSure = true
        case .deniedAfter where distance <= 1 && drafts[index].opening == drafts[index].words:
            drafts[index].isSure = false
            drafts[index].isDenied = true
        case .body where distance <= 60:
            drafts[index].form = .text
            hiddenUntil = span.words.upperBound + LicenceDrafts.textLength
        default: break
        }
    }

    /// Words of the longest licences.
    private static let textLength = 6000

    private mutating func mention(_ phrase: LicencePhrase, _ span: Span, after version: inout LicenceVersion) {
        let word = span.words.upperBound
        let isNamed = phrase.meaning == .name || phrase.meaning == .short
        let family = isNamed ? phrase.id : LicenceFamilies.family(of: phrase.id)
        let known = recent(within: 150, of: word).last {
            drafts[$0].form != .tag && (drafts[$0].family == family || drafts[$0].family.hasPrefix(family + "-"))
        }
        if isNamed, known == nil, word <= hiddenUntil { return }
        let index = known ?? open(family, span)
        drafts[index].extend(to: span)
        latest = index
        drafts[index].isDenied = false
        if !isNamed {
            if drafts[index].id?.hasPrefix(phrase.id) != true { drafts[index].id = phrase.id }
            drafts[index].isNamed = false
        }
        if phrase.meaning == .text {
            drafts[index].form = .text
            hiddenUntil = word + LicenceDrafts.textLength
        }
        let hasContext = phrase.meaning != .short || span.words.lowerBound - before <= 5
        let isDenied = isNamed && span.words.lowerBound - denied <= 2
        if hasContext, !isDenied { drafts[index].isSure = true }
        if word - choice <= 120 { drafts[index].isChoice = true }
        if !version.isTaken, drafts[index].version == nil, span.words.lowerBound - version.words.upperBound <= 6 {
            give(version, to: index)
            version.isTaken = true
        }
    }

    /// A new draft; in place of the latest where that was only the beginning of this name.
    private mutating func open(_ family: String, _ span: Span) -> Int {
        let draft = LicenceDraft(family: family, at: span)
        if let latest, drafts[latest].opening == drafts[latest].words,
            drafts[latest].opening.lowerBound == span.words.lowerBound
        {
            drafts[latest] = draft
            return latest
        }
        drafts.append(draft)
        return drafts.count - 1
    }

    private mutating func specify(_ id: String, _ span: Span) {
        let family = LicenceFamilies.family(of: id)
        guard let index = recent(within: 400, of: span.words.upperBound).last(where: { drafts[$0].family == family })
        else { return }
        // Of two variants the one with more conditions is meant; their ids are in that order.
        if drafts[index].id.map({ $0 < id }) ?? true { drafts[index].id = id }
        drafts[index].extend(to: span)
    }

    private mutating func choose(at word: Int) {
        choice = word
        for index in recent(within: 120, of: word) { drafts[index].isChoice = true }
    }

    /// The drafts that were mentioned not long before a word; they stand at the end.
    private func recent(within distance: Int, of word: Int) -> Range<Int> {
        var first = drafts.count
        while first > 0, word - drafts[first - 1].words.upperBound <= distance { first -= 1 }
        return first..<drafts.count
    }

    func notices(offset: Int) -> [LicenceNotice] {
        let tables = LicenceTables(drafts)
        return drafts.indices.filter { drafts[$0].isSure && !tables.contains($0) }
            .map { drafts[$0].notice(offset: offset) }
    }
}
