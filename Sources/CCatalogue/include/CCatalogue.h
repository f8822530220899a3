// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CCATALOGUE_H
#define AIGATE_CCATALOGUE_H

#include <stddef.h>

/// The catalogue of AI tools, made from ai-tools.json by generate.py.
extern const unsigned char aigate_catalogue[];
extern const size_t aigate_catalogue_size;

#endif
