// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#include "CRulePacks.h"

static const unsigned char packs[] = {
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "packs.txt"
};

const unsigned char *aigate_packs(size_t *size) {
    *size = sizeof packs;
    return packs;
}
