// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#include "CSchemas.h"

static const unsigned char run_schema[] = {
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "../Evidence/Schemas/run.schema.json"
};

static const unsigned char controls[] = {
#embed "../Policy/Controls/controls.yml"
};

const unsigned char *aigate_controls(size_t *size) {
    *size = sizeof controls;
    return controls;
}

const unsigned char *aigate_run_schema(size_t *size) {
    *size = sizeof run_schema;
    return run_schema;
}
