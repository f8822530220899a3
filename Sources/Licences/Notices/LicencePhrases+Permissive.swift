// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension LicencePhrases {
    /// Known so that a file's licence is known, and a change of it.
    static let permissive = """
        notice MIT:permission is hereby granted free of charge to any person obtaining a copy
        name MIT:mit license
        name MIT:expat license
        name MIT:org licenses mit
        name MIT:mit style license
        name MIT:license mit
        short MIT:mit
        notice BSD:redistribution and use in source and binary forms
        variant BSD-2-Clause:redistributions in binary form must reproduce the above copyright notice
        variant BSD-3-Clause:be used to endorse or promote products
        variant BSD-4-Clause:all advertising materials mentioning features
        name BSD:bsd license
        name BSD:bsd style license
        name BSD:(2|3) clause bsd
        name BSD:bsd (2|3) clause
        short BSD:bsd
        notice ISC:permission to use copy modify and or distribute this software for any purpose with or without fee
        notice ISC:permission to use copy modify and distribute this software for any purpose with or without fee
        name ISC:isc license
        notice HPND:permission to use copy modify and distribute this software and its documentation for any purpose
        notice HPND:permission to use copy modify distribute and sell this software and its documentation
        name Apache:apache license
        name Apache:apache software license
        name Apache:apache org licenses license
        short Apache:apache
        notice Zlib:permission is granted to anyone to use this software for any purpose
        name Zlib:zlib license
        name BSL:boost software license
        notice BSL:permission is hereby granted free of charge to any person or organization obtaining a copy
        name Unlicense:org unlicense
        notice Unlicense:this is free and unencumbered software released into the public domain
        name CC0:creativecommons org publicdomain zero
        name CC0:creative commons zero
        name CC0:cc0
        name CC-BY:creative commons attribution
        name CC-BY:creativecommons org licenses by
        name CC-BY:cc by
        notice public-domain:(in|into|to) the public domain
        name WTFPL:do what the fuck you want to public license
        name Artistic-2.0:artistic license 2 0
        name Artistic-2.0:artistic license version 2 0
        name Artistic:artistic license
        name PSF:python software foundation license
        name PHP:php license
        name AFL:academic free license
        name ECL:educational community license
        name MS-PL:microsoft public license
        name MulanPSL:mulan psl
        name MulanPSL:mulan permissive software license
        name curl:licensed as described in the file copying which you should have received as part of this distribution
        name UPL:universal permissive license
        name NCSA:university of illinois open source license
        name NCSA:university of illinois ncsa open source license
        name Apache:apache 2 0 license
        name FTL:freetype project license
        name FTL:freetype license
        name PostgreSQL:postgresql license
        name W3C:w3c software (license|notice)
        name ZPL:zope public license
        name OLDAP:openldap public license
        name Ruby:ruby license
        notice FSFAP:copying and distribution of this file with or without modification are permitted in any medium
        """
}
