// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CLIBXML2_SHIM_H
#define AIGATE_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
/* Debian's libxml2 shows ICU's types in a header, and they clash with Foundation's own ICU. Only the encoding handlers,
   which nobody here touches, have fields of them. */
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

#endif
