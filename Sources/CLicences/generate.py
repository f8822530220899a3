#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Compiles the SPDX licence list into licences.txt, which licences.c embeds.

    pip download --no-deps reuse && unzip reuse-*.whl 'reuse/resources/*'
    python3 Sources/CLicences/generate.py reuse/resources            writes it
    python3 Sources/CLicences/generate.py reuse/resources --check    exits 1 when it is stale

The list is that of the PyPI package `reuse` (resources/licenses.json and exceptions.json: CC0-1.0, by the Linux Foundation
and its contributors). Of the package nothing else is read.

licences.txt is UTF-8. Its first line is `SPDX` and the version of the list. Then a line for every id, sorted by the bytes of
the id in lower case, its fields parted by tabs:

    id            in canonical case
    category      a word of LicenceCategory, or `exception`
    replacements  of a deprecated id alone: expressions to use instead, parted by `|`; empty where SPDX names none

Categories are ours. They were given by the licences' own texts, and where FSF or OSI say something of a licence, by that:
  - https://www.gnu.org/licenses/license-list.html (FSF: free or not, copyleft or not)
  - https://opensource.org/licenses (OSI: approved or not)
  - the flags isFsfLibre and isOsiApproved of the SPDX list
An id that the table does not know stops the generator: whoever takes a new list places its new ids.
"""

import argparse
import fnmatch
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent

# In this order: the first pattern that fits counts.
CATEGORIES = {
    # What is made of it goes on under the same terms, as a whole.
    "strong-copyleft": """
        AGPL-* BSD-Protection CAL-1.0* CC-BY-SA-* CC-SA-1.0 CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-2.1 CERN-OHL-1.*
        CERN-OHL-S-2.0 copyleft-next-* D-FSL-1.0 EUPL-* GFDL-* GPL-?.0 GPL-?.0+ GPL-?.0-only GPL-?.0-or-later LAL-*
        LiLiQ-Rplus-1.1 Linux-man-pages-copyleft* NGPL NPOSL-3.0 OSL-* Parity-* RPL-1.* RPSL-1.0 SimPL-2.0 Sleepycat
        SMAIL-GPL TAPR-OHL-1.0 TGPPL-1.0 TMate TOSL UCL-1.0 VOSTROM
        """,
    # Changes to it stay under the same terms; what only uses it does not have to.
    "weak-copyleft": """
        APL-1.0 APSL-* Arphic-1999 BitTorrent-1.* CATOSL-1.1 CDDL-* CDL-1.0 CDLA-Sharing-1.0 CECILL-C CERN-OHL-W-2.0
        CPAL-1.0 CPL-1.0 CUA-OPL-1.0 eCos-2.0 EPL-* ErlPL-1.1 FDK-AAC Frameworx-1.0 FreeImage gnuplot
        GPL-2.0-with-* GPL-3.0-with-* gSOAP-1.3b iMatix Interbase-1.0 IPA IPL-1.0 LGPL-* LGPLLR LiLiQ-R-1.1 LPL-1.*
        Motosoto MPL-* MS-PL MS-RL NASA-1.3 Nokia NOSL NPL-1.* OCCT-PL OCLC-2.0 ODbL-1.0 OFL-* OpenPBS-2.3 OPL-1.0
        OPUBL-1.0 OSET-PL-2.1 QPL-1.0* RHeCos-1.1 RSCPL Sendmail* SISSL* SNIA SPL-1.0 SugarCRM-1.1.3 TORQUE-1.1 TPL-1.0
        Ubuntu-font-1.0 Vim Watcom-1.0 wxWindows YPL-1.* Zimbra-1.*
        """,
    # Everybody may read it; who may run or sell it is restricted.
    "source-available": "BUSL-1.1 Elastic-2.0 FSL-1.1-* PolyForm-* SSPL-1.0 SUL-1.0",
    # No commerce, no changes, or only for some people, fields or machines.
    "restricted": """
        Aladdin ASWF-Digital-Assets-* BSD-3-Clause-No-Military-License C-UDA-1.0 CC-BY-NC-* CC-BY-ND-* CPOL-1.02 Glide
        Hippocratic-2.1 JSON MS-LPL NCGL-UK-2.0 PPL
        """,
    "public-domain": """
        ANTLR-PD ANTLR-PD-fallback blessing CC-PDDC CC-PDM-1.0 CC0-1.0 DL-DE-ZERO-2.0 LZMA-SDK-* NCBI-PD NIST-PD
        NIST-PD-fallback NLPL NTIA-PD PDDL-1.0 SAX-PD SAX-PD-2.0 Unlicense Unlicense-lib*
        """,
    # Says nothing by itself.
    "unknown": "any-OSI any-OSI-perl-modules Unicode-TOU",
    "permissive": """
        0BSD 3D-Slicer-1.0 AAL Abstyles AdaCore-doc Adobe-* ADSL AFL-* Afmparse AMD-newlib AMDPLPA AML AML-glslang AMPAS
        Apache-* APAFML App-s2p Artistic-* Aspell-RU Baekmuk Bahyph Barr bcrypt-Solar-Designer Beerware Bitstream-*
        BlueOak-1.0.0 Boehm-GC* Borceux Brian-Gladman-* BSD-* BSL-1.0 bzip2-* Caldera* Catharon CC-BY-?.* CDLA-Permissive-*
        CECILL-B CERN-OHL-P-2.0 CFITSIO check-cvs checkmk ClArtistic Clips CMU-Mach* CNRI-* COIL-1.0 Community-Spec-1.0
        Condor-1.1 Cornell-Lossless-JPEG Cronyx Crossword CryptoSwift CrystalStacker Cube curl cve-tou DEC-3-Clause diffmark
        DL-DE-BY-2.0 DOC DocBook-* Dotseqn DRL-1.* DSDP dtoa dvipdfm ECL-* EFL-* eGenix Entessa EPICS etalab-2.0 EUDatagrid
        Eurosym Fair FBM Ferguson-Twofish FreeBSD-DOC FSFAP* FSFUL* FTL Furuseth fwlw Game-Programming-Gems GCR-docs GD
        generic-xts Giftware GL2PS Glulxe GLWTPL Graphics-Gems gtkbook Gutmann HaskellReport HDF5 hdparm HIDAPI HP-19* HPND*
        HTMLTIDY IBM-pibs ICU IEC-Code-Components-EULA IJG* ImageMagick Imlib2 Info-ZIP Inner-Net-2.0 InnoSetup Intel*
        ISC* Jam JasPer-2.0 jove JPL-image JPNIC Kastrup Kazlib Knuth-CTAN Latex2e* Leptonica Libpng libpng-* libselinux-1.0
        libtiff libutil-David-Nugent LiLiQ-P-1.1 Linux-man-pages-1-para Linux-OpenIB LOOP LPD-document LPPL-* lsof
        Lucida-Bitmap-Fonts Mackerras-* magaz mailprio MakeIndex man2html Martin-Birgmeier McPhee-slideshow metamail Minpack
        MIPS MirOS MIT MIT-* MITNFA MMIXware MPEG-SSG mpi-permissive mpich2 mplus MTLL MulanPSL-* Multics Mup NAIST-2003
        Naumen NBPL-1.0 NCL NCSA Net-SNMP NetCDF Newsletr ngrep NICTA-1.0 NIST-Software NLOD-* Noweb NRL NTP* Nunit O-UDA-1.0
        OAR ODC-By-1.0 OFFIS OGC-1.0 OGDL-Taiwan-1.0 OGL-* OGTSL OLDAP-* OLFL-1.3 OML OpenSSL* OpenVision OPL-UK-3.0 PADL
        PHP-* Pixar pkgconf Plexus pnmstitch PostgreSQL PSF-2.0 psfrag psutils Python-* python-ldap Qhull radvd Rdisc RSA-MD
        Ruby Ruby-pty Saxpath SCEA SchemeReport SGI-* SGP4 SHL-0.* SL SMLNJ SMPPL snprintf SOFA softSurfer Soundex Spencer-*
        ssh-keyscan SSH-* SSLeay-standalone StandardML-NJ Sun-PPP* SunPro SWL swrule Symlinks TCL TCP-wrappers TermReadKey
        ThirdEye threeparttable TPDL TrustedQSL TTWL TTYP0 TU-Berlin-* UCAR ulem UMich-Merit Unicode-3.0 Unicode-DFS-*
        UnixCrypt UPL-1.0 URT-RLE VSL-1.0 W3C* w3m Widget-Workshop Wsuipa WTFPL wwl X11* Xdebug-1.03 Xerox Xfig XFree86-1.1
        xinetd xkeyboard-config-Zinoviev xlock Xnet xpp XSkat xzoom Zed Zeeff Zend-2.0 Zlib zlib-acknowledgement ZPL-*
        """,
}

# What to write instead of a deprecated id: what the list says of it on its page (obsoletedBy and notes).
FAMILIES = ["AGPL-1.0", "AGPL-3.0", "GFDL-1.1", "GFDL-1.2", "GFDL-1.3", "GPL-1.0", "GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0"]
REPLACEMENTS = {family: f"{family}-only|{family}-or-later" for family in FAMILIES} | {f"{family}+": f"{family}-or-later" for family in FAMILIES} | {
    f"GPL-{version}-with-{name}-exception": f"GPL-{version}-only WITH {exception}|GPL-{version}-or-later WITH {exception}"
    for version, name, exception in [
        ("2.0", "autoconf", "Autoconf-exception-2.0"), ("2.0", "bison", "Bison-exception-2.2"),
        ("2.0", "classpath", "Classpath-exception-2.0"), ("2.0", "font", "Font-exception-2.0"), ("2.0", "GCC", "GCC-exception-2.0"),
        ("3.0", "autoconf", "Autoconf-exception-3.0"), ("3.0", "GCC", "GCC-exception-3.1"),
    ]
} | {
    "BSD-2-Clause-FreeBSD": "BSD-2-Clause-Views",
    "BSD-2-Clause-NetBSD": "BSD-2-Clause",
    "bzip2-1.0.5": "bzip2-1.0.6",
    "eCos-2.0": "GPL-2.0-or-later WITH eCos-exception-2.0",
    "Net-SNMP": "",
    "Nokia-Qt-exception-1.1": "Qt-LGPL-exception-1.1",
    "Nunit": "zlib-acknowledgement",
    "StandardML-NJ": "SMLNJ",
    "wxWindows": "GPL-2.0-or-later WITH WxWindows-exception-3.1",
}


def category(identifier):
    for name, patterns in CATEGORIES.items():
        if any(fnmatch.fnmatchcase(identifier, pattern) for pattern in patterns.split()):
            return name
    sys.exit(f"{identifier} has no category: place it in CATEGORIES, by its text and by what FSF and OSI say of it")


def line(identifier, kind, is_deprecated):
    if not is_deprecated:
        return f"{identifier}\t{kind}"
    if identifier not in REPLACEMENTS:
        sys.exit(f"{identifier} is deprecated: say in REPLACEMENTS what stands for it")
    return f"{identifier}\t{kind}\t{REPLACEMENTS[identifier]}"


def compiled(folder):
    licences = json.loads((folder / "licenses.json").read_text(encoding="utf-8"))
    exceptions = json.loads((folder / "exceptions.json").read_text(encoding="utf-8"))
    lines = [line(one["licenseId"], category(one["licenseId"]), one["isDeprecatedLicenseId"]) for one in licences["licenses"]]
    lines += [line(one["licenseExceptionId"], "exception", one["isDeprecatedLicenseId"]) for one in exceptions["exceptions"]]
    lines.sort(key=lambda text: text.split("\t")[0].lower().encode())
    ids = [text.split("\t")[0].lower() for text in lines]
    if len(set(ids)) != len(ids):
        sys.exit("two ids differ in case alone")
    return "\n".join([f"SPDX\t{licences['licenseListVersion']}"] + lines) + "\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("resources", type=pathlib.Path, help="the folder with licenses.json and exceptions.json")
    arguments.add_argument("--check", action="store_true", help="write nothing; exit 1 when licences.txt is stale")
    options = arguments.parse_args()
    text = compiled(options.resources)
    target = FOLDER / "licences.txt"
    if options.check:
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            sys.exit("licences.txt is stale: run this without --check")
    else:
        target.write_text(text, encoding="utf-8")


main()
