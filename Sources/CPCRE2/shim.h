// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CPCRE2_SHIM_H
#define AIGATE_CPCRE2_SHIM_H

// The function names are macros over the code unit width: 8 bits.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
