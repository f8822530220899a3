// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CYAML_SHIM_H
#define AIGATE_CYAML_SHIM_H

#include <yaml.h>

#endif
