// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CLICENCES_H
#define AIGATE_CLICENCES_H

#include <stddef.h>

/// The SPDX licence list in its compact form, and its size in bytes. (Swift imports no array of unknown size.)
const unsigned char *aigate_licences(size_t *size);

#endif
