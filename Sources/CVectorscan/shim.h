// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CVECTORSCAN_SHIM_H
#define AIGATE_CVECTORSCAN_SHIM_H

// Vectorscan has the interface of Hyperscan, and its header's name.
#include <hs/hs.h>

#endif
