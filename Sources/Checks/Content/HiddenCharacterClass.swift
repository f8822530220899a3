// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What a character can do to a text unseen.
///
/// Sources: Default_Ignorable_Code_Point and Noncharacter_Code_Point of Unicode's PropList.txt and
/// DerivedCoreProperties.txt; Unicode TR #36 and TS #39 on look-alikes; CVE-2021-42574 on bidirectional controls.
enum CharacterClass {
    case ordinary
    /// Embeddings, overrides and isolates.
    case bidi
    case tag
    /// Variation selectors 17 to 256.
    case supplement
    /// Has no width and joins or separates: spaces, joiners, a byte order mark.
    case zeroWidth
    /// Has no glyph for another reason: fillers, soft hyphens, marks of direction, variation selectors.
    case invisible
    /// Controls but TAB, LF, CR and FF; line separators, interlinear annotations, noncharacters.
    case control
    case privateUse
    /// A letter of Cyrillic, Greek or full width: one may look like ASCII.
    case lookAlike

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: self = .bidi
        case 0xE0000...0xE007F: self = .tag
        case 0xE0100...0xE01EF: self = .supplement
        case 0x180E, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: self = .zeroWidth
        case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180D, 0x180F, 0x200E...0x200F, 0x2065,
            0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFFA0:
            self = .invisible
        case 0x09, 0x0A, 0x0C, 0x0D: self = .ordinary
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0xFDD0...0xFDEF, 0xFFF9...0xFFFB: self = .control
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x10_0000...0x10_FFFD: self = .privateUse
        case 0x370...0x3FF, 0x400...0x52F, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .lookAlike
        default: self = scalar.value & 0xFFFE == 0xFFFE ? .control : .ordinary
        }
    }

    /// True for the first byte of any that is not ordinary, and of others.
    static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        // U+0080 to 00BF; U+034F; Greek and Cyrillic; U+061C; U+1xxx, 2xxx and 3xxx; U+Exxx and Fxxx; planes 1 to 16.
        case 0xC2, 0xCD, 0xCE, 0xCF, 0xD0...0xD4, 0xD8, 0xE1, 0xE2, 0xE3, 0xEE, 0xEF, 0xF0...0xF4: true
        default: isControl(byte)
        }
    }

    static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D || byte == 0x7F
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte.folded) || (0x30...0x39).contains(byte)
    }

    /// No digit and no sign of ASCII, though some of them can be made emoji.
    static func isEmoji(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0xA9 && scalar.properties.isEmoji }

    /// Scripts in which these are spelling: joiners, spaces between words, variants of letters.
    static func belongs(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Arabic to Mongolian: all that join, stack or leave no blank between words.
        case 0x200B...0x200D, 0x34F:
            (0x590...0x18AF).contains(previous.value) || (0xA800...0xABFF).contains(previous.value)
        case 0x180B...0x180F: (0x1800...0x18AF).contains(previous.value)
        case 0x200E...0x200F, 0x61C: (0x590...0x8FF).contains(previous.value)
        // Standardised variants of ideographs and mathematical signs.
        case 0xFE00...0xFE02:
            (0x3400...0x9FFF).contains(previous.value) || (0xF900...0xFAFF).contains(previous.value)
                || (0x2190...0x2BFF).contains(previous.value)
        case 0xFE0E...0xFE0F: (0x2190...0x2BFF).contains(previous.value)
        default: false
        }
    }

    /// True when each letter of another script in a text stands for one of ASCII to the eye: the whole reads as Latin.
    static func looksLatin(_ text: ArraySlice<UInt8>) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            scalar.isASCII || (0xFF00...0xFFFF).contains(scalar.value) || twins.contains(scalar)
        }
    }

    /// Cyrillic and Greek letters that Latin fonts draw alike (Unicode TS #39, confusables.txt, the sure ones).
    private static let twins = Set("асеорухіјѕԁһӏАВЕКМНОРСТУХІЈЅԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ".unicodeScalars)

    /// Whether a letter that may look like ASCII does: any of Cyrillic and full width, of Greek the capitals and the
    /// omicron that do. The other Greek stands in formulas.
    static func deceives(_ scalar: Unicode.Scalar) -> Bool {
        guard (0x370...0x3FF).contains(scalar.value) else { return true }
        return "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ".unicodeScalars.contains(scalar)
    }
}
