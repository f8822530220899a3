// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#include "CCatalogue.h"

static const unsigned char catalogue[] = {
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "catalogue.bin"
};
const size_t aigate_catalogue_size = sizeof catalogue;

const unsigned char *aigate_catalogue_bytes(void) { return catalogue; }
