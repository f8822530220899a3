// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What each family of licences asks for, by the licences' own words and the lists of FSF and OSI.
enum LicenceFamilies {
    /// The category of an id of the list, or of the longest family that a name begins with.
    static func category(of id: String) -> LicenceCategory {
        if let entry = LicenceList.entry(id) { return entry.category }
        var name = id[...]
        while !name.isEmpty {
            if let category = categories[String(name)] { return category }
            guard let cut = name.lastIndex(where: { $0 == "-" || $0 == "." || $0 == "+" }) else { break }
            name = name[..<cut]
        }
        return .unknown
    }

    /// The id without version and variant.
    static func family(of id: String) -> String {
        var name = id[...]
        while !name.isEmpty {
            if categories[String(name)] != nil { return String(name) }
            guard let cut = name.lastIndex(where: { $0 == "-" || $0 == "." || $0 == "+" }) else { break }
            name = name[..<cut]
        }
        return id
    }

    static let categories: [String: LicenceCategory] = {
        var categories: [String: LicenceCategory] = [:]
        for (category, names) in table {
            for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) { categories[String(name)] = category }
        }
        return categories
    }()

    private static let table: [(LicenceCategory, String)] = [
        (
            .strongCopyleft,
            """
            GPL AGPL OSL NPOSL RPL CC-BY-SA CECILL EUPL
            Sleepycat SimPL-2.0 Parity copyleft-next GFDL CERN-OHL-S LAL D-FSL LiLiQ-Rplus CAL NGPL TGPPL UCL
            VOSTROM CC-SA-1.0 Linux-man-pages-copyleft RPSL
            """
        ),
        (
            .weakCopyleft,
            """
            LGPL MPL EPL CPL IPL CDDL APSL SISSL SPL NPL NOSL RSCPL MS-RL MS-PL QPL CPAL ODbL Arphic-1999 CECILL-C
            CUA-OPL LPL Nokia MulanPubL OSET-PL Interbase ErlPL gSOAP YPL Zimbra Motosoto SugarCRM CERN-OHL-W
            LiLiQ-R CATOSL Watcom BitTorrent Frameworx OCLC wxWindows TPL OPL NASA IPA Sendmail OCCT-PL
            FreeImage OPUBL SNIA CDLA-Sharing Ubuntu-font FDK-AAC LGPLLR OFL Vim eCos-2.0
            """
        ),
        (
            .sourceAvailable,
            "SSPL BUSL Elastic Commons-Clause Confluent RSAL PolyForm TSL FSL Prosperity FCL"
        ),
        (.restricted, "CC-BY-NC CC-BY-ND CC-BY-NC-SA CC-BY-NC-ND Hippocratic Aladdin JSON MS-LPL"),
        (
            .permissive,
            """
            MIT BSD ISC Apache Zlib BSL HPND curl NCSA PSF Python PHP AFL ECL Artistic LPPL Condor CECILL-B CC-BY
            X11 MulanPSL libpng Libpng FTL OpenSSL W3C Unicode UPL Artistic-2.0 FSFAP FSFULLR FSFUL BlueOak
            CERN-OHL-P PostgreSQL Xnet IJG ICU TCL Ruby bzip2 ZPL OLDAP SSLeay NTP Intel Boost EFL Info-ZIP Spencer
            TCP-wrappers mpich2 LiLiQ-P CNRI-Jython WTFPL 0BSD MIT-0
            """
        ),
        (.publicDomain, "Unlicense CC0 public-domain PDDL SAX-PD blessing CC-PDDC"),
    ]
}
