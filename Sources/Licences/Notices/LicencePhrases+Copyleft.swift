// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension LicencePhrases {
    /// Sources: the texts of the licences, as their stewards and https://opensource.org/licenses publish them.
    static let copyleft = """
        name MPL:mozilla public license
        name MPL:mozilla org mpl
        name MPL:contributor version means the combination of the original
        short MPL:mpl
        name EPL:eclipse public license
        name EPL:eclipse org legal epl
        short EPL:epl
        name CPL:common public license
        short CPL:cpl
        name IPL:ibm public license
        name CDDL:common development and distribution license
        short CDDL:cddl
        name EUPL:european (union|community) public license
        short EUPL:eupl
        name OSL:open software license
        name OSL:osl 3 0
        name OSL:osl 2 (0|1)
        name NPOSL:non profit open software license
        name APSL:apple public source license
        short APSL:apsl
        name SISSL:sun industry standards source license
        name SPL:sun public license
        name NPL:netscape public license
        name NOSL:netizen open source license
        name QPL:q public license
        short QPL:qpl
        name RPL:reciprocal public license
        name RPSL:realnetworks public source license
        name RSCPL:ricoh source code public license
        name CPAL:common public attribution license
        name CUA-OPL:cua office public license
        name MS-RL:microsoft reciprocal license
        name LPL:lucent public license
        name LPPL:latex project public license
        short LPPL:lppl
        name Nokia:nokia open source license
        name MulanPubL:mulan public license
        name OSET-PL:oset [foundation] public license
        name Interbase:interbase public license
        name Interbase:initial developer s public license
        name ErlPL:erlang public license
        name gSOAP:gsoap public license
        name YPL:yahoo public license
        name Zimbra:zimbra public license
        name Motosoto:motosoto open source license
        name SugarCRM:sugarcrm public license
        name Watcom:sybase open watcom public license
        name BitTorrent:bittorrent open source license
        name Frameworx:frameworx open license
        name OCLC:oclc research public license
        name wxWindows:wxwindows library license
        name wxWindows:wxwindows license
        name SimPL-2.0:simple public license
        name Parity:parity public license
        short copyleft-next:copyleft next
        name LAL:free art license
        name LAL:licence art libre
        name D-FSL:deutsche freie software lizenz
        name LiLiQ-Rplus:licence libre du québec réciprocité forte
        name CAL:cryptographic autonomy license
        name TGPPL:transitive grace period public
        name ODbL:open database license
        short ODbL:odbl
        name CECILL:cecill
        text CECILL-B:license de logiciel libre cecill b
        text CECILL-C:license de logiciel libre cecill c
        text CECILL:license de logiciel libre cecill
        text CECILL-B:cecill b free software license agreement
        text CECILL-C:cecill c free software license agreement
        text CECILL:cecill free software license agreement
        name CECILL-C:cecill c
        name CECILL-B:cecill b
        name CECILL-C:cecill info licences licence_cecill c
        name CERN-OHL-S:cern open hardware licence [version] [2] strongly reciprocal
        name CERN-OHL-W:cern open hardware licence [version] [2] weakly reciprocal
        name CERN-OHL-P:cern open hardware licence [version] [2] permissive
        name CERN-OHL-S:cern ohl s
        name CERN-OHL-W:cern ohl w
        name CERN-OHL-P:cern ohl p
        name OFL:sil open font license
        name OFL:open font license
        name Vim:vim license
        text Vim:no restrictions on distributing unmodified copies of vim
        name Sendmail:sendmail license
        name OCCT-PL:open cascade technology public license
        name FreeImage:freeimage public license
        name OPL:open public license
        name OPUBL:open publication license
        name VOSTROM:vostrom public license
        name SNIA:storage networking industry association public license
        name UCL:upstream compatibility license
        name CDLA-Sharing:community data license agreement sharing
        name Ubuntu-font:ubuntu font license
        name FDK-AAC:fraunhofer fdk aac codec library
        notice Linux-man-pages-copyleft:derived work is distributed under the terms of a permission notice identical
        name Arphic-1999:arphic public license
        name NASA:nasa open source agreement
        name CATOSL:computer associates trusted open source license
        name Condor:condor public license
        name TPL:thor public license
        name CC-BY-SA:creative commons attribution share alike
        name CC-BY-SA:creative commons attribution sharealike
        name CC-BY-SA:cc by sa
        name CC-BY-SA:attribution share alike
        name CC-BY-SA:attribution sharealike
        name CC-BY-SA:creativecommons org licenses by sa
        name CC-SA-1.0:creative commons sharealike
        notice Sleepycat:must be accompanied by information on how to obtain complete source code
        notice Vim:if you distribute a modified version of vim
        """

    static let restricted = """
        name SSPL:server side public license
        short SSPL:sspl
        name BUSL:business source license
        short BUSL:busl
        name Elastic:elastic license
        notice Commons-Clause:commons clause
        name Confluent:confluent community license
        name RSAL:redis source available license
        short RSAL:rsal
        short RSAL:rsalv2
        name PolyForm:polyform noncommercial license
        name PolyForm:polyform (shield|strict|small|perimeter|free|internal)
        name PolyForm:org licenses noncommercial
        name TSL:timescale license
        name FSL:functional source license
        name Prosperity:prosperity public license
        name FCL:fair core license
        name CC-BY-NC:creative commons attribution (noncommercial|non)
        name CC-BY-NC:cc by nc
        name CC-BY-NC:creativecommons org licenses by nc
        name CC-BY-ND:creative commons attribution (noderivatives|noderivs|no)
        name CC-BY-ND:cc by nd
        name CC-BY-ND:creativecommons org licenses by nd
        name Hippocratic:hippocratic license
        name Aladdin:aladdin free public license
        notice JSON:software shall be used for good not evil
        """
}
