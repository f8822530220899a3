// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What an added text must hold before it is read for notices.
enum LicenceTextWords {
    /// Single words where a name is known by one; pairs where each word is common. A test holds every phrase that names
    /// a copyleft or source-available licence against them.
    static let all = [
        "gnu", "gpl", "general public", "affero", "mozilla", "eclipse", "sharealike", "share alike", "share-alike",
        "by-sa", "cc by sa",
        "cddl", "common development", "eupl", "european union public", "european community public", "cecill",
        "copyleft", "odbl",
        "open database", "sspl", "server side public", "busl", "business source", "rsal", "elastic licen",
        "commons clause",
        "common public", "open software licen", "reciprocal", "public source licen", "industry standards source",
        "netscape public",
        "sun public", "ibm public", "gfdl", "free documentation", "source available licen", "polyform",
        "timescale licen",
        "functional source", "fair core", "confluent community", "free art licen", "art libre", "parity public",
        "prosperity public",
        "cryptographic autonomy", "osl-3", "osl-2", "osl 3", "osl 2", "q public", "qpl", "apsl", "public license",
        "public licence",
        "open source license", "open license", "open font licen", "font license", "font licence",
        "cern open hardware", "cern-ohl",
        "cern ohl", "how to obtain complete source", "derived work is distributed", "copies of vim",
        "version of vim", "vim license",
        "sendmail license", "upstream compatibility", "license agreement", "fdk aac", "open publication", "wxwindows",
        "contributor version", "freie software", "source agreement", "licenses/noncommercial", "open watcom",
        "attribution share",
        "spdx-license-identifier", "epl-", "epl 1", "epl 2", "eplv", "mpl-", "mpl 1", "mpl 2", "mplv", "libre du",
        "perl itself",
        "logiciel libre", " mpl", " epl", " cpl", "licenses/fdl", "transitive grace",
    ]
}
