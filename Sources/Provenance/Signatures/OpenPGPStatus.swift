// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What gpgv's status lines say (GnuPG, doc/DETAILS): read so that only one good signature by one key counts.
struct OpenPGPStatus {
    private var lines: [(keyword: String, arguments: Substring)] = []

    private static let prefix = "[GNUPG:] "
    private static let limit = 64 << 10
    /// MD5, SHA-1, RIPEMD-160 (RFC 4880, section 9.4): bytes that such a digest covers can be exchanged.
    private static let weakHashes: Set<Substring> = ["1", "2", "3"]

    init(_ bytes: [UInt8]) throws(SignatureError) {
        guard bytes.count <= OpenPGPStatus.limit else {
            throw SignatureError("gpgv said more than \(OpenPGPStatus.limit) bytes")
        }
        // Old user ids are in old encodings.
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            guard line.hasPrefix(OpenPGPStatus.prefix) else {
                throw SignatureError("gpgv gave no status line where one is due")
            }
            let words = line.dropFirst(OpenPGPStatus.prefix.count).split(separator: " ", maxSplits: 1)
            lines.append((words.first.map(String.init) ?? "", words.dropFirst().first ?? ""))
        }
    }

    /// `forge`: whether a key, by id or fingerprint, is a forge's.
    func verdict(forge: (String) -> Bool) -> SignatureVerdict {
        if let bad = arguments("BADSIG").first {
            return .bad(reason: "it does not fit these bytes (key \(word(bad, 0)))")
        }
        for (keyword, reason) in [
            ("REVKEYSIG", "its key is revoked"), ("EXPKEYSIG", "its key has expired"), ("EXPSIG", "it has expired"),
        ] {
            if let found = arguments(keyword).first { return .refused(key: word(found, 0), reason: reason) }
        }
        if let unchecked = arguments("ERRSIG").first {
            let key = word(unchecked, 0)
            guard arguments("NO_PUBKEY").count == 1, arguments("ERRSIG").count == 1 else {
                return .bad(reason: "gpgv could not check it (key \(key))")
            }
            return forge(key) ? .forge(key: key) : .unknownKey(key: key)
        }
        let (good, valid) = (arguments("GOODSIG"), arguments("VALIDSIG"))
        guard good.count == 1, valid.count == 1, arguments("NEWSIG").count <= 1 else {
            return .bad(reason: "gpgv found \(good.count) good signatures, where one is due")
        }
        return verdict(good: good[0], valid: valid[0], forge: forge)
    }

    private func verdict(good: Substring, valid: Substring, forge: (String) -> Bool) -> SignatureVerdict {
        let fields = valid.split(separator: " ")
        // Ten fields: fingerprint, day, moment, expiry, version, reserved, key's algorithm, hash, class, primary key.
        guard fields.count == 10, fields[0].hasSuffix(word(good, 0)) || fields[0].hasPrefix(word(good, 0)) else {
            return .bad(reason: "gpgv's answer is not one that is known here")
        }
        let key = String(fields[9])
        guard ["00", "01"].contains(fields[8]) else {
            return .bad(reason: "it is a signature over a key, not over a document")
        }
        if OpenPGPStatus.weakHashes.contains(fields[7]) {
            return .refused(
                key: key, reason: "it was made over a digest that proves nothing any more (MD5, SHA-1 or RIPEMD-160)")
        }
        if forge(key) || forge(String(fields[0])) { return .forge(key: key) }
        guard let mail = OpenPGPStatus.mail(in: good) else {
            return .refused(key: key, reason: "the keyring's user id for its key names no e-mail address")
        }
        return .verified(principal: mail, key: key)
    }

    /// `Name (comment) <mail>`, or an address alone.
    private static func mail(in good: Substring) -> String? {
        mail(inUserID: good.split(separator: " ", maxSplits: 1).dropFirst().first ?? "")
    }

    static func mail(inUserID id: Substring) -> String? {
        guard let open = id.lastIndex(of: "<") else {
            return id.contains("@") && !id.contains(where: \.isWhitespace) ? String(id) : nil
        }
        let mail = id[id.index(after: open)...]
        guard mail.last == ">", mail.contains("@"), !mail.dropLast().contains(where: { $0 == ">" || $0.isWhitespace })
        else { return nil }
        return String(mail.dropLast())
    }

    private func arguments(_ keyword: String) -> [Substring] { lines.filter { $0.keyword == keyword }.map(\.arguments) }

    /// Visible, for it goes into sentences.
    private func word(_ arguments: Substring, _ index: Int) -> String {
        let words = arguments.split(separator: " ")
        return index < words.count ? VisibleText.of(String(words[index]), limit: 64) : ""
    }
}
