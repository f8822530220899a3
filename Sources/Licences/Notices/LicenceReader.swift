// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One walk over a text: follows the phrases word by word and puts names, versions and their context together.
struct LicenceReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let automaton = LicenceNotices.automaton
    /// Words so far; fillers are not counted.
    private var word = 0
    /// Where the latest words began, by their numbers.
    private var starts = [Int](repeating: 0, count: LicenceReader.longestPhrase)
    private var version = LicenceVersion()
    private var drafts = LicenceDrafts()
    /// Where the value of the latest tag ends.
    private var tagEnd = 0

    /// No phrase has more words (a power of two).
    static let longestPhrase = 32

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func notices(offset: Int) -> [LicenceNotice] {
        var words = LicenceWords(bytes)
        var state: Int32 = 0
        while let token = words.next() {
            if token.start < tagEnd { continue }
            guard let id = automaton.vocabulary.id(of: token.hash) else {
                word += 1
                state = 0
                continue
            }
            if automaton.vocabulary.isFiller[id] { continue }
            starts[word & (LicenceReader.longestPhrase - 1)] = token.start
            read(token, id)
            state = automaton.step(from: state, id)
            apply(endingsIn: state, token)
            word += 1
            if drafts.isFull { break }
        }
        return drafts.notices(offset: offset)
    }

    /// Versions are read beside the phrases: any number may follow any name.
    private mutating func read(_ token: LicenceWords.Word, _ id: Int) {
        if automaton.vocabulary.announcesVersion[id] { return version.announce(at: word) }
        guard let number = automaton.vocabulary.numbers[id] else { return }
        let isJoined = token.start > 0 && bytes[token.start - 1] == UInt8(ascii: ".")
        let follows = drafts.endsName(before: word)
        guard version.read(number, at: word, end: token.end, isJoined: isJoined, follows: follows) else { return }
        version.isTaken = drafts.take(version)
    }

    private mutating func apply(endingsIn state: Int32, _ token: LicenceWords.Word) {
        var isNamed = false
        for index in automaton.endings[Int(state)] {
            let phrase = automaton.phrases[index]
            // The longest name that ends here is the one that is meant.
            if phrase.meaning.isName {
                if isNamed { continue }
                isNamed = true
            }
            let length = phrase.words.count
            let start = starts[(word - length + 1) & (LicenceReader.longestPhrase - 1)]
            let span = LicenceDrafts.Span(words: (word - length + 1)...word, bytes: start..<token.end)
            if phrase.meaning == .tag {
                guard let tag = LicenceTag(in: bytes, after: token.end) else { continue }
                drafts.add(tag, span)
                tagEnd = tag.end
                continue
            }
            if phrase.meaning == .link {
                guard let (id, end) = LicenceTag.linked(in: bytes, after: token.end) else { continue }
                drafts.add(linked: id, LicenceDrafts.Span(words: span.words, bytes: start..<end))
                tagEnd = end
                continue
            }
            if let glued = phrase.version { version.begin(glued, isOpen: phrase.isOpen, at: word, end: token.end) }
            drafts.add(phrase, span, after: &version)
        }
    }
}

extension LicencePhrase.Meaning {
    var isName: Bool { self == .name || self == .short || self == .text || self == .notice }
}
