// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Text that reads like other text: letters of other scripts with the shape of ASCII ones, and characters without any.
///
/// Source of the pairs: confusables.txt of Unicode Technical Standard #39, those whose target is an ASCII letter,
/// digit, hyphen or colon, for the scripts that real look-alikes are made of.
enum LookAlike {
    /// What is shown to a reader: `Ассisted-by` in Cyrillic becomes `Accisted-by`. Nil for text that is what it shows.
    static func plain(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { if let shown = shown(scalar) { plain.append(shown) } }
        let result = String(plain)
        return result == text ? nil : result
    }

    /// A character that shows nothing or reorders what is shown. Joiners within words of other scripts are none: they
    /// belong to the spelling.
    static func hidesCharacters(_ text: String) -> Bool {
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
            if VisibleText.isHidden(scalar), !(isJoiner && !previous.isASCII) { return true }
            previous = scalar
        }
        return false
    }

    /// A line as a trailer whose key is not ASCII but looks so: the key as it looks and as it is, and the value.
    static func trailer(_ line: String) -> (shown: String, key: String, value: String)? {
        var looks = String.UnicodeScalarView()
        var index = line.unicodeScalars.startIndex
        var isPlain = true
        while index < line.unicodeScalars.endIndex, looks.count <= keyLimit {
            let scalar = line.unicodeScalars[index]
            let next = line.unicodeScalars.index(after: index)
            let shown = shown(scalar)
            isPlain = isPlain && shown == scalar
            if shown == ":" {
                let key = String(line[..<index]).trimmingBlanks
                let value = String(line[next...]).trimmingBlanks
                return isPlain ? nil : (String(looks).trimmingBlanks, key, value)
            }
            if let shown { looks.append(shown) }
            index = next
        }
        return nil
    }

    /// Longer than any key that is known.
    private static let keyLimit = 40

    /// Nil for what shows nothing.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.isASCII { return scalar }
        if VisibleText.isHidden(scalar) { return nil }
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return "-"
        case 0x2236, 0xA789, 0xFE55: return ":"
        // Full width forms of ASCII.
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        // Mathematical alphabets, 26 capitals and 26 small letters each.
        case 0x1D400...0x1D6A3:
            let letter = (scalar.value - 0x1D400) % 52
            return Unicode.Scalar(letter < 26 ? letter + 0x41 : letter - 26 + 0x61)
        default: return letters[scalar] ?? scalar
        }
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            // Cyrillic.
            ("АВЕЅІЈКМНОРСТУХѴԌԜ", "ABESIJKMHOPCTYXVGW"), ("асԁеһіјӏорԛѕѵԝхуү", "acdehijlopqsvwxyy"),
            // Greek.
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("αγινορυ", "ayivopu"),
            // Latin, Armenian and letter-like signs.
            ("ıɑɡɩℹⅰⅼⅽⅾⅿոսԁհ", "iagiiilcdmnudh"),
        ]
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (looks, plain) in pairs {
            for (look, letter) in zip(looks.unicodeScalars, plain.unicodeScalars) { letters[look] = letter }
        }
        return letters
    }()
}

extension String {
    fileprivate var trimmingBlanks: String { String(Substring(self).trimmingBlanks) }
}
