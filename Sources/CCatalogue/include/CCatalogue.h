// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CCATALOGUE_H
#define AIGATE_CCATALOGUE_H

#include <stddef.h>

/// The catalogue of AI tools, made from ai-tools.json by generate.py. A function, because Swift cannot see an array of
/// unknown length.
const unsigned char *aigate_catalogue_bytes(void);
extern const size_t aigate_catalogue_size;

#endif
