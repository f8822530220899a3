// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CRULEPACKS_H
#define AIGATE_CRULEPACKS_H

#include <stddef.h>

/// The rule packs in their compact form, and their size in bytes. (Swift imports no array of unknown size.)
const unsigned char *aigate_packs(size_t *size);

#endif
