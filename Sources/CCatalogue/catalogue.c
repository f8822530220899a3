// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#include "CCatalogue.h"

const unsigned char aigate_catalogue[] = {
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "catalogue.bin"
};
const size_t aigate_catalogue_size = sizeof aigate_catalogue;
