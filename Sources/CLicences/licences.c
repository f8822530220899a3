// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#include "CLicences.h"

static const unsigned char licences[] = {
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "licences.txt"
};

const unsigned char *aigate_licences(size_t *size) {
    *size = sizeof licences;
    return licences;
}
