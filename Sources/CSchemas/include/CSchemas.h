// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CSCHEMAS_H
#define AIGATE_CSCHEMAS_H

#include <stddef.h>

/// JSON Schema of run.json, and its size in bytes. (Swift imports no array of unknown size.)
const unsigned char *aigate_run_schema(size_t *size);

/// The map of controls, as YAML, and its size in bytes.
const unsigned char *aigate_controls(size_t *size);

#endif
